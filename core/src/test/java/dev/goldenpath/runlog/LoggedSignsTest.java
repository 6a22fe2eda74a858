package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.Exchanges;
import dev.goldenpath.evidence.OutageSign;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggedSignsTest {
    @TempDir
    private Path temporary;

    private LogFolder folder;

    @BeforeEach
    void newFolder() {
        folder = new LogFolder(temporary.resolve("logs"));
    }

    @Test
    void aTestThatDidNotPassHasWhatItMetInTheOrderOfTime() throws IOException {
        assertThat(signs(handshake(101), close(1011), Exchanges.answered(200), Exchanges.answered(503)))
                .extracting(OutageSign::words)
                .containsExactly("WebSocket closed with 1011", "HTTP 503");
    }

    @Test
    void whatIsAnsweredLaterIsNoSign() throws IOException {
        assertThat(signs(
                        Exchanges.answered(503),
                        Exchanges.answered(200),
                        handshake(503),
                        handshake(101),
                        close(1012),
                        handshake(101)))
                .isEmpty();
    }

    @Test
    void anAnswerTakesBackNoSignOfAnotherCall() throws IOException {
        assertThat(signs(handshake(503), Exchanges.answered(200)))
                .extracting(OutageSign::words)
                .containsExactly("WebSocket handshake 503");
    }

    @Test
    void ofManyTheNewestAreRead() throws IOException {
        List<Evidence> many = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            many.add(Exchanges.answered(i == 0 ? 502 : 503));
        }
        assertThat(signs(many.toArray(new Evidence[0])))
                .hasSize(500)
                .extracting(OutageSign::words)
                .containsOnly("HTTP 503");
    }

    @Test
    void passesAndEarlierAttemptsAndOtherTestsAreNotLookedAt() throws IOException {
        try (RunLog log = folder.started("r1")) {
            for (String id : List.of("passes", "fails")) {
                log.testPlanned(LogFolder.planned(id));
                record(log, id, 1, Exchanges.answered(503));
                log.testFinished(LogFolder.failed(id, new AssertionError("no")));
            }
            record(log, "passes", 2, Exchanges.answered(503));
            log.testFinished(LogFolder.passed("passes", 2));
            record(log, "fails", 2, Exchanges.answered(504));
            log.testFinished(new FinishedTest("fails", 2, Verdict.ERROR, null, null, List.of(), null, null, null));
        }
        List<LoggedTest> tests = folder.read("r1").tests();
        assertThat(tests.get(0).attempts()).allMatch(attempt -> signsOf(attempt).isEmpty());
        assertThat(signsOf(tests.get(1).attempts().get(0))).isEmpty();
        assertThat(signsOf(tests.get(1).attempts().get(1)))
                .extracting(OutageSign::words)
                .containsExactly("HTTP 504");
    }

    @Test
    void aTestOfTwoJvmsHasInEachWhatItMetThere() throws IOException {
        for (int status : List.of(502, 504)) {
            try (RunLog log = folder.started("r1")) {
                log.testPlanned(LogFolder.planned("t"));
                record(log, "t", 1, Exchanges.answered(status));
                log.testFinished(LogFolder.failed("t", new AssertionError("no")));
            }
        }
        assertThat(folder.read("r1").tests())
                .flatExtracting(test -> signsOf(test.last().orElseThrow()))
                .extracting(OutageSign::words)
                .containsExactlyInAnyOrder("HTTP 502", "HTTP 504");
    }

    /** Else a log of gigabytes would be read twice for nothing. */
    @Test
    void aRunOfPassesIsNotReadOnceMore() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("t"));
            record(log, "t", 1, Exchanges.answered(502));
            log.testFinished(LogFolder.passed("t"));
        }
        LoggedRun run = folder.read("r1");
        Files.delete(folder.onlyFile());
        assertThat(LoggedSigns.addedTo(run.tests(), run.evidence())).isEqualTo(run.tests());
    }

    private List<OutageSign> signs(Evidence... met) throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("t"));
            record(log, "t", 1, met);
            log.testFinished(LogFolder.failed("t", new AssertionError("no")));
        }
        return signsOf(folder.read("r1").tests().get(0).last().orElseThrow());
    }

    private void record(RunLog log, String test, int attempt, Evidence... met) {
        Recording recording = folder.ledger(log).ofTest(test, attempt);
        long start = System.nanoTime();
        for (int i = 0; i < met.length; i++) {
            recording.record(met[i], start + 10_000L * i);
        }
    }

    private static List<OutageSign> signsOf(LoggedAttempt attempt) {
        return attempt.circumstances().signs();
    }

    private static WsClose close(int code) {
        return new WsClose("backend", null, 7, code, "", false);
    }

    private static WsHandshake handshake(int status) {
        return new WsHandshake(
                "backend",
                null,
                7,
                "ws://h/",
                null,
                Map.of(),
                status,
                Map.of(),
                null,
                null,
                Phases.ofTotal(Duration.ZERO),
                status == 101 ? null : "refused",
                null,
                null);
    }
}
