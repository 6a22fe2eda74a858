package dev.goldenpath.cause;

import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Revision;
import java.util.List;
import java.util.Map;

/**
 * All that root causes are found from.
 *
 * @param tree the declared services, by name
 * @param probes how services were, in any order
 * @param revisions what they said they run, in any order
 * @param tests those that did not pass
 * @since 0.1.0
 */
public record Observations(
        Map<String, ServiceNode> tree,
        List<Seen<Probe>> probes,
        List<Seen<Revision>> revisions,
        List<TroubledTest> tests) {

    /** Copies all four. */
    public Observations {
        tree = Map.copyOf(tree);
        probes = List.copyOf(probes);
        revisions = List.copyOf(revisions);
        tests = List.copyOf(tests);
    }
}
