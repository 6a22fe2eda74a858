package dev.goldenpath.witness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the events so far say on one test: totals, and nothing that grows with its traffic. Not thread-safe. */
final class TestTally {
    private static final int CONTRADICTIONS_KEPT = 20;
    private static final int ENDS_KEPT = 256;
    private static final int ROWS_KEPT = 256;

    private final long firstThread;
    private final Map<Row, Traffic> rows = new LinkedHashMap<>();
    private final Map<Peer, Peer> peerByOwnEnd = new HashMap<>();
    private final Set<Peer> inThisJvm = new LinkedHashSet<>();
    private final List<String> contradictions = new ArrayList<>();
    private Map<Peer, Traffic> before = Map.of();
    private boolean begun;
    private boolean ended;
    private boolean lost;
    private int parts;
    private int exchanges;
    private int confirmed;
    private int equal;
    private int forged;

    /** Traffic is added up by these. */
    record Row(Peer peer, boolean foreign, boolean alone, boolean byTest) {}

    TestTally(long firstThread) {
        this.firstThread = firstThread;
    }

    void begin(Map<Peer, Traffic> soFar) {
        begun = true;
        before = new HashMap<>();
        soFar.forEach((peer, traffic) -> before.put(peer, traffic.copy()));
    }

    void enterPart() {
        parts++;
    }

    void leavePart() {
        parts--;
    }

    void end() {
        ended = true;
        parts = 0;
    }

    void forged() {
        forged++;
    }

    void lost() {
        lost = true;
    }

    /** Whether the peer is an end of one of the test's own connections: then both of its ends are in this JVM. */
    boolean sawOtherEnd(Peer peer) {
        Peer server = peerByOwnEnd.get(peer);
        return server != null && (inThisJvm.contains(server) || inThisJvm.add(server));
    }

    /** A thread in the test's own part used a socket besides our exchanges. */
    void foreign(SocketUse use, boolean alone) {
        add(use, new Row(use.peer(), true, alone, true));
    }

    private void add(SocketUse use, Row row) {
        if (rows.size() < ROWS_KEPT || rows.containsKey(row)) {
            rows.computeIfAbsent(row, key -> new Traffic()).add(use);
        }
    }

    /** Another thread did while the test ran. */
    void foreignAside(SocketUse use, boolean alone) {
        if (parts > 0) {
            add(use, new Row(use.peer(), true, alone, use.thread() >= firstThread));
        }
    }

    void exchange(ExchangeClaim claim, OpenExchange exchange) {
        if (!claim.answered()) {
            return;
        }
        exchanges++;
        Peer peer = claim.remote();
        if (peer == null) {
            contradict(claim.words() + ": the client says it was answered, and names no peer.");
            return;
        }
        if (claim.local() != null) {
            endsAt(claim.local(), peer, exchange);
        }
        Traffic own = exchange.own(peer);
        Traffic all = own.copy();
        if (own.sent < claim.sent() || own.received < claim.received()) {
            // Another thread may have read the body, or written it.
            all.add(exchange.aside(peer));
        }
        if (isConfirmed(claim, own, all)) {
            confirmed++;
            equal += all.isOf(claim.sent(), claim.received()) ? 1 : 0;
            takeOver(peer, own, all);
        } else {
            contradict(claim.words() + ": the client says it sent " + claim.sent() + " bytes to " + peer
                    + " and received " + claim.received() + "; this JVM's sockets saw " + seen(all) + ".");
        }
    }

    /** What other threads did for an exchange of ours is no foreign traffic. */
    private void takeOver(Peer peer, Traffic own, Traffic all) {
        rows.computeIfAbsent(new Row(peer, false, true, true), row -> new Traffic())
                .add(all);
        Traffic aside = all.copy();
        aside.subtract(own);
        for (boolean byTest : new boolean[] {true, false}) {
            Row foreign = new Row(peer, true, true, byTest);
            Traffic left = rows.get(foreign);
            if (left != null) {
                left.subtract(aside);
                if (left.isNone()) {
                    rows.remove(foreign);
                }
            }
        }
    }

    /** Bytes that arrived before the request are no part of the answer, and the connection does not count them. */
    private static boolean isConfirmed(ExchangeClaim claim, Traffic own, Traffic all) {
        return all.sent > 0
                && all.sent >= claim.sent()
                && all.received >= claim.received()
                && (claim.atLeast() || own.sent <= claim.sent());
    }

    private void endsAt(Peer local, Peer peer, OpenExchange exchange) {
        if (peerByOwnEnd.size() < ENDS_KEPT) {
            peerByOwnEnd.put(local, peer);
        }
        if (exchange.sawAside(local)) {
            inThisJvm.add(peer);
            rows.keySet().removeIf(row -> row.peer().equals(local));
        }
    }

    private static String seen(Traffic traffic) {
        return traffic.isNone() ? "none" : traffic.sent + " and " + traffic.received;
    }

    private void contradict(String words) {
        if (contradictions.size() < CONTRADICTIONS_KEPT) {
            contradictions.add(words);
        }
    }

    boolean hasBegun() {
        return begun;
    }

    boolean hasEnded() {
        return ended;
    }

    boolean hasLost() {
        return lost;
    }

    int exchanges() {
        return exchanges;
    }

    int confirmed() {
        return confirmed;
    }

    int equal() {
        return equal;
    }

    int forgedEvents() {
        return forged;
    }

    List<String> contradictions() {
        return contradictions;
    }

    Map<Row, Traffic> rows() {
        return rows;
    }

    Set<Peer> inThisJvm() {
        return inThisJvm;
    }

    /** What of {@code soFar}, the traffic with a peer, came after the begin of the test. */
    Traffic since(Peer peer, Traffic soFar) {
        Traffic earlier = before.getOrDefault(peer, new Traffic());
        Traffic since = new Traffic();
        since.sent = soFar.sent - earlier.sent;
        since.received = soFar.received - earlier.received;
        return since;
    }
}
