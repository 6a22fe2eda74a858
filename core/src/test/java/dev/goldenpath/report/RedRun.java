package dev.goldenpath.report;

import dev.goldenpath.environment.GateSettings;
import dev.goldenpath.environment.Need;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.OutageSign;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.runlog.Circumstances;
import dev.goldenpath.runlog.GitState;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedService;
import dev.goldenpath.runlog.LoggedServices;
import dev.goldenpath.runlog.LoggedServices.Sighting;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run of 23 tests of a shop for which Redis dies: 11 pass, one of them at the second attempt, one fails by the outage and
 * nine are blocked by it, one fails by itself, and one is skipped.
 */
final class RedRun {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Path LOG = Path.of("run-build-41-7-1767355200000.jsonl");
    private static final List<String> NEEDS = List.of("backend");

    private final SampleRun run = new SampleRun();
    private final List<Sighting<Probe>> probes = new ArrayList<>();
    private final List<Sighting<Revision>> revisions = new ArrayList<>();
    private int probe;

    private RedRun() {}

    static LoggedRun read() {
        RedRun red = new RedRun();
        red.tests();
        red.look();
        return red.run
                .environment("staging")
                .required("P1", "100")
                .required("overall", "40")
                .asked(new GateSettings(Map.of(), new BigDecimal("100000"), null, null, null, 0, null, false))
                .revenue("USD", "chat", "120000")
                .revenue("USD", "search", "40000.50")
                .revenue("USD", "billing", "80000")
                .services(new LoggedServices(services(), red.probes, red.revisions))
                .jvm(new LoggedJvm(LOG, start(), NOON, End.FINISHED, List.of()))
                .code(
                        List.of(
                                finding(
                                        "mock-library",
                                        Effect.FAKE,
                                        "PriceIT uses org.mockito.Mockito",
                                        "PriceIT.java:7"),
                                finding("sleep", Effect.SMELL, "PriceIT.waits() sleeps", "PriceIT.java:31"),
                                finding(
                                        "mock-library",
                                        Effect.ALLOWED,
                                        "TaxIT uses org.mockito.Mockito",
                                        "TaxIT.java:9")),
                        List.of("shop.ChatIT", "shop.SearchIT"),
                        List.of("shop.PriceIT"))
                .bypass("X-E2E-Bypass-Key", "backend", "answers", "searches1")
                .read();
    }

    static RunAccount account() {
        return RunAccount.of(read(), ShopTraffic.ofAShop());
    }

    private void tests() {
        test("P1", "answers", "chat", Verdict.PASSED, 2, 4, null);
        run.test(
                SampleRun.planned("P1", "wobbles", "chat"),
                attempt(1, Verdict.FAILED, 4, 5, "1 of 5 events did not arrive within 30 s."),
                attempt(2, Verdict.PASSED, 5, 7, null));
        for (int i = 1; i <= 9; i++) {
            test("P2", "searches" + i, "search", Verdict.PASSED, 7 + i, 8 + i, null);
        }
        test("P1", "agentAnswersInTheChat", "chat", Verdict.FAILED, 38, 42, "Expected status 202.\n  status: 503");
        for (int i = 1; i <= 9; i++) {
            test(i < 5 ? "P1" : "P3", "keepsTheHistory" + i, "chat", Verdict.BLOCKED, 43 + i, 43 + i, "not ready");
        }
        test("P3", "counts", null, Verdict.FAILED, 61, 62, "Expected 3 items, and there were 4.");
        run.test(SampleRun.planned("P4", "isOff"), FullRun.skipped("until the new catalogue is there"));
    }

    private void test(
            String priority,
            String name,
            @Nullable String protects,
            Verdict verdict,
            int from,
            int to,
            @Nullable String why) {
        run.test(
                protects == null ? SampleRun.planned(priority, name) : SampleRun.planned(priority, name, protects),
                attempt(1, verdict, from, to, why));
    }

