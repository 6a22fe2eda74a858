package dev.goldenpath.http;

import dev.goldenpath.evidence.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the one alternative that a response satisfies. */
final class AlternativeChecks {
    private final List<Alternative> alternatives;

    AlternativeChecks(List<Alternative> alternatives) {
        if (alternatives.size() < 2
                || alternatives.stream().map(Alternative::name).distinct().count() < alternatives.size()) {
            throw new IllegalArgumentException(
                    "Name at least two alternatives, each by a name of its own, not " + alternatives + ".");
        }
        this.alternatives = alternatives;
    }

    /** Records the one that holds; all are tried, so that two that overlap are found out. */
    Optional<Mismatch> exactlyOne(ServiceResponse response) {
        List<String> held = new ArrayList<>();
        List<Fact> failed = new ArrayList<>();
        for (Alternative alternative : alternatives) {
            try {
                alternative.require(response);
                held.add(alternative.name());
            } catch (AssertionError e) {
                failed.add(Fact.of(alternative.name(), OneLine.of(e)));
            }
        }
        if (held.size() == 1) {
            response.note("'" + held.get(0) + "' held");
            return Optional.empty();
        }
        String expected = "Expected exactly one of " + alternatives.size() + " alternatives to hold, but ";
        if (held.isEmpty()) {
            return Optional.of(Mismatch.of(expected + "none does.", failed, null));
        }
        String names = held.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" and "));
        return Optional.of(Mismatch.of(expected + names + " do. Let them exclude each other."));
    }
}
