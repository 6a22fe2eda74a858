package dev.goldenpath.cause;

import dev.goldenpath.environment.Need;
import dev.goldenpath.evidence.OutageSign;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run may have seen, told second by second. */
final class World {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final Map<String, ServiceNode> tree = new LinkedHashMap<>();
    private final List<Seen<Probe>> probes = new ArrayList<>();
    private final List<Seen<Revision>> revisions = new ArrayList<>();
    private final List<TroubledTest> tests = new ArrayList<>();

    static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    /** A service that can't do without those. */
    World service(String name, String... required) {
        ServiceNode before = tree.getOrDefault(name, new ServiceNode(Map.of(), null, null));
        Map<String, Need> needs = new TreeMap<>(before.dependsOn());
        Stream.of(required).forEach(other -> needs.put(other, Need.REQUIRED));
        tree.put(name, new ServiceNode(needs, null, null));
        return this;
    }

    World optional(String name, String other) {
        Map<String, Need> needs = new TreeMap<>(tree.get(name).dependsOn());
        needs.put(other, Need.OPTIONAL);
        tree.put(name, new ServiceNode(needs, null, null));
        return this;
    }

    World expected(String name, @Nullable String revision, @Nullable Duration maxAge) {
        tree.put(name, new ServiceNode(tree.get(name).dependsOn(), revision, maxAge));
        return this;
    }

    World probe(int second, String service, ServiceState state, String... because) {
        return reported(second, service, state, null, because);
    }

    World reported(int second, String service, ServiceState state, @Nullable String saidBy, String... because) {
        return probe(
                second,
                service,
                state,
                saidBy,
                List.of(because),
                List.of(new Probe.Check(
                        saidBy == null ? "health" : Probe.REPORT,
                        state,
                        "'" + service + "' is " + state.word() + ".\nMore.")));
    }

    World probe(
            int second,
            String service,
            ServiceState state,
            @Nullable String saidBy,
            List<String> because,
            List<Probe.Check> checks) {
        int number = probes.size() + 1;
        Probe probe = new Probe(number, service, RunPart.DURING, state, saidBy, because, checks, 1, Duration.ZERO);
        probes.add(new Seen<>(at(second), "probe " + number, probe));
        return this;
    }

    World revision(int second, String service, String revision, @Nullable Instant deployedAt) {
        revisions.add(new Seen<>(
                at(second), "revision at " + second, new Revision(service, revision, deployedAt, RunPart.DURING)));
        return this;
    }

    World blocked(String name, int second, String... needs) {
        return test(name, Verdict.BLOCKED, second, List.of(needs), List.of(), null, null);
    }

    World blockedFor(String sharedCause, String name, int second, String... needs) {
        return test(name, Verdict.BLOCKED, second, List.of(needs), List.of(), null, sharedCause);
    }

    World failed(String name, int second, OutageSign... signs) {
        return test(name, Verdict.FAILED, second, List.of(), List.of(signs), null, null);
    }

    World failedAs(String fingerprint, String name, int second, OutageSign... signs) {
        return test(name, Verdict.FAILED, second, List.of(), List.of(signs), fingerprint, null);
    }

    World test(
            String name,
            Verdict verdict,
            int second,
            List<String> needs,
            List<OutageSign> signs,
            @Nullable String fingerprint,
            @Nullable String sharedCause) {
        tests.add(new TroubledTest(
                tests.size(),
                name,
                verdict,
                tests.size() % 2 == 0 ? "P1" : "P2",
                at(second),
                at(second + 1),
                needs,
                signs,
                fingerprint,
                sharedCause));
        return this;
    }

    static OutageSign sign(int second, String service, String words) {
        return new OutageSign(service, words, "call " + second, at(second));
    }

    List<RootCause> causes() {
        return RootCauses.of(new Observations(tree, probes, revisions, tests));
    }

    List<TroubledTest> tests() {
        return tests;
    }
}
