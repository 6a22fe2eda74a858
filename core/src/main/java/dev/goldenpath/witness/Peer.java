package dev.goldenpath.witness;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The other end of a connection.
 *
 * @param address IP address as {@link InetAddress#getHostAddress()} gives it, or the path of a Unix domain socket
 * @param port 0 for a Unix domain socket
 */
record Peer(String address, int port) {

    /** As in {@code 127.0.0.1:80} or {@code [::1]:80}; {@code null} for anything else. */
    static @Nullable Peer parse(@Nullable String text) {
        int colon = text == null ? -1 : text.lastIndexOf(':');
        if (text == null || colon < 0) {
            return null;
        }
        String address = text.substring(0, colon);
        boolean bracketed = address.startsWith("[") && address.endsWith("]");
        try {
            return new Peer(
                    bracketed ? address.substring(1, address.length() - 1) : address,
                    Integer.parseInt(text.substring(colon + 1)));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** {@code null} where the name could not be looked up. */
    static @Nullable Peer of(InetSocketAddress address) {
        return address.isUnresolved() ? null : new Peer(address.getAddress().getHostAddress(), address.getPort());
    }

    @Override
    public String toString() {
        if (port == 0) {
            return address;
        }
        return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + port;
    }
}
