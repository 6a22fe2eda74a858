package dev.goldenpath.evidence;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a declared service has answered a test.
 *
 * @param service name of the declared service
 * @param user name of the test user who called, absent for an anonymous call
 * @param peer {@code address:port} that the answer came from, of the proxy where there is one; absent where not known
 * @since 0.1.0
 */
public record Answer(
        String service, @Nullable String user, @Nullable String peer) {

    /** The peer as an address; empty where it is not known. */
    public Optional<InetSocketAddress> peerAddress() {
        if (peer == null) {
            return Optional.empty();
        }
        int colon = peer.lastIndexOf(':');
        try {
            // An address is not looked up.
            InetAddress address = InetAddress.getByName(peer.substring(0, colon));
            return Optional.of(new InetSocketAddress(address, Integer.parseInt(peer.substring(colon + 1))));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("'" + peer + "' is no address", e);
        }
    }
}
