package dev.goldenpath.runlog;

import dev.goldenpath.evidence.Bypass;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where a bypass was used.
 *
 * @param bypass what it is, and of which service
 * @param tests unique ids of the tests whose own calls it went with, in any of their attempts
 * @param inSetUp whether it also went with calls of a shared set-up, which is of no single test
 * @since 0.1.0
 */
public record LoggedBypass(Bypass bypass, Set<String> tests, boolean inSetUp) {

    /** Copies the tests, keeping their order. */
    public LoggedBypass {
        tests = Collections.unmodifiableSet(new LinkedHashSet<>(tests));
    }

    /** What both say of the same bypass. */
    LoggedBypass and(LoggedBypass other) {
        Set<String> all = new LinkedHashSet<>(tests);
        all.addAll(other.tests);
        return new LoggedBypass(bypass, all, inSetUp || other.inSetUp);
    }
}
