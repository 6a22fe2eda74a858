package dev.goldenpath.websocket;

import dev.goldenpath.environment.EventContract;
import dev.goldenpath.environment.EventRule;
import dev.goldenpath.environment.EventSettings;
import dev.goldenpath.environment.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A contract for the runs of an agent. */
final class AgentRun {
    static final String SCHEMA =
            "{\"properties\":{\"words\":{\"type\":\"integer\",\"minimum\":1}},\"required\":[\"run\"]}";

    private AgentRun() {}

    static EventSettings settings(EventContract... contracts) {
        return new EventSettings(
                "/type",
                Set.of("heartbeat"),
                List.of(contracts).stream().collect(Collectors.toMap(EventContract::name, contract -> contract)));
    }

    /** Of a run: started, then thinking at least once, a tool or none, and done. */
    static EventContract contract() {
        return contract(true, Duration.ofSeconds(20), Duration.ofSeconds(1));
    }

    /** The same for a machine that may be busy. */
    static EventContract patient(Duration within) {
        return contract(true, within, Duration.ofSeconds(2));
    }

    static EventContract contract(boolean ordered, Duration within, Duration first) {
        return new EventContract(
                "agent-run",
                "1",
                "/run",
                "/user",
                "/id",
                "/seq",
                ordered,
                within,
                Duration.ofMillis(200),
                List.of(
                        rule("started", Set.of(), 1, 1, first, 5),
                        new EventRule("thinking", Set.of(), 1, null, first, SCHEMA, line(6)),
                        rule("tool", Set.of(), 0, 1, null, 7),
                        rule("done", Set.of("completed"), 1, 1, null, 8)),
                line(4));
    }

    /** With neither subjects nor users, ids and numbers. */
    static EventContract plain() {
        return plain(Duration.ofMillis(400), Duration.ofMillis(200));
    }

    static EventContract plain(Duration within, Duration quiet) {
        return new EventContract(
                "plain",
                "7",
                null,
                null,
                null,
                null,
                true,
                within,
                quiet,
                List.of(rule("started", Set.of(), 1, 1, null, 12), rule("done", Set.of(), 2, 3, null, 13)),
                line(11));
    }

    private static EventRule rule(
            String type, Set<String> aliases, int least, Integer most, Duration within, int line) {
        return new EventRule(type, aliases, least, most, within, null, line(line));
    }

    private static Origin line(int line) {
        return new Origin("events.yaml:" + line);
    }
}
