package dev.goldenpath.environment;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an address alone tells about where its machine is. Nothing here connects or asks a name server.
 *
 * @since 0.1.0
 */
public enum PeerAddress {
    /** {@code 127.0.0.0/8} or {@code ::1}: this machine. */
    LOOPBACK("a loopback address"),
    /** {@code 0.0.0.0/8} or {@code ::}: this machine too, for a client. */
    UNSPECIFIED("an unspecified address"),
    /** {@code 169.254.0.0/16} or {@code fe80::/10}: on the same link. */
    LINK_LOCAL("a link-local address"),
    /**
     * {@code 10.0.0.0/8}, {@code 172.16.0.0/12}, {@code 192.168.0.0/16}, {@code 100.64.0.0/10}, {@code fc00::/7} or
     * {@code fec0::/10}: in a network of one's own, or of the provider's.
     */
    PRIVATE("a private address"),
    /** Any other. */
    PUBLIC("a public address");

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

    private final String words;

    PeerAddress(String words) {
        this.words = words;
    }

    /** It in words, for example {@code a link-local address}. */
    public String words() {
        return words;
    }

    /** Whether no machine elsewhere can have such an address. */
    public boolean isNear() {
        return this == LOOPBACK || this == UNSPECIFIED || this == LINK_LOCAL;
    }

    /** What this address is; an IPv4 address that is mapped into IPv6 is what the IPv4 address is. */
    public static PeerAddress of(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean ipv4 = bytes.length == 4;
        if (address.isLoopbackAddress()) {
            return LOOPBACK;
        }
        if (address.isAnyLocalAddress() || (ipv4 && first == 0)) {
            return UNSPECIFIED;
        }
        if (address.isLinkLocalAddress()) {
            return LINK_LOCAL;
        }
        boolean shared = ipv4 && first == 100 && (second & 0xc0) == 64;
        boolean uniqueLocal = !ipv4 && (first & 0xfe) == 0xfc;
        return address.isSiteLocalAddress() || shared || uniqueLocal ? PRIVATE : PUBLIC;
    }

    /**
     * {@code address:port}, an IPv6 address in brackets.
     *
     * @throws IllegalArgumentException when the address is not known
     */
    public static String textOf(InetSocketAddress peer) {
        InetAddress address = peer.getAddress();
        if (address == null) {
            throw new IllegalArgumentException(peer + " is not resolved");
        }
        String text = address.getHostAddress();
        return (text.indexOf(':') < 0 ? text : "[" + text + "]") + ":" + peer.getPort();
    }

    /**
     * The address in {@code address:port}, an IPv6 address in its brackets.
     *
     * @throws IllegalArgumentException when there is none: a name is not looked up
     */
    static InetAddress addressOf(String peer) {
        // An interface's name says nothing here, and need not exist any more.
        String host = peer.substring(0, Math.max(0, peer.lastIndexOf(':'))).replaceFirst("%[^]]*", "");
        return literal(host).orElseThrow(() -> new IllegalArgumentException(peer + " is no address and port"));
    }

    /**
     * What the host of a URL is, as far as it can be told without a name server: empty for a name other than
     * {@code localhost} and the names below it.
     */
    static Optional<PeerAddress> ofHost(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return Optional.of(LOOPBACK);
        }
        return literal(name).map(PeerAddress::of);
    }

    private static Optional<InetAddress> literal(String host) {
        if (!host.startsWith("[") && !IPV4.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
