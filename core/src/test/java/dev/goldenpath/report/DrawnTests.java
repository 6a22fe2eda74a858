package dev.goldenpath.report;

import dev.goldenpath.environment.EnvironmentLoader;
import dev.goldenpath.evidence.Attachment;
import dev.goldenpath.evidence.Audit;
import dev.goldenpath.evidence.Exchanges;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.runlog.RunFolder;
import dev.goldenpath.runlog.RunLog;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.runlog.SettledTest;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Tests, and how they end, drawn by a seed: the same whichever JVM has them. */
final class DrawnTests {
    private static final RunStart.Jvm GONE =
            new RunStart.Jvm("17.0.15", "Eclipse Adoptium", Integer.MAX_VALUE, Instant.EPOCH);
    private static final List<Verdict> ENDS = List.of(
            Verdict.PASSED,
            Verdict.PASSED,
            Verdict.PASSED,
            Verdict.PASSED,
            Verdict.FAILED,
            Verdict.SUSPECT,
            Verdict.BLOCKED,
            Verdict.ERROR,
            Verdict.SKIPPED);

    private final Map<String, List<Drawn>> byClass = new LinkedHashMap<>();
    private final Random random;

    /** One test: its attempts, each with the number of its exchanges. */
    private record Drawn(PlannedTest plan, List<Attempt> attempts) {}

    private record Attempt(Verdict verdict, int calls, int status, long millis) {}

    DrawnTests(long seed) {
        random = new Random(seed);
        int classes = 1 + random.nextInt(12);
        for (int type = 0; type < classes; type++) {
            String name = "com.example.p" + random.nextInt(3) + ".C" + type + "IT";
            List<Drawn> tests = new ArrayList<>();
            for (int test = 0; test <= random.nextInt(6); test++) {
                tests.add(drawn(name, "m" + test + "()"));
            }
            byClass.put(name, tests);
        }
    }

    List<String> classes() {
        return List.copyOf(byClass.keySet());
    }

    /** How many tests there are. */
    int count() {
        return byClass.values().stream().mapToInt(List::size).sum();
    }

    private Drawn drawn(String type, String name) {
        List<Attempt> attempts = new ArrayList<>();
        for (int attempt = 0; attempt <= random.nextInt(8) / 6; attempt++) {
            attempts.add(new Attempt(
                    ENDS.get(random.nextInt(ENDS.size())),
                    random.nextInt(4),
                    random.nextBoolean() ? 200 : 404,
                    random.nextInt(500)));
        }
        return new Drawn(
                new PlannedTest(
                        "[engine:junit-jupiter]/[class:" + type + "]/[method:" + name + "]",
                        type,
                        name,
                        name,
                        List.of("P1", "P2", "P3", "none").get(random.nextInt(4)),
                        random.nextBoolean() ? "chat" : "shop",
                        random.nextInt(5) == 0 ? List.of("chat") : List.of()),
                attempts);
    }

    /**
     * The log of a JVM that had these classes, in this order.
     *
     * @param shard which part of the run it had, absent where it had all
     */
    Path write(Path folder, String run, RunStart.@Nullable Part shard, List<String> mine) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("goldenpath.yaml"), """
                environments: { local: { services: { backend: { url: 'http://127.0.0.1:1' } } } }
                gate: { P1: 100%, P2: 50%, overall: 60%, revenue-at-risk: 20000, flaky: 5%, skipped: 1, audit: 90% }
                revenue: { currency: USD, chat: 120000.95, billing: 80000 }
                """);
        RunClock clock = RunClock.start(Clock.systemUTC());
        try (RunLog log = RunLog.create(folder, run, clock, new Redaction())) {
            log.runStarted(new RunStart(run, "local", null, GONE, null, Map.of(), shard));
            log.environment(new EnvironmentLoader(Map.of(), Map.of(), folder).load(null));
            Ledger ledger = new Ledger(clock, List.of(log));
            ledger.ofRun(Phase.PROBE)
                    .record(
                            new Audit(
                                    mine.stream()
                                            .filter(name -> !isFlawed(name))
                                            .toList(),
                                    mine.stream().filter(DrawnTests::isFlawed).toList()),
                            System.nanoTime());
            mine.forEach(name -> byClass.getOrDefault(name, List.of()).forEach(test -> log.testPlanned(test.plan)));
            for (String name : mine) {
                for (Drawn test : byClass.getOrDefault(name, List.of())) {
                    write(log, ledger, test);
                    attach(folder, run, shard, ledger, test);
                }
            }
            log.runFinished(Map.of(), List.of());
        }
        try (var files = Files.newDirectoryStream(folder, "run-*.jsonl")) {
            return files.iterator().next();
        }
    }

    private static boolean isFlawed(String name) {
        return name.endsWith("3IT");
    }

    private static void attach(Path folder, String run, RunStart.@Nullable Part shard, Ledger ledger, Drawn test)
            throws IOException {
        if (!test.plan.name().equals("m0()")) {
            return;
        }
        // As many machines would call them: each in a folder of its run.
        String file = "attachments/" + run + (shard == null ? "" : "/shard-" + shard.index()) + "/page-7-1.txt";
        Files.createDirectories(RunFolder.attachmentsOf(folder, run));
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), run);
        ledger.ofTest(test.plan.test(), 1)
                .record(
                        new Attachment("page", "text/plain", run.length(), "0".repeat(64), file, null),
                        Phase.TEST,
                        System.nanoTime());
    }

    private static void write(RunLog log, Ledger ledger, Drawn test) {
        String id = test.plan.test();
        for (int number = 1; number <= test.attempts.size(); number++) {
            Attempt attempt = test.attempts.get(number - 1);
            boolean passed = attempt.verdict == Verdict.PASSED;
            boolean skipped = attempt.verdict == Verdict.SKIPPED;
            log.testStarted(id, number);
            for (int call = 0; call < attempt.calls; call++) {
                ledger.ofTest(id, number).record(Exchanges.answered(attempt.status), Phase.TEST, System.nanoTime());
            }
            log.testFinished(new FinishedTest(
                    id,
                    number,
                    attempt.verdict,
                    passed ? Grade.A : null,
                    skipped ? null : Duration.ofMillis(attempt.millis),
                    List.of(),
                    passed || skipped ? null : new AssertionError("it did not " + attempt.millis % 3),
                    skipped ? "not today" : null,
                    attempt.verdict == Verdict.BLOCKED ? "Service 'backend' is not ready." : null,
                    List.of(),
                    null));
            if (passed) {
                log.testSettled(new SettledTest(id, number, Verdict.PASSED, Grade.B, List.of()));
            }
        }
    }
}
