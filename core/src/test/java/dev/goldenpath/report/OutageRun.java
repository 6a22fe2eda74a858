package dev.goldenpath.report;

import dev.goldenpath.environment.Need;
import dev.goldenpath.evidence.OutageSign;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.runlog.Circumstances;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedService;
import dev.goldenpath.runlog.LoggedServices;
import dev.goldenpath.runlog.LoggedServices.Sighting;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A run in which Redis dies, and comes back, and the backend is redeployed. */
final class OutageRun {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Path LOG = Path.of("run-r1-1-1700000000000.jsonl");

    private final SampleRun run =
            new SampleRun().revenue("USD", "chat", "120000").revenue("USD", "billing", "80000");
    private final List<Sighting<Probe>> probes = new ArrayList<>();
    private final List<Sighting<Revision>> revisions = new ArrayList<>();

    private OutageRun() {}

    /** Of five tests one passes, one fails by the outage and one by itself, and two are blocked. */
    static LoggedRun ofRedis() {
        OutageRun outage = new OutageRun();
        outage.probe(1, 0, "backend", ServiceState.HEALTHY);
        outage.probe(2, 0, "redis", ServiceState.HEALTHY);
        outage.probe(3, 11, "backend", ServiceState.FAILED, "redis");
        outage.probe(4, 11, "redis", ServiceState.FAILED);
        outage.probe(5, 20, "backend", ServiceState.HEALTHY);
        outage.probe(6, 20, "redis", ServiceState.HEALTHY);
        OutageSign sign = new OutageSign("backend", "WebSocket handshake 503", "session 3", at(10));
        outage.test("P1", "passes", Verdict.PASSED, 1, 2);
        outage.test("P1", "agentAnswers", Verdict.FAILED, 9, 11, sign);
        outage.test("P1", "history", Verdict.BLOCKED, 12, 12);
        outage.test("P2", "search", Verdict.BLOCKED, 13, 13);
        outage.test("P2", "counts", Verdict.FAILED, 14, 15);
        return outage.read();
    }

    /** Of four tests two may have met either revision. */
    static LoggedRun ofRedeployment() {
        OutageRun outage = new OutageRun();
        outage.revision(0, "abc", RunPart.BEFORE);
        outage.revision(3, "abc", RunPart.DURING);
        outage.revision(8, "def", RunPart.AFTER);
        outage.test("P1", "before", Verdict.PASSED, 1, 2);
        outage.test("P1", "meanwhile", Verdict.PASSED, 2, 5);
        outage.test("P1", "after", Verdict.PASSED, 8, 9);
        outage.test("P2", "throughout", Verdict.PASSED, 0, 9);
        return outage.read();
    }

    private LoggedRun read() {
        return run.services(new LoggedServices(
                        Map.of(
                                "backend",
                                new LoggedService(Map.of("redis", Need.REQUIRED), null, null, null),
                                "redis",
                                new LoggedService(Map.of(), "backend", null, null)),
                        probes,
                        revisions))
                .read();
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    private void probe(int number, int second, String service, ServiceState state, String... because) {
        String saidBy = service.equals("redis") ? "backend" : null;
        String words = saidBy == null ? "GET /health → 503" : "/checks/redis/status is 'down'";
        Probe probe = new Probe(
                number,
                service,
                RunPart.DURING,
                state,
                saidBy,
                Stream.of(because).toList(),
                List.of(new Probe.Check(saidBy == null ? "health" : Probe.REPORT, state, words)),
                1,
                Duration.ZERO);
        probes.add(new Sighting<>(LOG, at(second), probe));
    }

    private void revision(int second, String revision, RunPart part) {
        revisions.add(new Sighting<>(LOG, at(second), new Revision("backend", revision, null, part)));
    }

    private void test(String priority, String name, Verdict verdict, int from, int to, OutageSign... signs) {
        boolean passed = verdict == Verdict.PASSED;
        run.test(
                SampleRun.planned(priority, name, "chat"),
                new LoggedAttempt(
                        1,
                        verdict,
                        passed ? Grade.C : null,
                        Duration.ofSeconds(to - from),
                        List.of(),
                        passed ? null : new LoggedFailure("java.lang.AssertionError", "no", "at x", null),
                        null,
                        verdict == Verdict.BLOCKED ? "Service 'redis' is not ready." : null,
                        null,
                        new Circumstances(
                                at(from),
                                at(to),
                                List.of("backend"),
                                Stream.of(signs).toList())));
    }
}
