package dev.goldenpath.websocket;

import dev.goldenpath.environment.PeerAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Looks up whom a handshake will reach. Tyrus does not tell, but looks the same name up right after, connects to the
 * first of its addresses and to no other; the JVM remembers what it looked up.
 */
final class SocketPeer {
    private static final int PORT = 80;
    private static final int SAFE_PORT = 443;

    private SocketPeer() {}

    /** {@code address:port}; {@code null} where the name has no address. */
    static @Nullable String of(URI url) {
        int defaultPort = url.getScheme().equals("wss") ? SAFE_PORT : PORT;
        InetSocketAddress peer = new InetSocketAddress(url.getHost(), url.getPort() < 0 ? defaultPort : url.getPort());
        return peer.isUnresolved() ? null : PeerAddress.textOf(peer);
    }
}
