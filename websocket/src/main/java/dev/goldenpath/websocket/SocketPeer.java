package dev.goldenpath.websocket;

import dev.goldenpath.environment.PeerAddress;
import dev.goldenpath.evidence.NetworkPhase;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /**
     * {@code address:port}; empty where the name has no address, and then the look-up is what the handshake broke in.
     *
     * @param threads for a look-up, which nothing can interrupt
     * @throws TimeoutException when the look-up takes longer than {@code limit}
     */
    static Optional<String> of(URI url, HandshakeTimer timer, Executor threads, Duration limit)
            throws TimeoutException, InterruptedException {
        if (ADDRESS.matcher(url.getHost()).matches()) {
            return lookUp(url);
        }
        timer.begin(NetworkPhase.DNS);
        try {
            Optional<String> peer = CompletableFuture.supplyAsync(() -> lookUp(url), threads)
                    .get(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (peer.isPresent()) {
                timer.end();
            }
            return peer;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A look-up breaks in no other way than by finding nothing.", e);
        }
    }

    private static Optional<String> lookUp(URI url) {
        int defaultPort = url.getScheme().equals("wss") ? SAFE_PORT : PORT;
        InetSocketAddress peer = new InetSocketAddress(url.getHost(), url.getPort() < 0 ? defaultPort : url.getPort());
        return peer.isUnresolved() ? Optional.empty() : Optional.of(PeerAddress.textOf(peer));
    }
}
