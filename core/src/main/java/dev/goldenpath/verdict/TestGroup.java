package dev.goldenpath.verdict;

import dev.goldenpath.verdict.GateReason.Kind;
import java.util.Collection;

/**
 * Tests that the gate judges together.
 *
 * @param tally of all of them
 * @param misconfigured how many are ERROR because the configuration can't be used
 * @since 0.1.0
 */
public record TestGroup(Tally tally, int misconfigured) {

    /** All of them together. */
    public static TestGroup sum(Collection<TestGroup> groups) {
        return new TestGroup(
                Tally.sum(groups.stream().map(TestGroup::tally).toList()),
                groups.stream().mapToInt(TestGroup::misconfigured).sum());
    }

    /** Whose matter it is that not all of them passed; skips are what a rate allows for before all else. */
    Kind kind() {
        if (tally.count(Verdict.FAILED) > 0 || hasErrors()) {
            return Kind.FAILURES;
        }
        if (tally.count(Verdict.SUSPECT) > 0) {
            return Kind.POLICY;
        }
        if (tally.count(Verdict.MISSING) > 0) {
            return Kind.GATE;
        }
        if (misconfigured > 0) {
            return Kind.CONFIGURATION;
        }
        return tally.count(Verdict.BLOCKED) > 0 ? Kind.ENVIRONMENT : Kind.GATE;
    }

    /** Whether one is ERROR for another reason than the configuration. */
    boolean hasErrors() {
        return tally.count(Verdict.ERROR) > misconfigured;
    }
}
