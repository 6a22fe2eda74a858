package dev.goldenpath.history;

import dev.goldenpath.verdict.Verdict;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one test in one run.
 *
 * @param test JUnit unique id
 * @param className fully qualified name of the test class
 * @param name legacy reporting name, for example {@code answers()}
 * @param verdict of the attempt that counts
 * @param flaky whether it passed only after an attempt that did not
 * @param took how long the attempt that counts took, to the microsecond; absent where it never started or never ended
 * @param fingerprint of the failure, the same for the same failure in other runs; absent where there was none
 * @since 0.1.0
 */
public record KeptTest(
        String test,
        String className,
        String name,
        Verdict verdict,
        boolean flaky,
        @Nullable Duration took,
        @Nullable String fingerprint) {

    /** Whether the verdict says anything of what was tested: BLOCKED, SKIPPED and MISSING do not. */
    public boolean hasSpoken() {
        return switch (verdict) {
            case BLOCKED, SKIPPED, MISSING -> false;
            default -> true;
        };
    }

    /** Whether it passed, at whatever attempt. */
    public boolean isPassed() {
        return verdict == Verdict.PASSED;
    }

    /** The class that JUnit runs as a whole: the outermost one. */
    String topLevelClass() {
        int nested = className.indexOf('$', className.lastIndexOf('.') + 2);
        return nested < 0 ? className : className.substring(0, nested);
    }
}