    private static LoggedAttempt attempt(int number, Verdict verdict, int from, int to, @Nullable String why) {
        boolean passed = verdict == Verdict.PASSED;
        boolean met = from == 38;
        OutageSign sign = new OutageSign("backend", "GET /api/chat → 503", "call 12", at(39));
        return new LoggedAttempt(
                number,
                verdict,
                passed ? from < 10 ? Grade.A : Grade.B : null,
                Duration.ofSeconds(to - from),
                List.of(),
                why == null ? null : new LoggedFailure("java.lang.AssertionError", why, "at x", null),
                null,
                verdict == Verdict.BLOCKED ? "Service 'redis' is not ready." : null,
                null,
                new Circumstances(at(from), at(to), NEEDS, met ? List.of(sign) : List.of()));
    }

    private void look() {
        probe(0, RunPart.BEFORE, "backend", ServiceState.HEALTHY);
        probe(0, RunPart.BEFORE, "redis", ServiceState.HEALTHY);
        probe(1, RunPart.BEFORE, "auth", ServiceState.DEGRADED);
        probe(30, RunPart.DURING, "backend", ServiceState.HEALTHY);
        probe(30, RunPart.DURING, "redis", ServiceState.HEALTHY);
        probe(43, RunPart.DURING, "backend", ServiceState.FAILED, "redis");
        probe(43, RunPart.DURING, "redis", ServiceState.FAILED);
        probe(52, RunPart.DURING, "backend", ServiceState.FAILED, "redis");
        probe(52, RunPart.DURING, "redis", ServiceState.FAILED);
        probe(60, RunPart.DURING, "backend", ServiceState.HEALTHY);
        probe(60, RunPart.DURING, "redis", ServiceState.HEALTHY);
        probe(70, RunPart.AFTER, "backend", ServiceState.HEALTHY);
        probe(70, RunPart.AFTER, "redis", ServiceState.HEALTHY);
        probe(70, RunPart.AFTER, "auth", ServiceState.DEGRADED);
        revision(0, "0.4.2", RunPart.BEFORE);
        revision(30, "0.4.2", RunPart.DURING);
        revision(60, "0.4.3", RunPart.DURING);
        revision(70, "0.4.3", RunPart.AFTER);
    }

    private void probe(int second, RunPart part, String service, ServiceState state, String... because) {
        String saidBy = service.equals("redis") ? "backend" : null;
        String words = saidBy == null ? "GET /health → 503" : "/checks/redis/status is 'down'";
        String good = saidBy == null ? "GET /health → 200" : "/checks/redis/status is 'up'";
        probes.add(new Sighting<>(
                LOG,
                at(second),
                new Probe(
                        ++probe,
                        service,
                        part,
                        state,
                        saidBy,
                        Stream.of(because).toList(),
                        List.of(new Probe.Check(
                                saidBy == null ? "health" : Probe.REPORT, state, state.isReady() ? good : words)),
                        1,
                        Duration.ZERO)));
    }

    private void revision(int second, String revision, RunPart part) {
        revisions.add(new Sighting<>(LOG, at(second), new Revision("backend", revision, null, part)));
    }

    private static Map<String, LoggedService> services() {
        Map<String, LoggedService> services = new LinkedHashMap<>();
        services.put(
                "backend",
                new LoggedService(Map.of("redis", Need.REQUIRED, "auth", Need.OPTIONAL), null, "0.4.2", null));
        services.put("redis", new LoggedService(Map.of(), "backend", null, null));
        services.put("auth", new LoggedService(Map.of(), null, null, null));
        return services;
    }

    private static RunStart start() {
        return new RunStart(
                "build-41",
                "staging",
                new GitState("0123456789abcdef0123456789abcdef01234567", true),
                new RunStart.Jvm("17.0.15", "Eclipse Adoptium", 7, NOON),
                "https://ci.example.com/build/41",
                Map.of("groups", "P1 | P2 | P3 | P4"));
    }

    private static Finding finding(String rule, Effect effect, String words, String source) {
        return new Finding(
                rule,
                effect,
                words,
                "shop.PriceIT",
                source,
                List.of("shop.PriceIT", "shop.Prices"),
                "Call the real service.");
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }
}
