package dev.goldenpath.report;

import dev.goldenpath.environment.GateSettings;
import dev.goldenpath.environment.Revenue;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.runlog.EvidenceIndex;
import dev.goldenpath.runlog.GitState;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedCode;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.PlannedTest;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A run of two JVMs, one of them killed, in which everything happens that can. */
final class FullRun {
    static final String ROOT_CAUSE = "service 'stock' was not ready after 60 s (117 probes), last: GET "
            + "https://stock.staging.example.com/health: 503.";

    private final List<LoggedTest> tests = new ArrayList<>();

    private FullRun() {}

    static LoggedRun read() {
        FullRun run = new FullRun();
        run.add("chat.ChatIT", "answers(ServiceClient)", "P1", "chat", attempt(1, Verdict.PASSED, 562_499));
        run.add(
                "chat.ChatIT",
                "isSlow()",
                "P1",
                "chat",
                failed(1, Verdict.FAILED, "Expected status 202.\n  status: 503"));
        run.add(
                "chat.ChatIT",
                "wobbles()",
                "P1",
                "chat",
                failed(1, Verdict.FAILED, "1 of 5 events did not arrive within 30 s."),
                failed(2, Verdict.ERROR, "Set-up: user 'alice' has no thread."),
                attempt(3, Verdict.PASSED, 20_000));
        run.add("chat.ChatIT$History", "reads(String)[1]", "P2", "history", attempt(1, Verdict.PASSED, 4_000));
        run.add("shop.StockIT", "counts()", "P2", "shop", blocked());
        run.add("shop.StockIT", "sells()", "P2", "shop", blocked());
        run.add(
                "shop.StockIT",
                "neverPasses()",
                "P3",
                "shop",
                failed(
                        1,
                        Verdict.SUSPECT,
                        "This test passed, but nothing shows that a declared service did any work in it."),
                failed(2, Verdict.BLOCKED, "Service 'stock' is not ready."),
                failed(3, Verdict.ERROR, "No JSON field '/id' in the body <html>."));
        run.add(
                "shop.StockIT",
                "pretends()",
                "none",
                "shop",
                failed(
                        1,
                        Verdict.SUSPECT,
                        "This test passed, but nothing shows that a declared service did any work in it.\n"
                                + "  in the test: 0 HTTP responses, 0 received messages"));
        run.add("shop.StockIT", "isOff()", "none", "shop", skipped("until the\nnew catalogue is there"));
        run.add("shop.StockIT", "neverBegan()", "P6", "shop");
        run.add("shop.StockIT", "neverEnded()", "P6", "shop", attempt(1, Verdict.MISSING, null));
        Map<String, BigDecimal> monthly = new LinkedHashMap<>();
        monthly.put("chat", new BigDecimal("120000"));
        monthly.put("history", new BigDecimal("40000.50"));
        monthly.put("billing", new BigDecimal("80000"));
        Instant began = Instant.parse("2026-11-22T18:35:38.146Z");
        return new LoggedRun(
                "build-41",
                Set.of("staging"),
                GateSettings.NONE,
                new Revenue("USD", monthly),
                List.of(),
                SampleRun.told(Map.of("backend", "0.4.2", "auth", "0.4.0")),
                LoggedCode.NONE,
                List.of(
                        new LoggedJvm(log(7), start(7), began, End.FINISHED, List.of()),
                        new LoggedJvm(log(8), start(8), began.plusSeconds(1), End.KILLED, List.of())),
                run.tests,
                0,
                EvidenceIndex.NONE);
    }

