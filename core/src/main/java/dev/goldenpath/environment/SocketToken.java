package dev.goldenpath.environment;

/**
 * How a WebSocket shows whose it is.
 *
 * @param place where the token goes
 * @param template what is sent there, with {@value #PLACEHOLDER} for the token; of a query, the parameter's name; empty
 *     for a header
 * @since 0.1.0
 */
public record SocketToken(Place place, String template) {
    /** What stands for the token in a template. */
    public static final String PLACEHOLDER = "${token}";

    /** By the same headers as an HTTP call. */
    public static final SocketToken HEADER = new SocketToken(Place.HEADER, "");

    /** Where a token goes. */
    public enum Place {
        /** In the headers of the handshake. */
        HEADER,
        /** Among the subprotocols that the handshake offers. */
        SUBPROTOCOL,
        /** In the query of the handshake's url. */
        QUERY,
        /** In the first message. */
        MESSAGE
    }

    /** What is sent for {@code token}. */
    public String with(String token) {
        return template.replace(PLACEHOLDER, token);
    }
}
