package dev.goldenpath.compare;

import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A test of which two runs say something else.
 *
 * @param kind of which kind that is
 * @param name for people: {@code ChatIT.answers()}
 * @param test JUnit unique id, of the second run where that has the test
 * @param priority {@code P1} to {@code P6}, or {@code none}
 * @param before verdict in the first run, absent where that did not plan it
 * @param after verdict in the second, likewise
 * @param gradeBefore how well the pass in the first run was proven, absent where it was none
 * @param gradeAfter the same of the second
 * @param sameFailure whether a test that fails in both fails in the same way; absent for all others, and where a log does not tell
 * @param message what ended it in the second run, or why it was skipped; absent where there is neither
 * @param divergence its first call that went another way; absent where it did not pass in the first run, passes in the
 *     second, or where no call differs
 * @since 0.1.0
 */
public record TestChange(
        Kind kind,
        String name,
        String test,
        String priority,
        @Nullable Verdict before,
        @Nullable Verdict after,
        @Nullable Grade gradeBefore,
        @Nullable Grade gradeAfter,
        @Nullable Boolean sameFailure,
        @Nullable String message,
        @Nullable Divergence divergence) {

    /** What a change is. */
    public enum Kind {
        /** It fails, and did not before, or was not there. */
        NEW_FAILURE,
        /** It fails in both. */
        STILL_FAILING,
        /** It failed, and passes. */
        FIXED,
        /** It was planned in the first run, and is not in the second. */
        LOST,
        /** It was not there, and does not fail. */
        NEW,
        /** Its verdict is another, and none of the above. */
        VERDICT,
        /** It passes in both, with another grade. */
        GRADE
    }
}
