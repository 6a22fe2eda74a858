package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final HttpExchange ANSWERED = exchange(200, null, null);

    private final List<RecordedEvidence> recorded = new CopyOnWriteArrayList<>();
    private final Ledger ledger = new Ledger(RunClock.start(Clock.systemUTC()), List.of(recorded::add));
    private final Recording recording = ledger.ofTest("test", 2);

    @Test
    void beginsInTheSetUpAndCountsAnswersByPhase() {
        recording.record(ANSWERED, System.nanoTime());
        recording.enter(Phase.TEST);
        recording.record(ANSWERED, System.nanoTime());
        recording.record(ANSWERED, System.nanoTime());
        recording.enter(Phase.TEARDOWN);
        assertThat(recording.phase()).isEqualTo(Phase.TEARDOWN);
        assertThat(recording.answers(Phase.SETUP)).isEqualTo(1);
        assertThat(recording.answers(Phase.TEST)).isEqualTo(2);
        assertThat(recording.answers(Phase.TEARDOWN)).isZero();
    }

    @Test
    void onlyAnswersOfServicesToTheTestsOwnCallsCount() {
        recording.enter(Phase.TEST);
        recording.record(exchange(null, "connection refused", null), System.nanoTime());
        recording.record(exchange(200, "answer cut short", null), System.nanoTime());
        recording.record(exchange(200, null, "login"), System.nanoTime());
        recording.record(handshake(101), System.nanoTime());
        recording.record(message(WsMessage.Direction.SENT), System.nanoTime());
        recording.record(new WsClose("backend", null, 1, 1000, "", true), System.nanoTime());
        recording.record(
                new Probe(
                        1,
                        "backend",
                        RunPart.BEFORE,
                        ServiceState.HEALTHY,
                        null,
                        List.of(),
                        List.of(),
                        1,
                        Duration.ZERO),
                System.nanoTime());
        recording.record(new Revision("backend", "abc", null, RunPart.BEFORE), System.nanoTime());
        recording.record(
                new TokenIssued("alice", "login", "auth", null, null, List.of(), List.of(), null, null, null),
                System.nanoTime());
        assertThat(recording.answers(Phase.TEST)).isZero();
        recording.record(handshake(401), System.nanoTime());
        recording.record(message(WsMessage.Direction.RECEIVED), System.nanoTime());
        assertThat(recording.answers(Phase.TEST)).isEqualTo(2);
    }

    @Test
    void theSinksGetEvidenceWithItsPlaceInTheRun() {
        recording.enter(Phase.TEST);
        RecordedEvidence returned = recording.record(ANSWERED, System.nanoTime());
        assertThat(recorded).containsExactly(returned);
        assertThat(returned.test()).isEqualTo("test");
        assertThat(returned.attempt()).isEqualTo(2);
        assertThat(returned.phase()).isEqualTo(Phase.TEST);
        assertThat(returned.evidence()).isSameAs(ANSWERED);
    }

    @Test
    void evidenceOfNoTestHasNeitherTestNorAttempt() {
        Recording ofRun = ledger.ofRun(Phase.PROBE);
        RecordedEvidence returned = ofRun.record(ANSWERED, System.nanoTime());
        assertThat(ofRun.test()).isEmpty();
        assertThat(ofRun.attempt()).isEmpty();
        assertThat(returned.test()).isNull();
        assertThat(returned.attempt()).isNull();
        assertThat(returned.phase()).isEqualTo(Phase.PROBE);
    }

    @Test
    void citationsCountInTheTestAloneEachOnceAndTwentyAtMost() {
        RecordedEvidence answer = recording.record(ANSWERED, System.nanoTime());
        recording.cite(answer, () -> "too early");
        recording.enter(Phase.TEST);
        recording.cite(answer, () -> "GET /0 → 200");
        for (int i = 0; i < 30; i++) {
            String words = "GET /" + i + " → 200";
            recording.cite(answer, () -> words);
        }
        recording.enter(Phase.TEARDOWN);
        recording.cite(answer, () -> "too late");
        assertThat(recording.citations())
                .hasSize(20)
                .startsWith("GET /0 → 200", "GET /1 → 200")
                .endsWith("GET /19 → 200");
    }

    @Test
    void onlyWhatItsOwnSetUpOrThatOfItsClassReceivedCanBeCited() {
        Recording test = ledger.ofTest("engine/class/test", 1);
        Recording ofClass = ledger.ofContainer("engine/class");
        RecordedEvidence own = test.record(ANSWERED, System.nanoTime());
        test.enter(Phase.TEST);

        test.cite(own, () -> "own");
        test.cite(ofClass.record(ANSWERED, System.nanoTime()), () -> "of its class");
        test.cite(ledger.ofTest("engine/class/other", 1).record(ANSWERED, System.nanoTime()), () -> "of another test");
        test.cite(
                ledger.ofTest("engine/class/test", 2).record(ANSWERED, System.nanoTime()), () -> "of another attempt");
        test.cite(ledger.ofContainer("engine/cla").record(ANSWERED, System.nanoTime()), () -> "of another class");
        test.cite(ledger.ofRun(Phase.SETUP).record(ANSWERED, System.nanoTime()), () -> "of no class");
        test.cite(test.record(ANSWERED, System.nanoTime()), () -> "of the test itself");

        assertThat(test.citations()).containsExactly("own", "of its class");
    }

    @Test
    void whatBeganInTheSetUpIsNoWorkOfTheTest() {
        Phase begun = recording.phase();
        recording.enter(Phase.TEST);
        recording.record(ANSWERED, begun, System.nanoTime());
        assertThat(recording.answers(Phase.TEST)).isZero();
        assertThat(recording.answers(Phase.SETUP)).isEqualTo(1);
    }

    @Test
    void countsExactlyWhatManyThreadsRecordAtOnce() throws Exception {
        RecordedEvidence setUp = recording.record(ANSWERED, System.nanoTime());
        recording.enter(Phase.TEST);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            running.add(threads.submit(() -> {
                for (int j = 0; j < 500; j++) {
                    recording.record(ANSWERED, System.nanoTime());
                    recording.cite(setUp, () -> "answer");
                }
            }));
        }
        for (Future<?> one : running) {
            one.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();
        assertThat(recording.answers(Phase.TEST)).isEqualTo(4_000);
        assertThat(recorded).hasSize(4_001);
        assertThat(recording.citations()).containsExactly("answer");
    }

    private static HttpExchange exchange(Integer status, String failure, String purpose) {
        CallFailure broken = failure == null ? null : new CallFailure(CallFailure.Kind.TRUNCATED, null, failure);
        return Exchanges.of(status, broken, purpose);
    }

    private static WsHandshake handshake(int status) {
        return new WsHandshake(
                "backend",
                null,
                1,
                "ws://127.0.0.1/",
                "127.0.0.1:80",
                Map.of(),
                status,
                Map.of(),
                null,
                null,
                Phases.ofTotal(Duration.ZERO),
                null,
                null,
                null);
    }

    @Test
    void aHeartbeatIsNoAnswer() {
        Body body = new Body("text/plain", 4, null, "ping", false);
        assertThat(new WsMessage(
                                "backend",
                                null,
                                1,
                                WsMessage.Direction.RECEIVED,
                                1,
                                "text",
                                null,
                                true,
                                body,
                                List.of())
                        .answered())
                .isFalse();
    }

    private static WsMessage message(WsMessage.Direction direction) {
        return new WsMessage(
                "backend",
                null,
                1,
                direction,
                1,
                "text",
                null,
                false,
                new Body("text/plain", 0, null, null, false),
                List.of());
    }
}
