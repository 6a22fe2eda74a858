package dev.goldenpath.benchmarks.reports;

import dev.goldenpath.environment.EnvironmentLoader;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.runlog.RunLog;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The log of a run of many tests with ten exchanges each, written as a run writes it. One test in fifty did not pass: it
 * failed, was blocked by one outage, or was skipped; one in a hundred passed at its second attempt.
 */
final class GeneratedRun {
    static final String RUN = "generated";

    private static final int EXCHANGES = 10;
    private static final int TESTS_OF_A_CLASS = 20;
    private static final String CAUSE =
            "service 'stock' was not ready after 60 s (117 probes), last: GET " + "http://127.0.0.1:1/health: 503.";
    private static final String CONFIGURATION = """
            environments:
              generated:
                services:
                  backend: { url: 'http://127.0.0.1:1', health: /health, depends-on: { stock: required } }
                  stock: { url: 'http://127.0.0.1:2', health: /health }
            gate: { P1: 100%, overall: 95% }
            revenue: { currency: USD, chat: 120000, billing: 80000 }
            """;

    private final GeneratedExchange exchanges = new GeneratedExchange();
    private final RunClock clock = RunClock.start(Clock.systemUTC());
    private final RunLog log;
    private final Ledger ledger;

    private GeneratedRun(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("goldenpath.yaml"), CONFIGURATION);
        log = RunLog.create(folder, RUN, clock, new Redaction());
        ledger = new Ledger(clock, List.of(log));
        log.runStarted(new RunStart(RUN, "generated", null, RunStart.Jvm.current(), null, Map.of()));
        log.environment(new EnvironmentLoader(Map.of(), Map.of(), folder).load(null));
    }

    /** Writes it to {@code folder}. */
    static void write(Path folder, int tests) throws IOException {
        GeneratedRun run = new GeneratedRun(folder);
        for (int i = 0; i < tests; i++) {
            run.log.testPlanned(planned(i));
        }
        for (int i = 0; i < tests; i++) {
            run.test(i);
        }
        run.log.runFinished(Map.of(Verdict.PASSED, tests), List.of());
        run.log.close();
    }

    private static PlannedTest planned(int i) {
        String type = "com.example.shop.Orders" + i / TESTS_OF_A_CLASS + "IT";
        String name = "ordersArriveAndAreShown" + i + "(ServiceClient)";
        return new PlannedTest(
                id(i),
                type,
                name,
                "orders arrive, and are shown (" + i + ")",
                "P" + (1 + i % 6),
                i % 2 == 0 ? "shop" : "chat",
                i % 5 == 0 ? List.of("chat") : List.of());
    }

    private static String id(int i) {
        return "[engine:junit-jupiter]/[class:com.example.shop.Orders" + i / TESTS_OF_A_CLASS
                + "IT]/[method:ordersArriveAndAreShown" + i + "(dev.goldenpath.http.ServiceClient)]";
    }

    private void test(int i) throws IOException {
        if (i % 100 == 7) {
            attempt(i, 1, Verdict.FAILED, new AssertionError("Expected status 202.\n  status: 503"), null, null);
            attempt(i, 2, Verdict.PASSED, null, null, null);
        } else if (i % 100 == 50) {
            attempt(i, 1, Verdict.FAILED, new AssertionError("Order " + i + " is not shown."), null, null);
        } else if (i % 200 == 99) {
            attempt(i, 1, Verdict.BLOCKED, new IllegalStateException(CAUSE), null, CAUSE);
        } else if (i % 200 == 199) {
            attempt(i, 1, Verdict.SKIPPED, null, "until the new catalogue is there", null);
        } else {
            attempt(i, 1, Verdict.PASSED, null, null, null);
        }
    }

    private void attempt(
            int i,
            int number,
            Verdict verdict,
            @Nullable Throwable failure,
            @Nullable String reason,
            @Nullable String cause) {
        log.testStarted(id(i), number);
        if (verdict == Verdict.PASSED || verdict == Verdict.FAILED) {
            Recording recording = ledger.ofTest(id(i), number);
            for (int call = 0; call < EXCHANGES; call++) {
                recording.record(exchanges.next(), Phase.TEST, System.nanoTime());
            }
        }
        boolean passed = verdict == Verdict.PASSED;
        log.testFinished(new FinishedTest(
                id(i),
                number,
                verdict,
                passed ? Grade.B : null,
                Duration.ofMillis(120),
                passed ? List.of(Fact.of("answers in the test", EXCHANGES)) : List.of(),
                failure,
                reason,
                cause,
                List.of("backend"),
                null));
    }
}
