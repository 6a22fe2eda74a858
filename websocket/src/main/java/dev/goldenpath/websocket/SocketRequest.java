package dev.goldenpath.websocket;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.HeaderRules;
import dev.goldenpath.client.ServiceCallException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One handshake on its way. Not thread-safe; each {@link #open()} and {@link #attempt()} makes one more.
 *
 * @since 0.1.0
 */
public final class SocketRequest {
    private static final Pattern OF_THE_HANDSHAKE = Pattern.compile("(?i)host|upgrade|connection|sec-websocket-.*");

    private final TyrusEngine engine;
    private final ClientContext context;
    private final OpenSessions owner;
    private final String path;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> subprotocols = new ArrayList<>();

    SocketRequest(TyrusEngine engine, ClientContext context, OpenSessions owner, String path) {
        if (path.indexOf('#') >= 0) {
            throw new IllegalArgumentException(
                    "The path '" + path + "' has a fragment, which no WebSocket can have (RFC 6455, 3): encode the #.");
        }
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("The path '" + path + "' must start with a slash: it is appended to the "
                    + "service's url, and a WebSocket of another host needs a service of its own in goldenpath.yaml.");
        }
        context.requireOwnParameters(path);
        this.engine = engine;
        this.context = context;
        this.owner = owner;
        this.path = path;
    }

    /**
     * Adds a header.
     *
     * @throws IllegalArgumentException when {@link ClientContext#requireOwnHeader} refuses it, it is one that the
     *     handshake itself sets, or could not go out as it is written
     */
    public SocketRequest header(String name, String value) {
        context.requireOwnHeader(name);
        HeaderRules.checkName(name);
        HeaderRules.checkValue(name, value);
        if (OF_THE_HANDSHAKE.matcher(name).matches()) {
            throw new IllegalArgumentException("The header " + name + " can't be set: it belongs to the handshake"
                    + (name.equalsIgnoreCase("Sec-WebSocket-Protocol") ? ". Use subprotocol(…)." : "."));
        }
        return add(name, value);
    }

    /**
     * Adds a cookie.
     *
     * @throws IllegalArgumentException when it could not go out as it is written
     */
    public SocketRequest cookie(String name, String value) {
        HeaderRules.checkToken("the name of a cookie", name);
        HeaderRules.checkValue("Cookie", value);
        if (value.indexOf(';') >= 0) {
            throw new IllegalArgumentException("The value of the cookie " + name + " can't hold a semicolon.");
        }
        return add("Cookie", name + "=" + value);
    }

    private SocketRequest add(String header, String value) {
        headers.computeIfAbsent(header, key -> new ArrayList<>()).add(value);
        return this;
    }

    /**
     * Offers a subprotocol; those offered first are preferred.
     *
     * @throws IllegalArgumentException when it could not go out as it is written
     */
    public SocketRequest subprotocol(String name) {
        HeaderRules.checkToken("a subprotocol", name);
        subprotocols.add(name);
        return this;
    }

    /**
     * Opens the session.
     *
     * @throws ServiceCallException when the service refuses or cannot be reached, breaks the protocol, or does not
     *     answer in time
     * @throws IllegalStateException when this is a shared client, and no test can be told from the calling thread; or
     *     the client is closed
     */
    public SocketSession open() {
        return attempt().opened();
    }

    /**
     * Tries to open the session; a refusal is an outcome like any other. Otherwise as {@link #open()}.
     *
     * @throws IllegalStateException as {@link #open()}
     */
    public SocketAttempt attempt() {
        return call().attempt();
    }

    SocketCall call() {
        // Both http and https become their WebSocket counterparts by this.
        String url = context.service().requiredUrl().toString().replaceFirst("^http", "ws") + path;
        return new SocketCall(engine, context, owner, URI.create(url), headers, subprotocols);
    }
}
