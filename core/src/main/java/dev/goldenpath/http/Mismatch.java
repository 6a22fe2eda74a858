package dev.goldenpath.http;

import dev.goldenpath.evidence.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a response is not what a test expects.
 *
 * @param headline a sentence: what was expected, and what was seen
 * @param facts more than the sentence holds
 * @param actual for tools that compare it with {@code expected}, redacted; absent where there is nothing to compare
 * @param expected absent together with {@code actual}
 * @param cause why, absent where the sentence says it all
 */
record Mismatch(
        String headline,
        List<Fact> facts,
        @Nullable Object actual,
        @Nullable Object expected,
        @Nullable Throwable cause) {

    static Mismatch of(String headline) {
        return new Mismatch(headline, List.of(), null, null, null);
    }

    static Mismatch of(String headline, List<Fact> facts, @Nullable Throwable cause) {
        return new Mismatch(headline, facts, null, null, cause);
    }

    static Mismatch between(Object actual, Object expected, String headline) {
        return new Mismatch(headline, List.of(), actual, expected, null);
    }
}
