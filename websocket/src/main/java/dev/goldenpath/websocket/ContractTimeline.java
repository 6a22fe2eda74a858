package dev.goldenpath.websocket;

import dev.goldenpath.environment.EventRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a contract expects of a subject beside what arrived, each event with its breaches. Pure; use once. */
final class ContractTimeline {
    /** An event so marked does not stand for an expected one. */
    private static final Set<TimelineMark> ASIDE = EnumSet.of(
            TimelineMark.DUPLICATE,
            TimelineMark.OUT_OF_ORDER,
            TimelineMark.FOREIGN,
            TimelineMark.OF_ANOTHER_USER,
            TimelineMark.SENT_BY_THIS_CLIENT);

    private final ContractTerms terms;
    private final List<ContractBreach> breaches;
    private final LongFunction<Duration> clock;
    private final List<TimelineRow> rows = new ArrayList<>();
    private int next;
    private int shown = -1;

    /**
     * A timeline.
     *
     * @param breaches all that were found
     * @param clock what a reading of {@link System#nanoTime()} is in the timeline
     */
    ContractTimeline(ContractTerms terms, List<ContractBreach> breaches, LongFunction<Duration> clock) {
        this.terms = terms;
        this.breaches = breaches;
        this.clock = clock;
    }

    /** The rows of one subject: its events, those that are no named subject's, and what is missing. */
    List<TimelineRow> rows(Object subject, List<ContractEvent> arrived) {
        Stream<ContractEvent> sent = breaches.stream()
                .map(ContractBreach::event)
                .filter(Objects::nonNull)
                .filter(event -> event.number() == 0);
        Stream.concat(arrived.stream(), sent)
                .filter(event -> terms.subject(event).map(subject::equals).orElse(true))
                .sorted(Comparator.comparingLong(
                        event -> clock.apply(event.nanos()).toNanos()))
                .forEach(event -> add(event, subject));
        missingBefore(terms.contract().events().size(), subject);
        return rows;
    }

    private void add(ContractEvent event, Object subject) {
        List<ContractBreach> own =
                breaches.stream().filter(breach -> event.equals(breach.event())).toList();
        boolean aside = own.stream().anyMatch(breach -> ASIDE.contains(breach.mark()));
        int place = terms.place(event);
        String expected = "";
        if (!aside) {
            if (terms.contract().ordered()) {
                missingBefore(place, subject);
            }
            expected =
                    place == shown ? "" : terms.contract().events().get(place).type();
            shown = place;
        }
        String sent = event.number() == 0 ? " (sent)" : "";
        rows.add(new TimelineRow(
                expected,
                event.type() + sent,
                clock.apply(event.nanos()),
                own.isEmpty() ? null : own.get(0).mark(),
                note(own),
                1));
    }

    private static String note(List<ContractBreach> own) {
        Optional<String> first = own.stream().findFirst().map(ContractBreach::note);
        Stream<String> others = own.stream()
                .skip(1)
                .map(breach -> breach.mark().word() + (breach.note().isEmpty() ? "" : ": " + breach.note()));
        return Stream.concat(first.stream(), others)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private void missingBefore(int place, Object subject) {
        for (; next < place; next++) {
            EventRule rule = terms.contract().events().get(next);
            breaches.stream()
                    .filter(breach -> breach.mark() == TimelineMark.MISSING
                            && breach.type().equals(rule.type())
                            && breach.subject().equals(subject.toString()))
                    .forEach(breach -> rows.add(
                            new TimelineRow(rule.type(), TimelineRow.NOTHING, null, breach.mark(), breach.note(), 1)));
        }
    }
}
