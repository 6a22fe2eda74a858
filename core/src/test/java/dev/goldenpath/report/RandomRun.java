package dev.goldenpath.report;

import dev.goldenpath.environment.EnvironmentLoader;
import dev.goldenpath.evidence.Exchanges;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.runlog.RunLog;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.runlog.SettledTest;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The logs of a run in which anything happens, drawn by a seed, and what was drawn: counted while it is written, and not
 * by what reads logs.
 */
final class RandomRun {
    static final String RUN = "drawn";

    private static final Map<String, BigDecimal> REVENUE = Map.of(
            "chat", new BigDecimal("120000.95"), "billing", new BigDecimal("80000"), "search", new BigDecimal("0.5"));
    private static final List<String> PRIORITIES = List.of("P1", "P2", "P3", "P6", "none");
    private static final List<Verdict> ENDS = List.of(
            Verdict.PASSED,
            Verdict.PASSED,
            Verdict.PASSED,
            Verdict.FAILED,
            Verdict.SUSPECT,
            Verdict.BLOCKED,
            Verdict.ERROR,
            Verdict.KNOWN,
            Verdict.KNOWN,
            Verdict.SKIPPED);
    private static final List<String> ISSUES = List.of("SHOP-1", "SHOP-2");

    /** Tests by priority and verdict. */
    final Map<String, Map<Verdict, Integer>> byPriority = new TreeMap<>();

    /** Tests that are KNOWN, by issue. */
    final Map<String, Integer> byIssue = new TreeMap<>();

    private String lastIssue = "";
    int flaky;
    int pending;
    /** HTTP exchanges of the attempts that count. */
    int exchanges;

    private final Map<String, List<Verdict>> protecting = new LinkedHashMap<>();
    private final Map<Grade, Integer> grades = new TreeMap<>();
    private final Random random;
    private final RunClock clock = RunClock.start(Clock.systemUTC());

    private RandomRun(long seed) {
        this.random = new Random(seed);
    }

    static RandomRun write(Path folder, long seed) throws IOException {
        RandomRun run = new RandomRun(seed);
        Files.writeString(folder.resolve("goldenpath.yaml"), """
                environments: { local: { services: { backend: { url: 'http://127.0.0.1:1' } } } }
                gate: { P1: 100%, P2: 50%, overall: 60% }
                revenue: { currency: USD, chat: 120000.95, billing: 80000, search: 0.5 }
                """);
        Files.writeString(folder.resolve("known-issues.yaml"), """
                - { id: SHOP-1, link: 'https://tracker.example.com/1', owner: shop, expires: 9999-12-31, fingerprint: 0123456789abcdef }
                - id: SHOP-2
                  link: https://tracker.example.com/2
                  owner: payments
                  expires: 9999-12-31
                  fingerprint: fedcba9876543210
                  scope: { tests: [ "com.example.C0IT#m1of0", "com.example.C1IT#m2of0" ] }
                """);
        int jvms = 1 + run.random.nextInt(3);
        for (int jvm = 0; jvm < jvms; jvm++) {
            run.jvm(folder, jvm);
        }
        return run;
    }

    private void jvm(Path folder, int number) throws IOException {
        // One that lives, one that is no more and said its last word, or one that was killed.
        int kind = random.nextInt(4);
        boolean lives = kind == 0;
        RunStart.Jvm jvm = lives
                ? RunStart.Jvm.current()
                : new RunStart.Jvm("17.0.15", "Eclipse Adoptium", Integer.MAX_VALUE, Instant.EPOCH);
        try (RunLog log = RunLog.create(folder, RUN, clock, new Redaction())) {
            log.runStarted(new RunStart(RUN, "local", null, jvm, null, Map.of()));
            log.environment(new EnvironmentLoader(Map.of(), Map.of(), folder).load(null));
            int tests = random.nextInt(25);
            for (int i = 0; i < tests; i++) {
                test(log, number, i, lives);
            }
            if (kind > 1) {
                log.runFinished(Map.of(), List.of());
            }
        }
    }

