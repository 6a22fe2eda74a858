package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.Revenue;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.verdict.Verdict;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {
    private static final Revenue NO_REVENUE = new Revenue("", Map.of());

    @Test
    void tellsVerdictsByPriorityRevenueAndWhatIsNoPass() {
        Map<String, BigDecimal> monthly = new LinkedHashMap<>();
        monthly.put("chat", new BigDecimal("120000"));
        monthly.put("login", new BigDecimal("200000.40"));
        monthly.put("history", new BigDecimal("40000"));
        LoggedRun run = new LoggedRun(
                "r1",
                Set.of("staging"),
                new Revenue("USD", monthly),
                Map.of("backend", "abc123", "auth", "7"),
                List.of(
                        test("P2", "login", Verdict.PASSED, 1_234, null, null, "login"),
                        test("P1", "chats", Verdict.PASSED, 80, null, null, "chat"),
                        test(
                                "P1",
                                "waits",
                                Verdict.FAILED,
                                30_000,
                                "Expected status 202.\n\n  status: 500",
                                null,
                                "chat"),
                        test("none", "reads", Verdict.BLOCKED, 1, "not ready\n  last: 503", "db is down", "login"),
                        test("none", "writes", Verdict.BLOCKED, 2, "not ready\n  last: 503", "db is down"),
                        test("none", "skips", Verdict.SKIPPED, null, "@Disabled", null),
                        test("none", "fakes", Verdict.SUSPECT, 0, null, null)));
        assertThat(ConsoleReport.of(run, Path.of("target/goldenpath"))).isEqualTo("""

                        Golden Path verdicts, environment 'staging', auth at revision 7, backend at revision abc123

                               planned  passed  failed  blocked  suspect  error  skipped  pass rate    min-max time  verified USD  unverified USD
                        P1           2       1       1        0        0      0        0     50.0 %  80 ms - 30.0 s             0         120,000
                        P2           1       1       0        0        0      0        0    100.0 %   1.2 s - 1.2 s             0         200,000
                        none         4       0       0        2        1      0        1      0.0 %     0 ms - 2 ms             0               0
                        total        7       2       1        2        1      0        1     28.5 %   0 ms - 30.0 s             0         360,000

                        Revenue is USD per month; a name is verified when all its tests passed. No test here protects history.

                        FAILED  ChatIT.waits()
                                Expected status 202.
                                  status: 500

                        BLOCKED 2 tests
                                db is down

                        SKIPPED ChatIT.skips()
                                @Disabled

                        SUSPECT ChatIT.fakes()

                        Run log: target/goldenpath/run-r1-*.jsonl
                        """);
    }

    @Test
    void missingTestsGetAColumnOnlyWhenThereAreAny() {
        LoggedRun run = new LoggedRun(
                "r1", Set.of(), NO_REVENUE, Map.of(), List.of(test("P1", "lost", Verdict.MISSING, null, null, null)));
        assertThat(ConsoleReport.of(run, Path.of("logs"))).isEqualTo("""

                        Golden Path verdicts

                               planned  passed  failed  blocked  suspect  error  skipped  missing  pass rate  min-max time
                        P1           1       0       0        0        0      0        0        1      0.0 %             -
                        total        1       0       0        0        0      0        0        1      0.0 %             -

                        MISSING ChatIT.lost()

                        Run log: logs/run-r1-*.jsonl
                        """);
    }

    @Test
    void revenueIsVerifiedOnceAtTheMostImportantPriorityThatProtectsIt() {
        LoggedRun run = new LoggedRun(
                "r1",
                Set.of("local"),
                new Revenue("EUR", Map.of("chat", new BigDecimal("1500"))),
                Map.of(),
                List.of(
                        test("P3", "a", Verdict.PASSED, 1, null, null, "chat"),
                        test("P1", "b", Verdict.PASSED, 1, null, null, "chat")));
        assertThat(ConsoleReport.of(run, Path.of("logs"))).contains("""
                               planned  passed  failed  blocked  suspect  error  skipped  pass rate  min-max time  verified EUR  unverified EUR
                        P1           1       1       0        0        0      0        0    100.0 %   1 ms - 1 ms         1,500               0
                        P3           1       1       0        0        0      0        0    100.0 %   1 ms - 1 ms             0               0
                        total        2       2       0        0        0      0        0    100.0 %   1 ms - 1 ms         1,500               0

                        Revenue is EUR per month; a name is verified when all its tests passed.

                        Run log: logs/run-r1-*.jsonl
                        """);
    }

    @Test
    void aLongMessageIsCutAfterTwelveLines() {
        String message = IntStream.rangeClosed(1, 15).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
        LoggedRun run = new LoggedRun(
                "r1", Set.of(), NO_REVENUE, Map.of(), List.of(test("P1", "a", Verdict.ERROR, 1, message, null)));
        assertThat(ConsoleReport.of(run, Path.of("logs")))
                .contains("        line 12\n        … (3 more lines in the run log)\n")
                .doesNotContain("line 13");
    }

    @Test
    void oneCauseOfTwoVerdictsStandsTwice() {
        LoggedRun run = new LoggedRun(
                "r1",
                Set.of(),
                NO_REVENUE,
                Map.of(),
                List.of(
                        test("P1", "a", Verdict.ERROR, 1, "m", "set-up"),
                        test("P1", "b", Verdict.SKIPPED, 1, "m", "set-up")));
        assertThat(ConsoleReport.of(run, Path.of("logs")))
                .contains("\nERROR   ChatIT.a()\n        set-up\n", "\nSKIPPED ChatIT.b()\n        set-up\n");
    }

    private static LoggedTest test(
            String priority,
            String name,
            Verdict verdict,
            @Nullable Integer millis,
            @Nullable String message,
            @Nullable String cause,
            String... protects) {
        PlannedTest plan = new PlannedTest(
                "[class:ChatIT]/[method:" + name + "()]",
                "com.example.ChatIT",
                name + "()",
                name + "()",
                priority,
                "chat",
                List.of(protects));
        return new LoggedTest(plan, verdict, millis == null ? null : Duration.ofMillis(millis), message, cause);
    }
}
