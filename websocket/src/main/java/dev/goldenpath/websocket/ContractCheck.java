package dev.goldenpath.websocket;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EventContract;
import dev.goldenpath.environment.EventRule;
import dev.goldenpath.environment.EventSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a session honours a contract of its service: reads the terms, collects the events, has them judged. */
final class ContractCheck {
    private final SocketSession session;
    private final EventSettings events;
    private final EventContract contract;

    ContractCheck(SocketSession session, String name) {
        this.session = session;
        this.events = session.call().events();
        EventContract found = events.contracts().get(name);
        if (found == null) {
            throw unknown(name);
        }
        this.contract = found;
    }

    /** The message of the failure; empty when the contract is honoured. */
    Optional<String> failure(List<Object> subjects) {
        long called = System.nanoTime();
        // What is wrong with a schema is told before anything is waited for.
        contract.events().forEach(rule -> misfits(rule, "{}"));
        ContractTerms terms = new ContractTerms(contract, plain(subjects), userNames(), called);
        CollectedEvents collected = new CollectedEvents(session, terms);
        Optional<SocketClose> ended = collected.collect();
        List<ContractEvent> sent = SentEvents.among(session.sent().kept(), terms, new EventFields(events));
        List<ContractBreach> breaches = new ContractJudge(
                        terms,
                        (rule, text) -> rule.schema() == null
                                ? List.of()
                                : session.shapes()
                                        .of(rule.type(), rule.schema())
                                        .misfits(text))
                .breaches(collected.events(), sent);
        if (breaches.isEmpty() && ended.isEmpty()) {
            collected.cite();
            return Optional.empty();
        }
        return Optional.of(new ContractFailure(session, terms, collected, breaches).message(ended.orElse(null)));
    }

    private List<String> misfits(EventRule rule, String text) {
        return rule.schema() == null
                ? List.of()
                : session.shapes()
                        .of("'" + rule.type() + "' (" + rule.origin() + ")", rule.schema())
                        .misfits(text);
    }

    private List<Object> plain(List<Object> subjects) {
        if (contract.correlation() == null && !subjects.isEmpty()) {
            throw new IllegalArgumentException(
                    named() + " does not say which subject an event is about, so none can be "
                            + "named. Leave it out, or add 'correlation' to the contract.");
        }
        if (contract.correlation() != null && subjects.isEmpty()) {
            throw new IllegalArgumentException(
                    named() + " is about subjects. Name at least one: the value that stands at "
                            + contract.correlation() + " of its events.");
        }
        return subjects.stream()
                .map(subject -> JsonText.parse(JsonText.write(subject))
                        .at("")
                        .orElseThrow(() -> new IllegalArgumentException("No subject can be null.")))
                .toList();
    }

    private Set<String> userNames() {
        Set<String> names = session.call().context().userNames();
        if (contract.user() != null && names.isEmpty()) {
            throw new ConfigurationException(
                    named() + " says whose its events are (user: " + contract.user()
                            + "), but nobody is logged in here: the session is anonymous. Open it as a user.",
                    List.of());
        }
        return names;
    }

    private String named() {
        return "The contract '" + contract.name() + "' (" + contract.origin() + ")";
    }

    private ConfigurationException unknown(String name) {
        String service = session.call().context().service().name();
        Set<String> known = new TreeSet<>(events.contracts().keySet());
        return new ConfigurationException(
                known.isEmpty()
                        ? "Service '" + service + "' has no contract for its events, so '" + name
                                + "' can't be honoured. Name its file in goldenpath.yaml: services." + service
                                + ".events.contract."
                        : "Service '" + service + "' has no contract '" + name + "' for its events. Its contracts: "
                                + String.join(", ", known) + ".",
                List.of());
    }
}
