package dev.goldenpath.http;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.TraceIds;
import java.util.ArrayList;
import java.util.List;

/** The ids of an exchange as facts of a message. */
final class IdFacts {
    private IdFacts() {}

    static List<Fact> of(TraceIds ids) {
        List<Fact> facts = new ArrayList<>();
        if (ids.request() != null) {
            facts.add(Fact.of("request id", ids.request()));
        }
        if (ids.trace() != null) {
            facts.add(Fact.of("trace id", ids.trace()));
        }
        ids.server().forEach((name, id) -> facts.add(Fact.of("server's " + name, id)));
        return facts;
    }
}
