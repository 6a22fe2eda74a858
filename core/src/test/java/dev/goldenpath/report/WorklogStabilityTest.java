package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.compare.ComparedRun;
import dev.goldenpath.compare.Divergence;
import dev.goldenpath.compare.Divergence.Difference;
import dev.goldenpath.compare.Divergence.Place;
import dev.goldenpath.compare.PhaseChange;
import dev.goldenpath.compare.PhaseChange.Effect;
import dev.goldenpath.compare.PhaseChange.Judgement;
import dev.goldenpath.compare.RunComparison;
import dev.goldenpath.compare.RunComparison.RevisionChange;
import dev.goldenpath.compare.TestChange;
import dev.goldenpath.compare.TestChange.Kind;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunLogReader;
import dev.goldenpath.verdict.Grade;
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

class WorklogStabilityTest {
    private static final LoggedRun RUN = new SampleRun().read();

    @TempDir
    Path folder;

    /** As in the documentation. */
    @Test
    void whatChangedIsTold() throws IOException {
        Divergence divergence = new Divergence(
                "backend",
                "POST /api/agents/execute as alice",
                2,
                2,
                List.of(new Difference("status", "202", "503"), new Difference("JSON /error", null, "string")),
                new Place(Path.of("old/run-build-40-8-1795286138146.jsonl"), 376),
                new Place(Path.of("target/goldenpath/run-build-41-8-1795372538146.jsonl"), 59));
        TestChange failure = new TestChange(
                Kind.NEW_FAILURE,
                "ChatIT.answers()",
                "id",
                "P1",
                Verdict.PASSED,
                Verdict.FAILED,
                Grade.A,
                null,
                null,
                "Expected status 202, but it was 503.",
                divergence);
        TestChange lost = new TestChange(
                Kind.LOST, "ShopIT.sells()", "id2", "none", Verdict.PASSED, null, Grade.B, null, null, null, null);
        PhaseChange slower = new PhaseChange(
                "backend",
                "wait",
                50,
                48,
                millis(12.1),
                millis(16),
                new Effect(millis(3.7), 1.31, 0.74, 0.0003, 0.9999),
                Judgement.SLOWER);
        RunComparison comparison = new RunComparison(
                new ComparedRun("build-40", Instant.parse("2026-11-21T18:35:38Z"), 11, 0, List.of()),
                new ComparedRun("build-41", Instant.parse("2026-11-22T18:35:38Z"), 11, 0, List.of()),
                List.of(new RevisionChange("backend", "0.4.1", "0.4.2")),
                List.of(failure, lost),
                List.of(slower),
                RunComparison.ALPHA);

        assertThat(Documented.blocks("worklog.md", "markdown")).contains(WorklogStability.of(comparison));
    }

    private static Duration millis(double millis) {
        return Duration.ofNanos(Math.round(millis * 1_000_000));
    }

    @Test
    void withoutAnEarlierRunItSaysHowToNameOne() {
        assertThat(WorklogStability.of(RUN, Baseline.NONE))
                .isEqualTo("No earlier run is known: `-Dgoldenpath.baseline=…` or `GOLDENPATH_BASELINE` names a folder"
                        + " with the logs of one, or a log.\n");
        assertThat(Baseline.of(Map.of(), Map.of(), folder).isKnown()).isFalse();
    }

    @Test
    void anEarlierRunThatIsNotThereIsToldAndLosesNoReport() throws IOException {
        assertThat(WorklogStability.of(RUN, baseline("nowhere")))
                .isEqualTo("The earlier run `nowhere, from environment variable GOLDENPATH_BASELINE` can't be compared"
                        + " with: `There is no such file and no such folder.`\n");
        Files.createDirectories(folder.resolve("empty"));
        assertThat(WorklogStability.of(RUN, baseline("empty")))
                .endsWith("can't be compared with: `It has no log of another run.`\n");
        Files.writeString(folder.resolve("run-x-1-2.jsonl"), "no log\n");
        assertThat(WorklogStability.of(RUN, baseline("run-x-1-2.jsonl"))).contains("can't be compared with: `");
    }

    @Test
    void ofAFolderTheNewestOtherRunIsMeant() throws IOException {
        RandomRun.write(folder, 1);
        LoggedRun run = RunLogReader.read(folder, RandomRun.RUN);

        assertThat(WorklogStability.of(run, baseline("."))).endsWith("`It has no log of another run.`\n");
        assertThat(WorklogStability.of(new SampleRun().run("later").read(), baseline(".")))
                .startsWith("- Since: `" + RandomRun.RUN + "` of ");
    }

    private Baseline baseline(String place) {
        return Baseline.of(Map.of(), Map.of("GOLDENPATH_BASELINE", place), folder);
    }
}
