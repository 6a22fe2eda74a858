package dev.goldenpath.compare;

import dev.goldenpath.evidence.Body;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing in the course of a test: an exchange, a handshake, a message received, or the end of a session.
 *
 * @param kind which of these
 * @param key what its like in another run has, too; the same for each time that a test does the same
 * @param service name of the declared service
 * @param words what it is, for people: {@code GET /api/me as alice}
 * @param at when it began
 * @param log that holds it
 * @param line in which it stands there
 * @param traits what may be compared, besides the body
 * @param body what the service sent, absent where it sent none
 * @param times how long its parts took, by their names
 */
record Moment(
        Kind kind,
        String key,
        String service,
        String words,
        Instant at,
        Path log,
        int line,
        List<Trait> traits,
        @Nullable Body body,
        Map<String, Duration> times) {

    /** What may happen. */
    enum Kind {
        CALL,
        HANDSHAKE,
        MESSAGE,
        CLOSE
    }

    /** With what of its body may be compared. */
    Moment with(JsonTraits json) {
        List<Trait> all = new ArrayList<>(traits);
        all.addAll(json.of(body, key));
        return new Moment(kind, key, service, words, at, log, line, all, body, times);
    }

    /** Whether the test itself did it, and not the service. */
    boolean isOfTest() {
        return kind == Kind.CALL || kind == Kind.HANDSHAKE;
    }
}
