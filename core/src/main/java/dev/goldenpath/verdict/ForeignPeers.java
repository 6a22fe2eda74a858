package dev.goldenpath.verdict;

import dev.goldenpath.environment.UndeclaredHosts;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.SocketTraffic;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Judges the hosts that clients other than ours have called in a test. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ForeignPeers {
    private final UndeclaredHosts policy;

    /** A judge by this policy. */
    public ForeignPeers(UndeclaredHosts policy) {
        this.policy = policy;
    }

    /** A finding for each peer that no service declares, as far as the traffic is this test's alone. */
    public List<Finding> findings(List<SocketTraffic> rows) {
        return rows.stream()
                .filter(row -> row.foreign() && row.alone() && row.service() == null && row.port() != null)
                .filter(row -> policy.allowed().stream().noneMatch(host -> isAt(host, row.address())))
                .map(row -> Finding.inTraffic(
                        "undeclared-host",
                        row.byTest() ? policy.effect() : Effect.WARNING,
                        "a client other than ours exchanged " + row.sentBytes() + " + " + row.receivedBytes()
                                + " bytes with " + row.address() + ":" + row.port() + ", which no service declares",
                        "Declare it under services ('url' or 'address'), or allow it under 'undeclared-hosts'."))
                .toList();
    }

    private static boolean isAt(String host, String address) {
        try {
            return Stream.concat(
                            Stream.of(host),
                            Arrays.stream(InetAddress.getAllByName(host)).map(InetAddress::getHostAddress))
                    .anyMatch(address::equals);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
