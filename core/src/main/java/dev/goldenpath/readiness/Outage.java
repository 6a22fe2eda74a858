package dev.goldenpath.readiness;

import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.Fact;
import java.util.List;
import java.util.function.UnaryOperator;

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

    /** The same with each text as it may be shown. */
    Outage shown(UnaryOperator<String> redacted) {
        return new Outage(
                redacted.apply(rootCause),
                facts.stream()
                        .map(fact -> Fact.of(fact.key(), redacted.apply(fact.value())))
                        .toList());
    }

    EnvironmentNotReadyException exception() {
        return new EnvironmentNotReadyException(rootCause, facts);
    }
}