    private void test(RunLog log, int jvm, int i, boolean lives) {
        String type = "com.example.C" + random.nextInt(4) + "IT";
        // Now and then one that another JVM has planned, too.
        int owner = random.nextInt(8) == 0 ? 0 : jvm;
        String id = "[engine:junit-jupiter]/[class:" + type + "]/[method:m" + i + "of" + owner + "()]";
        String priority = PRIORITIES.get(random.nextInt(PRIORITIES.size()));
        List<String> protects = new ArrayList<>();
        REVENUE.keySet().stream()
                .sorted()
                .filter(name -> random.nextInt(6) == 0)
                .forEach(protects::add);
        String name = "m" + i + "of" + owner + "()";
        log.testPlanned(
                new PlannedTest(id, type, name, name, priority, random.nextBoolean() ? "chat" : "shop", protects));
        int attempts = random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(8) / 6;
        Verdict verdict = Verdict.MISSING;
        @Nullable Grade grade = null;
        boolean failedBefore = false;
        for (int attempt = 1; attempt <= attempts; attempt++) {
            failedBefore |= attempt > 1 && verdict != Verdict.PASSED;
            log.testStarted(id, attempt);
            int calls = random.nextInt(4);
            Ledger ledger = new Ledger(clock, List.of(log));
            for (int call = 0; call < calls; call++) {
                ledger.ofTest(id, attempt).record(Exchanges.answered(200), Phase.TEST, System.nanoTime());
            }
            boolean ends = random.nextInt(12) > 0;
            verdict = ends ? ENDS.get(random.nextInt(ENDS.size())) : Verdict.MISSING;
            grade = null;
            if (ends) {
                grade = finish(log, id, attempt, verdict);
                if (verdict == Verdict.PASSED && grade == null) {
                    verdict = Verdict.SUSPECT;
                }
            }
            if (attempt == attempts && !(lives && verdict == Verdict.MISSING)) {
                exchanges += calls;
            }
        }
        if (lives && verdict == Verdict.MISSING) {
            pending++;
            return;
        }
        count(priority, verdict, protects, grade, verdict == Verdict.PASSED && failedBefore);
    }

    /** The grade of a pass; absent where it was none, or was taken back. */
    private @Nullable Grade finish(RunLog log, String id, int attempt, Verdict verdict) {
        boolean passed = verdict == Verdict.PASSED;
        boolean skipped = verdict == Verdict.SKIPPED;
        FinishedTest finished = new FinishedTest(
                id,
                attempt,
                verdict,
                passed ? Grade.A : null,
                skipped ? null : Duration.ofMillis(random.nextInt(500)),
                List.of(),
                passed || skipped ? null : new AssertionError("it did not " + random.nextInt(3)),
                skipped ? "not today" : verdict == Verdict.KNOWN ? "Known issue SHOP" : null,
                verdict == Verdict.BLOCKED ? "Service 'backend' is not ready." : null);
        log.testFinished(verdict == Verdict.KNOWN ? finished.knownAs(drawIssue()) : finished);
        if (!passed) {
            return null;
        }
        // What never settles counts with the lowest grade.
        switch (random.nextInt(6)) {
            case 0 -> {
                return Grade.C;
            }
            case 1 -> {
                log.testSettled(new SettledTest(
                        id, attempt, Verdict.SUSPECT, null, List.of(Fact.of("undeclared", "127.0.0.1:9"))));
                return null;
            }
            default -> {
                Grade settled = Grade.values()[random.nextInt(3)];
                log.testSettled(new SettledTest(id, attempt, Verdict.PASSED, settled, List.of()));
                return settled;
            }
        }
    }

    private String drawIssue() {
        lastIssue = ISSUES.get(random.nextInt(ISSUES.size()));
        return lastIssue;
    }

    private void count(String priority, Verdict verdict, List<String> protects, @Nullable Grade grade, boolean late) {
        byPriority.computeIfAbsent(priority, name -> new TreeMap<>()).merge(verdict, 1, Integer::sum);
        protects.forEach(name ->
                protecting.computeIfAbsent(name, key -> new ArrayList<>()).add(verdict));
        flaky += late ? 1 : 0;
        if (verdict == Verdict.KNOWN) {
            byIssue.merge(lastIssue, 1, Integer::sum);
        }
        if (grade != null) {
            grades.merge(grade, 1, Integer::sum);
        }
    }

    /** Tests by verdict. */
    Map<Verdict, Integer> total() {
        Map<Verdict, Integer> total = new TreeMap<>();
        byPriority.values().forEach(counts -> counts.forEach((verdict, n) -> total.merge(verdict, n, Integer::sum)));
        return total;
    }

    int planned() {
        return total().values().stream().mapToInt(Integer::intValue).sum();
    }

    Map<Grade, Integer> grades() {
        return grades;
    }

    BigDecimal verified() {
        return protecting.entrySet().stream()
                .filter(entry -> entry.getValue().stream().allMatch(Verdict.PASSED::equals))
                .map(entry -> REVENUE.getOrDefault(entry.getKey(), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal unverified() {
        return REVENUE.values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(verified());
    }
}
