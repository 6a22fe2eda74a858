package dev.goldenpath.witness;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * A socket that accepts connections, as a line of {@code /proc/net/tcp} or {@code tcp6} tells it.
 *
 * @param address where it listens; a mapped one is of IPv4
 */
record ListeningSocket(InetAddress address, int port, long inode) {
    private static final String LISTENS = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int WORD = 4;

    /** None for a socket in any other state, and for the table's head. */
    static Stream<ListeningSocket> parse(String line) {
        String[] fields = line.trim().split("\\s+", 0);
        if (fields.length <= INODE || !fields[STATE].equals(LISTENS)) {
            return Stream.empty();
        }
        int colon = fields[ADDRESS].indexOf(':');
        return Stream.of(new ListeningSocket(
                address(fields[ADDRESS].substring(0, colon)),
                HexFormat.fromHexDigits(fields[ADDRESS].substring(colon + 1)),
                Long.parseLong(fields[INODE])));
    }

    /** Words of four bytes each, the last byte first, as on all machines of this order. */
    private static InetAddress address(String hex) {
        byte[] told = HexFormat.of().parseHex(hex);
        byte[] bytes = new byte[told.length];
        for (int i = 0; i < told.length; i++) {
            bytes[i] = told[i - i % WORD + WORD - 1 - i % WORD];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + hex + "' is no address", e);
        }
    }

    /** Whether a connection to this place comes here. One that listens everywhere by IPv6 most often does by IPv4 too. */
    boolean accepts(InetAddress wanted, int wantedPort) {
        boolean everywhere =
                address.isAnyLocalAddress() && (!(address instanceof Inet4Address) || wanted instanceof Inet4Address);
        return port == wantedPort && (everywhere || address.equals(wanted));
    }
}
