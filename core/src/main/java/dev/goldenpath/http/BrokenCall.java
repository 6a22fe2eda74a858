package dev.goldenpath.http;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.RecordedEvidence;
import java.util.ArrayList;
import java.util.List;

/** Says all that is known of a call that broke. */
final class BrokenCall {
    private BrokenCall() {}

    static ServiceCallException of(
            OutgoingRequest outgoing,
            CallFailure failure,
            RecordedEvidence recorded,
            String causeWords,
            Exception cause) {
        HttpExchange exchange = (HttpExchange) recorded.evidence();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("service", outgoing.context().service().name()));
        facts.add(Fact.of("url from", outgoing.context().service().origin()));
        NetworkPhase phase = failure.phase();
        if (phase != null) {
            facts.add(Fact.of("broke in", phase.word()));
        }
        facts.add(Fact.of("phases", exchange.phases().words()));
        facts.addAll(IdFacts.of(exchange.ids()));
        facts.add(Fact.of("cause", causeWords));
        return new ServiceCallException(outgoing.description() + ": " + failure.words() + ".", facts, cause, failure);
    }
}
