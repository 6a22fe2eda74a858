package dev.goldenpath.compare;

import dev.goldenpath.evidence.Connection;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of the other end of a connection may be compared between two runs. */
final class PeerTraits {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.%]*:[0-9a-fA-F:.%]*");

    private PeerTraits() {}

    static List<Trait> of(@Nullable Connection connection) {
        if (connection == null) {
            return List.of();
        }
        List<Trait> traits = of(connection.remoteAddress(), connection.tls());
        if (connection.proxy() != null) {
            traits.add(new Trait(Aspect.PEER, "proxy", connection.proxy()));
        }
        return traits;
    }

    static List<Trait> of(@Nullable String remoteAddress, Connection.@Nullable Tls tls) {
        List<Trait> traits = new ArrayList<>();
        if (remoteAddress != null) {
            traits.add(new Trait(Aspect.PEER, "peer", classOf(remoteAddress)));
        }
        if (tls != null) {
            traits.add(new Trait(Aspect.CERTIFICATE, "TLS", tls.protocol()));
            if (tls.certificateSha256() != null) {
                traits.add(new Trait(
                        Aspect.CERTIFICATE,
                        "certificate",
                        tls.certificateSha256() + " of " + tls.certificateSubject()));
            }
        }
        return traits;
    }

    /** Machines come and go; the kind of network they are in stays. */
    private static String classOf(String remoteAddress) {
        int port = remoteAddress.lastIndexOf(':');
        String host = remoteAddress.substring(0, Math.max(port, 0)).replaceAll("[\\[\\]]", "");
        if (!LITERAL.matcher(host).matches()) {
            return host;
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            if (address.isLoopbackAddress()) {
                return "a loopback address";
            }
            return address.isSiteLocalAddress() || address.isLinkLocalAddress()
                    ? "a private address"
                    : "a public address";
        } catch (UnknownHostException e) {
            return host;
        }
    }
}
