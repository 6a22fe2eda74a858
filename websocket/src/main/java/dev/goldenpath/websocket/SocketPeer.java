package dev.goldenpath.websocket;

import dev.goldenpath.environment.PeerAddress;
import dev.goldenpath.evidence.NetworkPhase;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks up whom a handshake will reach. Tyrus does not tell, but looks the same name up right after, connects to the
 * first of its addresses and to no other; the JVM remembers what it looked up.
 */
final class SocketPeer {
    private static final int PORT = 80;
    private static final int SAFE_PORT = 443;
    /** An address needs no look-up, and what did not happen has no duration. */
    private static final Pattern ADDRESS = Pattern.compile("[\\d.]+|\\[.*");

    private SocketPeer() {}

    /** {@code address:port}; empty where the name has no address, and then the look-up is what the handshake broke in. */
    static Optional<String> of(URI url, HandshakeTimer timer) {
        boolean named = !ADDRESS.matcher(url.getHost()).matches();
        if (named) {
            timer.begin(NetworkPhase.DNS);
        }
        int defaultPort = url.getScheme().equals("wss") ? SAFE_PORT : PORT;
        InetSocketAddress peer = new InetSocketAddress(url.getHost(), url.getPort() < 0 ? defaultPort : url.getPort());
        if (peer.isUnresolved()) {
            return Optional.empty();
        }
        timer.end();
        return Optional.of(PeerAddress.textOf(peer));
    }
}
