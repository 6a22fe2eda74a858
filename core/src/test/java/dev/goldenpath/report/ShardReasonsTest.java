package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.Shard;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.GitState;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunLog;
import dev.goldenpath.runlog.RunLogReader;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate says of parts that are not the whole, or not of one run. */
class ShardReasonsTest {
    private static final RunStart.Jvm GONE =
            new RunStart.Jvm("17.0.15", "Eclipse Adoptium", Integer.MAX_VALUE, Instant.EPOCH);
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    private Path folder;

    @Test
    void allShardsAreAWhole() throws Exception {
        log("local", COMMIT, part(1, 2), "a");
        log("local", COMMIT, part(2, 2), "b");
        assertThat(reasons(null)).isEmpty();
        assertThat(reasons(new Shard(1, 2))).isEmpty();
    }

    @Test
    void aMissingShardIsNamed() throws Exception {
        log("local", COMMIT, part(1, 3), "a");
        log("local", COMMIT, part(2, 3), "b");
        assertThat(reasons(null)).containsExactly("Shard 3 of 3 is missing: no log of it is in " + folder + ".");
        assertThat(reasons(new Shard(2, 3))).isEmpty();
        assertThat(reasons(new Shard(3, 3)))
                .containsExactly("Shard 3 of 3 is missing: no log of it is in " + folder + ".");
    }

    @Test
    void onlyTheOneIsThereThatIsNotJudgedAlone() throws Exception {
        log("local", COMMIT, part(2, 5), "a");
        assertThat(reasons(null))
                .containsExactly("Shards 1, 3, 4 and 5 of 5 are missing: no log of them is in " + folder
                        + ". To judge this shard alone, tell the gate goldenpath.shard, too.");
    }

    @Test
    void splitsIntoDifferentNumbersAreNoRun() throws Exception {
        log("local", COMMIT, part(1, 2), "a");
        log("local", COMMIT, part(2, 3), "b");
        assertThat(reasons(null))
                .containsExactly(
                        "The run is split into 2 and into 3 shards. Split it into one number of them, and leave"
                                + " out the logs of the others.");
    }

    @Test
    void aSplitOfAnotherBasisMayLeaveATestOut() throws Exception {
        log("local", COMMIT, part(1, 2), "a");
        log("local", COMMIT, new RunStart.Part(2, 2, "durations 4711"), "b");
        assertThat(reasons(null))
                .containsExactly("The logs are of several bases of their split, so that they are of no one run:"
                        + " 'durations 4711' (shard 2), 'names' (shard 1).");
    }

    @Test
    void otherEnvironmentsAndCommitsAreOtherRuns() throws Exception {
        log("local", COMMIT, part(1, 3), "a");
        log("staging", COMMIT, part(2, 3), "b");
        log("staging", COMMIT.replace('0', 'f'), part(3, 3), "c");
        assertThat(reasons(null))
                .containsExactly(
                        "The logs are of several environments, so that they are of no one run: 'local' (shard 1),"
                                + " 'staging' (shard 2, shard 3).",
                        "The logs are of several commits, so that they are of no one run: '" + COMMIT
                                + "' (shard 1, shard 2), '" + COMMIT.replace('0', 'f') + "' (shard 3).");
    }

    @Test
    void aTestInTwoShardsCountsTwice() throws Exception {
        log("local", COMMIT, part(1, 2), "a");
        log("local", COMMIT, part(2, 2), "a");
        assertThat(reasons(null))
                .containsExactly(
                        "1 test ran in more than one shard: C.a(). Run all shards with one version of the tests"
                                + " and of Golden Path.");
    }

    @Test
    void aLogOfNoShardIsNoPart() throws Exception {
        log("local", COMMIT, part(1, 1), "a");
        Path whole = log("local", COMMIT, null, "b");
        assertThat(reasons(null))
                .containsExactly("A log is of no shard, and others are: " + whole.getFileName()
                        + ". Its tests may count twice: leave it out, or have all be shards.");
    }

    private static RunStart.Part part(int index, int total) {
        return new RunStart.Part(index, total, "names");
    }

    private List<String> reasons(@Nullable Shard judged) throws IOException {
        LoggedRun run = RunLogReader.read(folder, "r1").judgedAs(judged);
        return GateReport.of(run).reasons();
    }

    private Path log(String environment, String commit, RunStart.@Nullable Part part, String test) throws IOException {
        List<Path> before = files();
        try (RunLog log = RunLog.create(folder, "r1", RunClock.start(Clock.systemUTC()), new Redaction())) {
            log.runStarted(new RunStart("r1", environment, new GitState(commit, false), GONE, null, Map.of(), part));
            var planned = SampleLog.planned("com.example.C", test + "()", "P2");
            log.testPlanned(planned);
            log.testFinished(new FinishedTest(
                    planned.test(), 1, Verdict.PASSED, Grade.C, Duration.ofMillis(1), List.of(), null, null, null));
            log.runFinished(Map.of(), List.of());
        }
        return files().stream()
                .filter(file -> !before.contains(file))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
