package dev.goldenpath.readiness;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One line for a person who waits: for what, and for how long already. */
final class WaitingLine {
    private WaitingLine() {}

    /** Empty where nothing is waited for. */
    static Optional<String> of(String environment, Collection<Condition> waitedFor, Duration waited, Duration limit) {
        List<Condition> missing =
                waitedFor.stream().filter(condition -> !condition.ready()).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Golden Path waits for environment '" + environment + "', " + waited.toSeconds() + " s of "
                                + limit.toSeconds() + " s: "
                                + missing.stream()
                                        .map(condition -> "'" + condition.service() + "' " + condition.told())
                                        .collect(Collectors.joining("; ")));
    }
}
