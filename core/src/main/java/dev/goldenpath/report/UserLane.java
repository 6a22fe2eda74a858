package dev.goldenpath.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one user did in one attempt of a test, in numbers. Not thread-safe. */
final class UserLane {
    private final String name;
    private int calls;
    private int broken;
    private long messages;
    private boolean mixed;
    private @Nullable String failure;
    private @Nullable Instant first;
    private @Nullable Instant last;

    UserLane(String name) {
        this.name = name;
    }

    void call(Instant begin, Duration took, boolean isBroken) {
        calls++;
        broken += isBroken ? 1 : 0;
        lasted(begin, took);
    }

    void messages(long more) {
        messages += more;
    }

    void lasted(Instant begin, @Nullable Duration took) {
        Instant end = took == null ? begin : begin.plus(took);
        first = first == null || begin.isBefore(first) ? begin : first;
        last = last == null || end.isAfter(last) ? end : last;
    }

    /** It received what another user had sent. */
    void mixed() {
        mixed = true;
    }

    /** What ended it. */
    void failed(String words) {
        failure = failure == null ? words : failure;
    }

    String name() {
        return name;
    }

    /** HTTP exchanges and attempts to open a WebSocket, whatever came of them. */
    int calls() {
        return calls;
    }

    /** How many of these broke, or were answered with 400 or more. */
    int broken() {
        return broken;
    }

    /** WebSocket messages, sent and received. */
    long messages() {
        return messages;
    }

    boolean isMixed() {
        return mixed;
    }

    /** What ended it; {@code null} where it ended well, or nobody says how. */
    @Nullable
    String failure() {
        return failure;
    }

    /** From its first call to the end of its last. */
    Duration took() {
        return first == null || last == null ? Duration.ZERO : Duration.between(first, last);
    }
}
