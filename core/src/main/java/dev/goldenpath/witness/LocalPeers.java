package dev.goldenpath.witness;

import java.net.InetSocketAddress;

/**
 * Tells which peers are served by this very JVM. Thread-safe.
 *
 * @since 0.1.0
 */
public final class LocalPeers {

    /** Whether a socket of this process listens there; false also where the system does not tell (not Linux). */
    public boolean servedHere(InetSocketAddress peer) {
        return false;
    }
}