    /** With what its tests exchanged. */
    static RunAccount account() {
        String answers = id("chat.ChatIT", "answers(ServiceClient)");
        String slow = id("chat.ChatIT", "isSlow()");
        String wobbles = id("chat.ChatIT", "wobbles()");
        String reads = id("chat.ChatIT$History", "reads(String)[1]");
        SampleTraffic traffic = new SampleTraffic(log(7))
                .answered(answers, 1, "auth", 200, 12_034, "4bf92f3577b34da6a3ce929d0e0e4736")
                .answered(answers, 1, "backend", 202, 31_410, "4bf92f3577b34da6a3ce929d0e0e4736")
                .answered(slow, 1, "backend", 503, 20_077, "00f067aa0ba902b7a3ce929d0e0e4736")
                .answered(wobbles, 1, "backend", 202, 8_500, "7c8bd1e2577b34da6a3ce929d0e0e473")
                .refused(wobbles, 2, "backend", 400)
                .answered(wobbles, 3, "backend", 202, 9_125, "7c8bd1e2577b34da6a3ce929d0e0e475")
                .answered(wobbles, 3, "backend", 200, 4_750, "7c8bd1e2577b34da6a3ce929d0e0e475")
                .attached(wobbles, 3, "attachments/build-41/conversation-7-1.txt")
                .answered(reads, 1, "backend", 200, 3_200, "9e107d9d372bb6826bd81d3542a419d6")
                .identity("backend", "alice", true)
                .witnessed(answers, "backend", 1_204, 2_310)
                .witnessed(answers, "auth", 640, 1_020);
        return RunAccount.of(read(), traffic.figures());
    }

    private static String id(String type, String name) {
        return "[engine:junit-jupiter]/[class:com.example." + type + "]/[method:" + name + "]";
    }

    static LoggedTest test(PlannedTest plan, LoggedAttempt... attempts) {
        return new LoggedTest(log(7), plan, List.of(attempts));
    }

    static LoggedAttempt failed(int number, Verdict verdict, @Nullable String message) {
        LoggedFailure failure = new LoggedFailure(
                "java.lang.AssertionError",
                message,
                "java.lang.AssertionError: " + message + "\n\tat com.example.A.b(A.java:1)",
                null);
        return new LoggedAttempt(number, verdict, null, Duration.ofMillis(30), List.of(), failure, null, null);
    }

    static LoggedAttempt skipped(String reason) {
        return new LoggedAttempt(1, Verdict.SKIPPED, null, null, List.of(), null, reason, null);
    }

    private static LoggedAttempt blocked() {
        LoggedFailure failure =
                new LoggedFailure("dev.goldenpath.environment.EnvironmentNotReadyException", ROOT_CAUSE, "at x", null);
        return new LoggedAttempt(1, Verdict.BLOCKED, null, Duration.ofMillis(1), List.of(), failure, null, ROOT_CAUSE);
    }

    private static LoggedAttempt attempt(int number, Verdict verdict, @Nullable Integer micros) {
        boolean passed = verdict == Verdict.PASSED;
        return new LoggedAttempt(
                number,
                verdict,
                passed ? Grade.C : null,
                micros == null ? null : Duration.ofNanos(micros * 1_000L),
                passed ? List.of(Fact.of("answers in the test", 3)) : List.of(),
                null,
                null,
                null);
    }

    private void add(String type, String name, String priority, String protects, LoggedAttempt... attempts) {
        String className = "com.example." + type;
        String category = type.substring(0, type.indexOf('.'));
        tests.add(test(
                new PlannedTest(
                        id(type, name),
                        className,
                        name,
                        name,
                        priority,
                        category,
                        protects.equals("shop") ? List.of() : List.of(protects)),
                attempts));
    }

    private static Path log(int pid) {
        return Path.of("target/goldenpath/run-build-41-" + pid + "-1795372538146.jsonl");
    }

    private static RunStart start(int pid) {
        return new RunStart(
                "build-41",
                "staging",
                new GitState("0123456789abcdef0123456789abcdef01234567", true),
                new RunStart.Jvm("17.0.15", "Eclipse Adoptium", pid, Instant.EPOCH),
                "https://ci.example.com/build/41",
                Map.of("groups", "P1 | P2", "test", "*IT"));
    }
}
