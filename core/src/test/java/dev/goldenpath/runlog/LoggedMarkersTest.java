package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.Exchanges;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.ForeignMarker;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.evidence.WsMessage.Direction;
import dev.goldenpath.verdict.Referee;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which tests met an answer that is no real work, as their evidence tells. */
class LoggedMarkersTest {
    private static final List<String> MARKERS = List.of("/source is \"mock\"");

    @TempDir
    private Path temporary;

    private LogFolder folder;

    @BeforeEach
    void newFolder() {
        folder = new LogFolder(temporary.resolve("logs"));
    }

    @Test
    void anAnswerWithAMarkerCountsWhateverTheVerdict() throws IOException {
        LoggedTest test = failedBehind(Phase.TEST, marked(MARKERS));
        assertThat(test.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(test.isMarked()).isTrue();
    }

    @Test
    void soDoesAMessage() throws IOException {
        Body body = Body.of("application/json", "{}".getBytes(StandardCharsets.UTF_8), folder.redaction);
        WsMessage message =
                new WsMessage("backend", null, 1, Direction.RECEIVED, 1, "text", null, false, body, MARKERS);
        assertThat(failedBehind(Phase.TEST, message).isMarked()).isTrue();
    }

    @Test
    void anAnswerWithoutOneDoesNotAndNeitherDoesOneOfSetUp() throws IOException {
        assertThat(failedBehind(Phase.TEST, marked(List.of())).isMarked()).isFalse();
        assertThat(failedBehind(Phase.SETUP, marked(MARKERS)).isMarked()).isFalse();
    }

    @Test
    void whatAnotherUserHasSentIsRealWork() throws IOException {
        String foreign = ForeignMarker.of("free7");
        assertThat(failedBehind(Phase.TEST, marked(List.of(foreign))).isMarked())
                .isFalse();
        assertThat(failedBehind(Phase.TEST, marked(List.of(foreign, MARKERS.get(0))))
                        .isMarked())
                .isTrue();
    }

    @Test
    void anEarlierAttemptCountsForTheTestAndNotForTheLastAttempt() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("t"));
            record(log, 1, Phase.TEST, marked(MARKERS));
            log.testFinished(LogFolder.failed("t", new AssertionError("no")));
            record(log, 2, Phase.TEST, marked(List.of()));
            log.testFinished(LogFolder.passed("t", 2));
        }
        LoggedTest test = folder.read("r1").tests().get(0);
        assertThat(test.attempts()).extracting(LoggedAttempt::isMarked).containsExactly(true, false);
        assertThat(test.isMarked()).isTrue();
    }

    @Test
    void theRefereesFactCountsForAnAnswerOfSetUpThatATestAssertsOn() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("t"));
            List<Fact> facts = List.of(Fact.of(Referee.MARKER, "GET / → 200: /source is \"mock\""));
            log.testFinished(new FinishedTest(
                    "t", 1, Verdict.SUSPECT, null, Duration.ofMillis(1), facts, new AssertionError("no"), null, null));
        }
        assertThat(folder.read("r1").tests().get(0).isMarked()).isTrue();
    }

    private LoggedTest failedBehind(Phase phase, Evidence met) throws IOException {
        LogFolder fresh = new LogFolder(temporary.resolve("logs-" + phase + System.identityHashCode(met)));
        folder = fresh;
        try (RunLog log = fresh.started("r1")) {
            log.testPlanned(LogFolder.planned("t"));
            record(log, 1, phase, met);
            log.testFinished(LogFolder.failed("t", new AssertionError("no")));
        }
        return fresh.read("r1").tests().get(0);
    }

    private void record(RunLog log, int attempt, Phase phase, Evidence met) {
        Recording recording = folder.ledger(log).ofTest("t", attempt);
        recording.enter(phase);
        recording.record(met, System.nanoTime());
    }

    private static HttpExchange marked(List<String> markers) {
        HttpExchange plain = Exchanges.answered(200);
        return new HttpExchange(
                plain.service(),
                plain.user(),
                plain.purpose(),
                plain.place(),
                plain.method(),
                plain.url(),
                plain.requestHeaders(),
                plain.requestBody(),
                plain.status(),
                plain.responseHeaders(),
                plain.responseBody(),
                plain.connection(),
                plain.ids(),
                plain.phases(),
                plain.failure(),
                markers);
    }
}
