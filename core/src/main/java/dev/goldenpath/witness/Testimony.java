package dev.goldenpath.witness;

import dev.goldenpath.evidence.SocketTraffic;
import dev.goldenpath.witness.WitnessedTest.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts what was added up for a test, and what its WebSocket sessions claim, into a testimony. Use once. */
final class Testimony {
    private final TestTally tally;
    private final DeclaredAddresses declared;
    private final List<String> contradictions;
    private final Set<Peer> ofSessions = new HashSet<>();
    private int exchanges;
    private int confirmed;

    Testimony(Attribution attribution, long recording, Claims claims, DeclaredAddresses declared) {
        this.tally = attribution.tally(recording);
        this.declared = declared;
        this.contradictions = new ArrayList<>(tally.contradictions());
        this.exchanges = tally.exchanges();
        this.confirmed = tally.confirmed();
        claims.forEach((text, sum) -> {
            exchanges++;
            Peer peer = Peer.parse(text);
            Traffic seen = peer == null ? new Traffic() : tally.since(peer, attribution.unbracketed(peer));
            if (peer != null && seen.sent >= sum.sent() && seen.received >= sum.received()) {
                confirmed++;
                ofSessions.add(peer);
            } else {
                contradictions.add("WebSocket sessions say they sent " + sum.sent() + " bytes to " + text
                        + " and received " + sum.received() + "; this JVM's sockets saw " + seen.sent + " and "
                        + seen.received + ".");
            }
        });
    }

    WitnessedTest told() {
        List<SocketTraffic> rows = new ArrayList<>();
        tally.rows().forEach((row, traffic) -> rows.add(row(row, traffic)));
        boolean answered = !WitnessedTest.foreignAnswers(rows).isEmpty();
        Standing standing = standing(answered);
        return new WitnessedTest(
                standing,
                words(standing),
                exchanges,
                confirmed,
                tally.equal(),
                contradictions,
                rows,
                tally.inThisJvm().stream().map(Peer::toString).toList(),
                tally.forgedEvents());
    }

    private Standing standing(boolean answered) {
        if (confirmed < exchanges) {
            return tally.hasLost() || !tally.hasBegun() ? Standing.UNAVAILABLE : Standing.CONTRADICTED;
        }
        if (confirmed > 0 || answered) {
            return Standing.PROVEN;
        }
        return tally.hasLost() || !tally.hasBegun() ? Standing.UNAVAILABLE : Standing.UNWITNESSED;
    }

    private String words(Standing standing) {
        return switch (standing) {
            case PROVEN ->
                confirmed > 0
                        ? "This JVM's sockets confirm what the clients say of "
                                + (confirmed == 1 ? "1 answer." : confirmed + " answers.")
                        : "This JVM's sockets saw bytes both ways with a declared service, by another client.";
            case CONTRADICTED ->
                "This JVM's sockets contradict what the clients say of " + (exchanges - confirmed) + " of " + exchanges
                        + (exchanges == 1 ? " answer." : " answers.");
            case UNWITNESSED -> "No client claims an answer, and this JVM's sockets saw none of a declared service.";
            case UNAVAILABLE ->
                tally.hasLost()
                        ? "The flight recorder lost events while the test ran."
                        : "The flight recorder holds no events from the begin of the test on.";
        };
    }

    private SocketTraffic row(TestTally.Row row, Traffic traffic) {
        Peer peer = row.peer();
        return new SocketTraffic(
                declared.serviceAt(peer),
                peer.address(),
                peer.port() == 0 ? null : peer.port(),
                traffic.sent,
                traffic.received,
                traffic.writes,
                traffic.reads,
                row.foreign() && !ofSessions.contains(peer),
                row.alone(),
                row.byTest());
    }
}
