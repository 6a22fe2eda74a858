package dev.goldenpath.witness;

import dev.goldenpath.evidence.MessageBytes;
import dev.goldenpath.evidence.SocketTraffic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the witness has to say on one attempt of a test.
 *
 * @param standing what that comes to
 * @param words the reason for it, as one sentence
 * @param exchanges how many answers the library's own clients claim, of HTTP calls and of WebSocket peers
 * @param confirmed how many of those the JVM's sockets confirm
 * @param equal how many HTTP calls of those have exactly as many bytes on the wire as their client says
 * @param contradictions the claims that the sockets contradict, the first 20, each as one sentence
 * @param rows the traffic by peer: that of our own clients, and that of foreign ones
 * @param inThisJvm the claimed peers whose end of the connection is in this JVM, as {@code address:port}
 * @param forged how many events, while the test ran, bore the name of a socket event or of ours and were none
 * @since 0.1.0
 */
public record WitnessedTest(
        Standing standing,
        String words,
        int exchanges,
        int confirmed,
        int equal,
        List<String> contradictions,
        List<SocketTraffic> rows,
        List<String> inThisJvm,
        int forged) {

    /** What the testimony comes to. */
    public enum Standing {
        /** Every claim is confirmed and there is one; or without a claim, foreign traffic is an answer. */
        PROVEN,
        /** At least one claim is contradicted. */
        CONTRADICTED,
        /** Nothing was claimed, and no answer of a declared service to a foreign client was seen. */
        UNWITNESSED,
        /** There is no testimony, which proves nothing and contradicts nothing. */
        UNAVAILABLE
    }

    /** Copies all collections. */
    public WitnessedTest {
        contradictions = List.copyOf(contradictions);
        rows = List.copyOf(rows);
        inThisJvm = List.copyOf(inThisJvm);
    }

    /**
     * What clients other than ours exchanged with declared services, by service, as far as it is this test's alone; only
     * where bytes went both ways.
     */
    public Map<String, MessageBytes> foreignAnswers() {
        return foreignAnswers(rows);
    }

    static Map<String, MessageBytes> foreignAnswers(List<SocketTraffic> rows) {
        Map<String, MessageBytes> answers = new TreeMap<>();
        rows.stream()
                .filter(row -> row.foreign() && row.alone() && row.service() != null)
                .forEach(row -> answers.merge(
                        row.service(), new MessageBytes(row.sentBytes(), row.receivedBytes()), MessageBytes::plus));
        answers.values().removeIf(bytes -> bytes.sent() == 0 || bytes.received() == 0);
        return answers;
    }

    static WitnessedTest unavailable(String reason) {
        return new WitnessedTest(Standing.UNAVAILABLE, reason, 0, 0, 0, List.of(), List.of(), List.of(), 0);
    }
}
