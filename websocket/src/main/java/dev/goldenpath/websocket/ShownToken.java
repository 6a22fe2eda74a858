package dev.goldenpath.websocket;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.SocketToken;
import dev.goldenpath.http.UserParameters;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one handshake shows whose it is, in the one way its service declares.
 *
 * @param headers to send
 * @param subprotocol to offer, absent where it does not go there
 * @param query to append to the url, encoded; absent where nothing goes there
 * @param message to send before all others, absent where it does not go there
 */
record ShownToken(
        Map<String, List<String>> headers,
        @Nullable String subprotocol,
        @Nullable String query,
        @Nullable String message) {
    private static final ShownToken NONE = new ShownToken(Map.of(), null, null, null);

    /**
     * For a handshake that begins now; may log in, or refresh, first.
     *
     * @throws ConfigurationException when the user has no token, and the service wants it elsewhere than in a header
     */
    static ShownToken of(ClientContext context) {
        RequestAuthorizer user = context.user().orElse(null);
        if (user == null) {
            return NONE;
        }
        SocketToken way = context.service().socket().token();
        if (way.place() == SocketToken.Place.HEADER) {
            Map<String, List<String>> headers = new LinkedHashMap<>();
            user.headers().forEach((name, value) -> headers.put(name, List.of(value)));
            String query = UserParameters.query(user);
            return new ShownToken(headers, null, query.isEmpty() ? null : query, null);
        }
        String token = user.token().orElseThrow(() -> noToken(context, user, way));
        return switch (way.place()) {
            case SUBPROTOCOL -> new ShownToken(Map.of(), way.with(token), null, null);
            case QUERY ->
                new ShownToken(
                        Map.of(), null, way.template() + "=" + URLEncoder.encode(token, StandardCharsets.UTF_8), null);
            case MESSAGE -> new ShownToken(Map.of(), null, null, way.with(token));
            case HEADER -> NONE;
        };
    }

    URI appendedTo(URI url) {
        return query == null ? url : URI.create(url + (url.getRawQuery() == null ? "?" : "&") + query);
    }

    private static ConfigurationException noToken(ClientContext context, RequestAuthorizer user, SocketToken way) {
        String service = context.service().name();
        if (user.isOfNobody()) {
            return new ConfigurationException(
                    "Service '" + service + "' wants its token in the " + word(way) + ", and there is none in '"
                            + user.user() + "'. Leave it out for this service, or give it a bare token.",
                    List.of());
        }
        return new ConfigurationException(
                "User '" + user.user() + "' has no bare token, but service '" + service + "' wants it in the "
                        + word(way) + ". Choose a user whose grant issues "
                        + "one, or remove services." + service + ".websocket.token.",
                List.of());
    }

    private static String word(SocketToken way) {
        return way.place().name().toLowerCase(Locale.ROOT);
    }
}
