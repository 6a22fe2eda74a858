package dev.goldenpath.websocket;

import dev.goldenpath.environment.EventContract;
import dev.goldenpath.evidence.Fact;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The message about a contract that was not honoured. */
final class ContractFailure {
    private static final int MOST_LISTED = 50;

    private final SocketSession session;
    private final ContractTerms terms;
    private final CollectedEvents collected;
    private final List<ContractBreach> breaches;

    ContractFailure(
            SocketSession session, ContractTerms terms, CollectedEvents collected, List<ContractBreach> breaches) {
        this.session = session;
        this.terms = terms;
        this.collected = collected;
        this.breaches = breaches;
    }

    /**
     * The message, redacted.
     *
     * @param ended how the session ended before the end of the quiet time; {@code null} where it did not
     */
    String message(@Nullable SocketClose ended) {
        SocketCall call = session.call();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("stream", call.description()));
        session.closed().ifPresent(close -> facts.add(Fact.of("session", close.inWords())));
        boolean several = terms.judged().size() > 1;
        for (Object subject : terms.judged()) {
            if (terms.contract().correlation() != null) {
                facts.add(Fact.of("subject", terms.contract().correlation() + " is " + subject));
            }
            List<TimelineRow> rows =
                    new ContractTimeline(terms, breaches, collected::time).rows(subject, collected.events());
            facts.add(Fact.of(
                    "timeline",
                    rows.isEmpty() ? "nothing arrived" : new TimelineTable(rows, true, call::redacted).lines()));
        }
        if (!breaches.isEmpty()) {
            facts.add(Fact.of("breaches", listed(several)));
        }
        collected.passedOver().ifPresent(words -> facts.add(Fact.of("passed over", words)));
        return call.redacted(Fact.message(headline(ended), facts));
    }

    private String headline(@Nullable SocketClose ended) {
        EventContract contract = terms.contract();
        String named = "the contract '" + contract.name() + "' (" + contract.origin() + ", version "
                + contract.version() + ")";
        if (breaches.isEmpty() && ended != null) {
            return "The events could not be held against " + named + " to the end: " + ended.inWords() + ".";
        }
        String count = breaches.size() == 1 ? "" : breaches.size() + " breaches: ";
        return "The events break " + named + ": " + count + inBrief() + ".";
    }

    private String inBrief() {
        return breaches.stream()
                .collect(Collectors.groupingBy(
                        ContractBreach::mark,
                        () -> new EnumMap<>(TimelineMark.class),
                        Collectors.mapping(ContractBreach::type, Collectors.toCollection(LinkedHashSet::new))))
                .entrySet()
                .stream()
                .map(kind -> ContractBreach.inWords(kind.getKey(), List.copyOf(kind.getValue())))
                .collect(Collectors.joining("; "));
    }

    private String listed(boolean several) {
        String shown = breaches.stream()
                .limit(MOST_LISTED)
                .map(breach -> breach.inWords(several))
                .collect(Collectors.joining("\n"));
        return breaches.size() <= MOST_LISTED ? shown : shown + "\n… and " + (breaches.size() - MOST_LISTED) + " more";
    }
}
