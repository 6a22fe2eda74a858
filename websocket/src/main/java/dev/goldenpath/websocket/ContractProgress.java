package dev.goldenpath.websocket;

import dev.goldenpath.environment.EventRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells when there is nothing left to wait for. Not thread-safe. */
final class ContractProgress {
    private record Expected(Object subject, EventRule rule) {}

    private final ContractTerms terms;
    private final Map<Expected, Integer> counts = new HashMap<>();

    ContractProgress(ContractTerms terms) {
        this.terms = terms;
    }

    void add(ContractEvent event) {
        terms.rule(event.type())
                .ifPresent(rule -> terms.subject(event)
                        .ifPresent(subject -> counts.merge(new Expected(subject, rule), 1, Integer::sum)));
    }

    /** Whether of each subject every required event has come, or the last of an order: those before it are lost. */
    boolean isComplete() {
        List<EventRule> required = terms.contract().events().stream()
                .filter(rule -> rule.least() > 0)
                .toList();
        List<EventRule> awaited = terms.contract().ordered() && !required.isEmpty()
                ? required.subList(required.size() - 1, required.size())
                : required;
        return terms.judged().stream().allMatch(subject -> awaited.stream().allMatch(rule -> hasCome(subject, rule)));
    }

    private boolean hasCome(Object subject, EventRule rule) {
        return counts.getOrDefault(new Expected(subject, rule), 0) >= rule.least();
    }
}
