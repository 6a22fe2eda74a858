package dev.goldenpath.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.goldenpath.evidence.Fingerprint;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.GitState;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.runlog.RunLog;
import dev.goldenpath.runlog.RunLogReader;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryRunTest {
    private static final Path SCHEMA = Path.of("..", "docs", "goldenpath-history-1.schema.json");
    private static final AssertionError FAILURE = new AssertionError("Expected status 200, and it was 500.");

    @TempDir
    Path folder;

    @Test
    void keepsWhatTheLogsOfARunSay() throws IOException {
        GitState git = new GitState("4f2a9c1", false);
        try (RunLog log = log(git)) {
            finished(log, "t1", 1, Verdict.FAILED, FAILURE);
            finished(log, "t2", 1, Verdict.FAILED, FAILURE);
            finished(log, "t2", 2, Verdict.PASSED, null);
            planned(log, "t3");
        }
        HistoryRun run = HistoryRun.of(RunLogReader.read(folder, "r1"));

        assertThat(run.run()).isEqualTo("r1");
        assertThat(run.environment()).isEqualTo("staging");
        assertThat(run.commit()).isEqualTo("4f2a9c1");
        assertThat(run.dirty()).isFalse();
        assertThat(run.tests())
                .containsExactly(
                        kept("t1", Verdict.FAILED, false, Fingerprint.of(FAILURE)),
                        kept("t2", Verdict.PASSED, true, null),
                        new KeptTest("t3", "com.example.ChatIT", "t3()", Verdict.MISSING, false, null, null));
        assertThat(breaches(HistoryLine.of(run))).isEmpty();
    }

    @Test
    void aTestOfTwoJvmsIsKeptOnceByTheWorse() throws IOException {
        try (RunLog one = log(new GitState("a", false));
                RunLog other = log(new GitState("b", true))) {
            finished(one, "t1", 1, Verdict.FAILED, FAILURE);
            finished(other, "t1", 1, Verdict.PASSED, null);
            finished(one, "t2", 1, Verdict.PASSED, null);
            finished(other, "t2", 1, Verdict.SKIPPED, null);
            finished(one, "t3", 1, Verdict.BLOCKED, null);
            finished(other, "t3", 1, Verdict.SUSPECT, null);
        }
        HistoryRun run = HistoryRun.of(RunLogReader.read(folder, "r1"));

        assertThat(run.tests())
                .extracting(KeptTest::verdict)
                .containsExactlyInAnyOrder(Verdict.FAILED, Verdict.SKIPPED, Verdict.SUSPECT);
        // Which of the two was tested, nobody can say.
        assertThat(run.commit()).isNull();
        assertThat(run.dirty()).isTrue();
    }

    @Test
    void theSchemaSeesWhatIsNotOfIt() throws IOException {
        String line = HistoryLine.of(Past.run(1, Past.test(Verdict.PASSED)));

        assertThat(breaches(line)).isEmpty();
        assertThat(breaches(line.replace("\"PASSED\"", "\"GREEN\""))).isNotEmpty();
        assertThat(breaches(line.replace("\"dirty\"", "\"clean\""))).isNotEmpty();
        assertThat(breaches(line.replace("\"durationUs\"", "\"duration\""))).isNotEmpty();
    }

    private RunLog log(GitState git) throws IOException {
        RunLog log = RunLog.create(folder, "r1", RunClock.start(Clock.systemUTC()), new Redaction());
        RunStart.Jvm gone = new RunStart.Jvm("17.0.15", "Eclipse Adoptium", Integer.MAX_VALUE, Instant.EPOCH);
        log.runStarted(new RunStart("r1", "staging", git, gone, null, Map.of()));
        return log;
    }

    private static void planned(RunLog log, String id) {
        log.testPlanned(new PlannedTest(id, "com.example.ChatIT", id + "()", id + "()", "P1", "chat", List.of()));
    }

    private static void finished(RunLog log, String id, int attempt, Verdict verdict, @Nullable Throwable failure) {
        if (attempt == 1) {
            planned(log, id);
        }
        log.testStarted(id, attempt);
        log.testFinished(new FinishedTest(
                id,
                attempt,
                verdict,
                verdict == Verdict.PASSED ? Grade.C : null,
                Duration.ofNanos(12_345_000),
                List.of(),
                failure,
                null,
                null));
    }

    private static KeptTest kept(String id, Verdict verdict, boolean flaky, @Nullable String fingerprint) {
        return new KeptTest(
                id, "com.example.ChatIT", id + "()", verdict, flaky, Duration.ofNanos(12_345_000), fingerprint);
    }

    /** What it says of this version's lines, which have no field that it does not know. */
    private static List<Error> breaches(String line) throws IOException {
        JsonMapper mapper = new JsonMapper();
        ObjectNode schema = (ObjectNode) mapper.readTree(SCHEMA.toFile());
        schema.put("additionalProperties", false);
        ((ObjectNode) schema.at("/properties/tests/items")).put("additionalProperties", false);
        JsonNode read = mapper.readTree(line);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(read);
    }
}
