package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.history.History;
import dev.goldenpath.history.HistoryRun;
import dev.goldenpath.history.KeptTest;
import dev.goldenpath.runlog.GitState;
import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorklogPastTest {
    private static final Instant NIGHT = Instant.parse("2026-11-03T02:00:00Z");
    private static final Path DOCS = Path.of("..", "docs", "worklog.md");

    @TempDir
    Path folder;

    @Test
    void tellsSinceWhenTestsFailAndHowFlakyTheyAre() {
        String section = WorklogPast.of(run(), history());

        assertThat(section).isEqualTo("""
                Earlier runs of this environment: 5, `nightly-1` to `nightly-5`.

                - `ChatIT.answers()` FAILED, and no pass in the last 3 runs that tell, this one included
                  - First failed: nightly-4 (2026-11-07 02:00 UTC), commit of the tests 4f2a9c1, backend 1.4.1
                  - Last passed: nightly-3 (2026-11-06 02:00 UTC), commit of the tests 4f2a9c1, backend 1.4.0
                  - Changed between the two: backend 1.4.0 → 1.4.1
                  - Rates: passed 3 of 6 runs (50.0 %), flaky in 0 (0.0 %)
                  - Passes took: p50 100 ms, longest 100 ms (n 3)
                - `ChatIT.counts()` FAILED for the first time since it passed
                  - Last passed: nightly-5 (2026-11-08 02:00 UTC), commit of the tests 4f2a9c1, backend 1.4.1
                  - Changed between the two: commit of the tests 4f2a9c1 → 77aa01c, backend 1.4.1 → 1.4.2
                  - Rates: passed 5 of 6 runs (83.3 %), flaky in 0 (0.0 %)
                  - Passes took: p50 100 ms, longest 100 ms (n 5)
                - `ChatIT.isNew()` ERROR, and no earlier run tells of it
                  - Rates: passed 0 of 1 run (0.0 %), flaky in 0 (0.0 %)
                - `ChatIT.isLate()` passed at a later attempt
                  - Rates: passed 5 of 6 runs (83.3 %), flaky in 2 (33.3 %)
                  - Passes took: p50 100 ms, longest 100 ms (n 5)
                """);
    }

    @Test
    void theDocumentedSampleIsThatSection() throws IOException {
        String sample = WorklogPast.of(run(), history());

        assertThat(Files.readString(DOCS)).contains("```markdown\n## History\n\n" + sample + "```\n");
    }

    @Test
    void standsInTheWorklogWhereAHistoryIsTold() throws IOException {
        Reports.make(folder, run(), false, new EarlierRuns(history(), Baseline.NONE));
        assertThat(folder.resolve("worklog.md"))
                .content()
                .contains("\n## History\n\nEarlier runs of this environment: 5");
        Reports.make(folder, run(), false);
        assertThat(folder.resolve("worklog.md")).content().doesNotContain("## History");
    }

    @Test
    void thisVeryRunIsNoEarlierOne() {
        History added = history().with(HistoryRun.of(run()));

        assertThat(WorklogPast.of(run(), added)).isEqualTo(WorklogPast.of(run(), history()));
    }

    @Test
    void runsOfAnotherEnvironmentTellNothing() {
        LoggedRun elsewhere = new SampleRun()
                .environment("prod")
                .jvm(LoggedJvm.End.FINISHED)
                .test("P1", "answers", Verdict.FAILED)
                .read();

        assertThat(WorklogPast.of(elsewhere, history())).isEqualTo("Earlier runs of this environment: 0.\n");
    }

    @Test
    void aRunOfPassesSaysWhatItIsComparedWithAndNoMore() {
        LoggedRun green = new SampleRun()
                .environment("staging")
                .jvm(LoggedJvm.End.FINISHED)
                .test("P1", "answers", Verdict.PASSED)
                .test("P1", "isBlocked", Verdict.BLOCKED)
                .read();

        assertThat(WorklogPast.of(green, history()))
                .isEqualTo("Earlier runs of this environment: 5, `nightly-1` to `nightly-5`.\n");
    }

    @Test
    void aHistoryThatCanNotBeReadIsToldWithItsOrigin() throws IOException {
        Files.writeString(folder.resolve("notes.md"), "# Notes\n");
        Map<String, String> settings = Map.of("goldenpath.history", "notes.md");

        assertThat(WorklogPast.of(run(), History.told(settings, Map.of(), folder)))
                .isEqualTo(
                        "Earlier runs of this environment: 0.\n\n`The history that system property goldenpath.history"
                                + " names can't be read: " + folder.resolve("notes.md")
                                + " is no history: none of its lines is one of a run. Name another file, or remove this"
                                + " one.`\n");
    }

    @Test
    void oneThatIsNotThereYetIsTold() {
        Map<String, String> variables = Map.of("GOLDENPATH_HISTORY", "history.jsonl");

        assertThat(History.told(Map.of(), variables, folder).problems())
                .containsExactly("There is no " + folder.resolve("history.jsonl")
                        + " yet, which environment variable GOLDENPATH_HISTORY names.");
        assertThat(History.told(Map.of(), Map.of(), folder)).isSameAs(History.EMPTY);
    }

    @Test
    void ofManyTheWorstAreTold() {
        SampleRun run = new SampleRun().environment("staging").jvm(LoggedJvm.End.FINISHED);
        for (int i = 0; i < 30; i++) {
            run.test("P1", "fails" + i, Verdict.FAILED);
        }
        assertThat(WorklogPast.of(run.read(), history()))
                .endsWith("- … (5 more; `goldenpath history show` tells all)\n")
                .contains("`ChatIT.fails24()`")
                .doesNotContain("`ChatIT.fails25()`");
    }

    private static LoggedRun run() {
        RunStart.Jvm java = new RunStart.Jvm("17.0.15", "Eclipse Adoptium", 1, Instant.EPOCH);
        RunStart start = new RunStart("r1", "staging", new GitState("77aa01c", false), java, null, Map.of());
        return new SampleRun()
                .environment("staging")
                .revisions(Map.of("backend", "1.4.2"))
                .jvm(new LoggedJvm(
                        Path.of("run-r1-1-1700000000000.jsonl"),
                        start,
                        NIGHT.plus(Duration.ofDays(9)),
                        LoggedJvm.End.FINISHED,
                        List.of()))
                .test("P1", "answers", Verdict.FAILED)
                .test("P1", "counts", Verdict.FAILED)
                .test("P1", "isNew", Verdict.ERROR)
                .test(
                        SampleRun.planned("P2", "isLate"),
                        SampleRun.attempt(1, Verdict.FAILED, 100, "no", null),
                        SampleRun.attempt(2, Verdict.PASSED, 100, null, null))
                .test("P2", "isFine", Verdict.PASSED)
                .test("P2", "isBlocked", Verdict.BLOCKED)
                .read();
    }

    /** Of five nights: the backend changes with the fourth. */
    private static History history() {
        History history = History.EMPTY;
        for (int night = 1; night <= 5; night++) {
            history = history.with(new HistoryRun(
                    "nightly-" + night,
                    NIGHT.plus(Duration.ofDays(night)),
                    "staging",
                    "4f2a9c1",
                    false,
                    Map.of("backend", night < 4 ? "1.4.0" : "1.4.1"),
                    List.of(
                            kept("answers", night < 4 ? Verdict.PASSED : Verdict.FAILED),
                            kept("counts", Verdict.PASSED),
                            kept("isLate", night == 2 ? Verdict.FAILED : Verdict.PASSED),
                            kept("isFine", Verdict.PASSED))));
        }
        return history;
    }

    private static KeptTest kept(String name, Verdict verdict) {
        return new KeptTest(
                SampleRun.planned("P1", name).test(),
                "com.example.ChatIT",
                name + "()",
                verdict,
                false,
                Duration.ofMillis(100),
                null);
    }
}
