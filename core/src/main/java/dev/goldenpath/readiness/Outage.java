package dev.goldenpath.readiness;

import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.Fact;
import java.util.List;

/**
 * Why tests can't run.
 *
 * @param rootCause one line, the same for all tests that it blocks
 * @param facts what was seen, and what has led from this test to it
 */
record Outage(String rootCause, List<Fact> facts) {
    Outage {
        facts = List.copyOf(facts);
    }

    EnvironmentNotReadyException exception() {
        return new EnvironmentNotReadyException(rootCause, facts);
    }
}
