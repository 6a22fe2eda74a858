package dev.goldenpath.websocket;

import dev.goldenpath.environment.EventContract;
import dev.goldenpath.environment.EventRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds how the events about one subject break their contract: number, order and time. Use once. */
final class SubjectJudge {
    private final ContractTerms terms;
    private final EventContract contract;
    private final String subject;
    private final List<ContractBreach> breaches = new ArrayList<>();

    SubjectJudge(ContractTerms terms, Object subject) {
        this.terms = terms;
        this.contract = terms.contract();
        this.subject = subject.toString();
    }

    /**
     * The breaches.
     *
     * @param events those about the subject, in the order of their arrival
     * @param astray those about it that came as another user's
     */
    List<ContractBreach> breaches(List<ContractEvent> events, List<ContractEvent> astray) {
        missing(Stream.concat(events.stream(), astray.stream()).toList());
        List<ContractEvent> once = withoutDuplicates(events);
        late(once);
        outOfOrder(once);
        holes(Stream.concat(events.stream(), astray.stream()).toList());
        return breaches;
    }

    private void missing(List<ContractEvent> events) {
        for (EventRule rule : contract.events()) {
            long count =
                    events.stream().filter(event -> rule.covers(event.type())).count();
            if (count < rule.least()) {
                String note = rule.least() == 1 ? "" : count + " of at least " + rule.least() + " came";
                breaches.add(ContractBreach.missing(rule.type(), subject, note));
            }
        }
    }

    private List<ContractEvent> withoutDuplicates(List<ContractEvent> events) {
        Map<Long, ContractEvent> numbers = new HashMap<>();
        Map<EventRule, Integer> counts = new HashMap<>();
        List<ContractEvent> once = new ArrayList<>();
        for (ContractEvent event : events) {
            EventRule rule = terms.rule(event.type()).orElseThrow();
            Integer most = rule.most();
            ContractEvent first = Sequence.number(event, contract.sequence())
                    .map(number -> numbers.putIfAbsent(number, event))
                    .orElse(null);
            if (first != null) {
                breach(TimelineMark.DUPLICATE, event, contract.sequence() + " is that of message " + first.number());
            } else if (most != null && counts.merge(rule, 1, Integer::sum) > most) {
                breach(TimelineMark.DUPLICATE, event, "no more than " + most + " may come");
            } else {
                once.add(event);
            }
        }
        return once;
    }

    private void late(List<ContractEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        long first = events.get(0).nanos();
        boolean awaited = terms.calledNanos() - first < 0;
        long beginning = awaited ? terms.calledNanos() : first;
        Map<EventRule, ContractEvent> firsts = new HashMap<>();
        for (ContractEvent event : events) {
            EventRule rule = terms.rule(event.type()).orElseThrow();
            Duration limit = firsts.putIfAbsent(rule, event) == null ? rule.within() : null;
            // What the first listed event is late after can only be the call: it is itself where the subject begins.
            boolean fromCall = awaited && rule.equals(contract.events().get(0));
            if (!breaksLimit(event, fromCall ? beginning : first, limit, fromCall)) {
                breaksLimit(event, beginning, contract.within(), awaited);
            }
        }
    }

    private boolean breaksLimit(ContractEvent event, long from, @Nullable Duration limit, boolean fromCall) {
        Duration took = Duration.ofNanos(event.nanos() - from);
        if (limit == null || took.compareTo(limit) <= 0) {
            return false;
        }
        breach(
                TimelineMark.LATE,
                event,
                Periods.exactly(took) + " after " + (fromCall ? "the assertion began" : "the first event")
                        + ", not within " + Periods.inWords(limit));
        return true;
    }

    private void outOfOrder(List<ContractEvent> events) {
        Map<ContractEvent, String> found = new LinkedHashMap<>();
        if (contract.ordered()) {
            found.putAll(Disorder.of(events, terms::place));
        }
        List<ContractEvent> numbered = events.stream()
                .filter(event -> Sequence.number(event, contract.sequence()).isPresent())
                .toList();
        Disorder.of(
                        numbered,
                        event -> Sequence.number(event, contract.sequence()).orElseThrow())
                .forEach(found::putIfAbsent);
        found.forEach((event, note) -> breach(TimelineMark.OUT_OF_ORDER, event, note));
    }

    private void holes(List<ContractEvent> events) {
        TreeMap<Long, ContractEvent> numbers = new TreeMap<>();
        events.forEach(event ->
                Sequence.number(event, contract.sequence()).ifPresent(number -> numbers.putIfAbsent(number, event)));
        long expected = 1;
        for (Map.Entry<Long, ContractEvent> entry : numbers.entrySet()) {
            long last = entry.getKey() - 1;
            if (last >= expected) {
                String note = contract.sequence() + (expected == last ? " " : " " + expected + " to ") + last
                        + (expected == last ? " has" : " have") + " not come";
                breach(TimelineMark.HOLE, entry.getValue(), note);
            }
            expected = Math.max(expected, entry.getKey() + 1);
        }
    }

    private void breach(TimelineMark mark, ContractEvent event, String note) {
        breaches.add(ContractBreach.of(mark, subject, event, note));
    }
}
