package dev.goldenpath.websocket;

import dev.goldenpath.environment.EventContract;
import dev.goldenpath.environment.EventRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds every way in which events break their contract. It judges all that has arrived at once, for what an event is
 * (a duplicate, out of order) depends on the others. Pure: the same events give the same breaches. Use once.
 */
final class ContractJudge {
    private static final int MOST_MISFITS = 3;

    private final ContractTerms terms;
    private final EventContract contract;
    private final BiFunction<EventRule, String, List<String>> misfits;
    private final List<ContractBreach> breaches = new ArrayList<>();
    private final Map<Object, List<ContractEvent>> ofSubject = new LinkedHashMap<>();
    /** Events about a subject that are another user's: with them it has come, though to the wrong one. */
    private final Map<Object, List<ContractEvent>> astray = new HashMap<>();

    private final Map<Object, ContractEvent> ids = new HashMap<>();

    /**
     * A judge.
     *
     * @param misfits what is wrong with the shape of a message, by the rule for its type
     */
    ContractJudge(ContractTerms terms, BiFunction<EventRule, String, List<String>> misfits) {
        this.terms = terms;
        this.contract = terms.contract();
        this.misfits = misfits;
    }

    /**
     * All breaches, those of one kind together.
     *
     * @param arrived the events of the contract's types, in the order of their arrival
     * @param sent messages of these types that this client has sent
     */
    List<ContractBreach> breaches(List<ContractEvent> arrived, List<ContractEvent> sent) {
        for (ContractEvent event : arrived) {
            sort(event, sent);
        }
        sent.stream()
                .filter(event -> arrived.stream().noneMatch(later -> echoes(later, event)))
                .forEach(event -> terms.subject(event)
                        .ifPresent(subject -> breach(TimelineMark.SENT_BY_THIS_CLIENT, subject, event, "")));
        for (Object subject : terms.judged()) {
            breaches.addAll(new SubjectJudge(terms, subject)
                    .breaches(ofSubject.getOrDefault(subject, List.of()), astray.getOrDefault(subject, List.of())));
        }
        breaches.sort(Comparator.comparing(ContractBreach::mark));
        return breaches;
    }

    private void sort(ContractEvent event, List<ContractEvent> sent) {
        Optional<Object> subject = terms.subject(event);
        if (sent.stream().anyMatch(own -> echoes(event, own))) {
            breach(TimelineMark.SENT_BY_THIS_CLIENT, subject.orElse(""), event, "");
            return;
        }
        if (contract.user() != null && isOfAnother(event, contract.user())) {
            breach(TimelineMark.OF_ANOTHER_USER, subject.orElse(""), event, saying(event, contract.user()));
            subject.ifPresent(known ->
                    astray.computeIfAbsent(known, key -> new ArrayList<>()).add(event));
            return;
        }
        if (subject.isEmpty()) {
            breach(TimelineMark.FOREIGN, "", event, saying(event, String.valueOf(contract.correlation())));
            return;
        }
        shape(event, subject.get());
        if (!repeatsId(event, subject.get())) {
            ofSubject.computeIfAbsent(subject.get(), key -> new ArrayList<>()).add(event);
        }
    }

    /** Whether it is what this client had sent before. */
    private static boolean echoes(ContractEvent event, ContractEvent own) {
        return own.nanos() - event.nanos() <= 0 && own.content().equals(event.content());
    }

    private boolean isOfAnother(ContractEvent event, String pointer) {
        return event.at(pointer)
                .filter(user -> !terms.userNames().contains(user.toString()))
                .isPresent();
    }

    private void shape(ContractEvent event, Object subject) {
        List<String> all = new ArrayList<>();
        Stream.of(contract.user(), contract.id())
                .filter(pointer -> pointer != null && event.at(pointer).isEmpty())
                .forEach(pointer -> all.add("it has no " + pointer));
        if (contract.sequence() != null
                && Sequence.number(event, contract.sequence()).isEmpty()) {
            all.add("what stands at " + contract.sequence() + " is no whole number");
        }
        terms.rule(event.type()).ifPresent(rule -> all.addAll(misfits.apply(rule, event.text())));
        if (!all.isEmpty()) {
            String note = all.stream().limit(MOST_MISFITS).collect(Collectors.joining("; "));
            String more = all.size() > MOST_MISFITS ? "; and " + (all.size() - MOST_MISFITS) + " more" : "";
            breach(TimelineMark.MISSHAPEN, subject, event, note + more);
        }
    }

    private boolean repeatsId(ContractEvent event, Object subject) {
        Optional<Object> id = event.at(contract.id());
        ContractEvent first = id.map(value -> ids.putIfAbsent(value, event)).orElse(null);
        if (first == null) {
            return false;
        }
        breach(TimelineMark.DUPLICATE, subject, event, contract.id() + " is that of message " + first.number());
        return true;
    }

    private void breach(TimelineMark mark, Object subject, ContractEvent event, String note) {
        breaches.add(ContractBreach.of(mark, subject.toString(), event, note));
    }

    private static String saying(ContractEvent event, String pointer) {
        return event.at(pointer).map(value -> pointer + " is " + value).orElse("it has no " + pointer);
    }
}
