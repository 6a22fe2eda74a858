package dev.goldenpath.cause;

import dev.goldenpath.evidence.OutageSign;
import dev.goldenpath.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test that did not pass.
 *
 * @param key the caller's own number for it
 * @param name for people
 * @param verdict FAILED, BLOCKED, ERROR or SUSPECT
 * @param priority {@code P1} to {@code P6}, or {@code none}
 * @param startedAt when it began; absent where it never did
 * @param endedAt when it ended; absent where it never did
 * @param needs the services it can't do without; empty where that is not known
 * @param signs what in its evidence looks like an outage, in the order of time
 * @param fingerprint of its failure, absent where it has none
 * @param sharedCause what all tests of one outage have in common, as the gate that blocked them gave it; absent where none
 *     did
 * @since 0.1.0
 */
public record TroubledTest(
        int key,
        String name,
        Verdict verdict,
        String priority,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        List<String> needs,
        List<OutageSign> signs,
        @Nullable String fingerprint,
        @Nullable String sharedCause) {

    /** Copies the lists. */
    public TroubledTest {
        needs = List.copyOf(needs);
        signs = List.copyOf(signs);
    }
}
