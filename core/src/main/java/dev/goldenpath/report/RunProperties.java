package dev.goldenpath.report;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.runlog.LoggedRun;
import java.util.ArrayList;
import java.util.List;

/** The properties of each suite in the JUnit XML: what it was a run of. */
final class RunProperties {
    private final List<Fact> properties = new ArrayList<>();

    private RunProperties() {}

    static List<Fact> of(RunAccount account) {
        RunProperties properties = new RunProperties();
        properties.add(account);
        return List.copyOf(properties.properties);
    }

    private void add(RunAccount account) {
        LoggedRun run = account.run();
        RunOrigin origin = new RunOrigin(run);
        properties.add(Fact.of("goldenpath.run", run.run()));
        joined("goldenpath.environment", ",", List.copyOf(run.environments()));
        origin.revisions().forEach(fact -> properties.add(Fact.of("goldenpath.revision." + fact.key(), fact.value())));
        numbered("goldenpath.redeployment.", account.revisions().sentences());
        joined("goldenpath.git", ", ", origin.commits());
        if (run.code().isAudited()) {
            properties.add(Fact.of("goldenpath.audit", CodeFindings.score(run)));
        }
        numbered(
                "goldenpath.allowed-fake.",
                run.code().findings(Effect.ALLOWED).stream()
                        .map(CodeFindings::sentence)
                        .toList());
        numbered("goldenpath.bypass.", Bypasses.of(run).sentences());
        properties.add(Fact.of("goldenpath.limits", CodeFindings.LIMITS));
        if (run.pending() > 0) {
            properties.add(Fact.of("goldenpath.pending", run.pending()));
        }
    }

    private void joined(String name, String between, List<String> values) {
        if (!values.isEmpty()) {
            properties.add(Fact.of(name, String.join(between, values)));
        }
    }

    private void numbered(String prefix, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            properties.add(Fact.of(prefix + (i + 1), values.get(i)));
        }
    }
}
