package dev.goldenpath.environment;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells whether an address is one of this machine's own. Asks the system once for each. Thread-safe. */
final class OwnAddresses {
    private final Map<InetAddress, Boolean> known = new ConcurrentHashMap<>();

    boolean has(InetAddress address) {
        return known.computeIfAbsent(address, OwnAddresses::isOwn);
    }

    private static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            // Without an answer the address itself has to tell.
            return false;
        }
    }
}
