package dev.goldenpath.websocket;

import dev.goldenpath.environment.EventContract;
import dev.goldenpath.environment.EventRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the events of a session are judged by.
 *
 * @param subjects the values that stand at the contract's {@code correlation}; none where it has no such place
 * @param userNames what the service may call the session's user
 * @param calledNanos when the assertion was called, as a reading of {@link System#nanoTime()}
 */
record ContractTerms(EventContract contract, List<Object> subjects, Set<String> userNames, long calledNanos) {

    ContractTerms {
        subjects = List.copyOf(subjects);
        userNames = Set.copyOf(userNames);
    }

    /** The rule for events of a type; empty where the contract does not list it. */
    Optional<EventRule> rule(String type) {
        return contract.events().stream().filter(rule -> rule.covers(type)).findFirst();
    }

    /** The place of the rule for an event in the order of the contract. */
    int place(ContractEvent event) {
        return contract.events().indexOf(rule(event.type()).orElseThrow());
    }

    /** Which of the subjects the event is about, empty where it is about none; there is but one without a correlation. */
    Optional<Object> subject(ContractEvent event) {
        return contract.correlation() == null
                ? Optional.of("")
                : event.at(contract.correlation()).filter(subjects::contains);
    }

    /** Everything that is judged on its own. */
    List<Object> judged() {
        return contract.correlation() == null ? List.of("") : subjects;
    }
}
