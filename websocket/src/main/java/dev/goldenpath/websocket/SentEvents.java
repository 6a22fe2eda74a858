package dev.goldenpath.websocket;

import dev.goldenpath.client.JsonText;
import java.util.List;
import java.util.stream.Stream;

/** Finds among the messages that this client has sent those that pass for events of the service. */
final class SentEvents {
    private SentEvents() {}

    /** Those of a type that the contract lists, oldest first. */
    static List<ContractEvent> among(List<SentView.SentText> sent, ContractTerms terms, EventFields fields) {
        return sent.stream().flatMap(message -> event(message, terms, fields)).toList();
    }

    private static Stream<ContractEvent> event(SentView.SentText message, ContractTerms terms, EventFields fields) {
        JsonText json = EventFields.json(message.text());
        String type = fields.type(message.text());
        return json == null || type == null || terms.rule(type).isEmpty()
                ? Stream.empty()
                : Stream.of(new ContractEvent(0, type, message.text(), json, message.nanos()));
    }
}
