package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.QuietFor.quietFor;
import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.evidence.Recording;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server echoes: what a test sends is what it receives. */
class EventCountTest {
    private static final Within LONG = within(ofSeconds(20));
    private static final Within SHORT = within(ofMillis(300));
    private static final QuietFor QUIET = quietFor(ofMillis(200));
    private static final QuietFor LONG_QUIET = quietFor(ofSeconds(20));

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private Scene scene;
    private SocketSession session;
    private EchoedEvents events;

    @BeforeEach
    void open() {
        scene = new Scene(SERVER.url());
        session = scene.socketAsAlice().connect("/echo");
        events = new EchoedEvents(session, SERVER);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void countsTheEventsOfAType() {
        events.receive("r2", "token");
        events.receive("r1", "started", "token", "token", "done");
        Scene.await(() -> session.messages().size() == 5);

        assertThat(session.events().where("/run", "r1"))
                .arrivesExactly(2, "token", QUIET)
                .arrivesExactly(0, "failed", QUIET)
                .arrivesAtLeast(2, "token", LONG)
                .arrivesAtMost(2, "token", QUIET)
                .arrivesAtMost(7, "started", QUIET);
    }

    @Test
    void waitsForAsManyAsThereMustBe() {
        CompletableFuture<Void> arrived =
                CompletableFuture.runAsync(() -> assertThat(session.events()).arrivesAtLeast(2, "token", LONG));
        events.receive("r1", "token", "token");

        assertThat(arrived).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void failsAtOnceOnOneTooMany() {
        receive("token", "done", "token");

        events.assertFails(() -> assertThat(session.events()).arrivesExactly(1, "token", LONG_QUIET), """
                Expected token exactly once, but it arrived 2 times, after T and after T.
                  stream:   WebSocket URL/echo as alice
                  timeline: expected  arrived
                            token     token    0.000 s
                                      done     0.000 s
                                      token    0.000 s  duplicate""");
        events.assertFailsWith(
                () -> assertThat(session.events()).arrivesAtMost(1, "token", LONG_QUIET),
                "Expected token at most once, but it arrived 2 times, after T and after T.");
    }

    @Test
    void oneIsTooManyWhereNoneIsExpected() {
        receive("done", "token");

        events.assertFails(() -> assertThat(session.events()).arrivesExactly(0, "token", LONG_QUIET), """
                Expected token exactly 0 times, but it arrived once, after T.
                  stream:   WebSocket URL/echo as alice
                  timeline: done   0.000 s
                            token  0.000 s  unexpected""");
    }

    @Test
    void failsOnTooFew() {
        receive("token");

        events.assertFails(() -> assertThat(session.events()).arrivesExactly(2, "token", QUIET), """
                Expected token exactly 2 times, but it had arrived once, after T, when 200 ms had passed.
                  stream:   WebSocket URL/echo as alice
                  timeline: expected  arrived
                            token     token    0.000 s
                            token     -                 missing""");
        events.assertFails(() -> assertThat(session.events()).arrivesAtLeast(3, "token", SHORT), """
                Expected token at least 3 times within 300 ms, but it arrived once, after T.
                  stream:   WebSocket URL/echo as alice
                  timeline: expected  arrived
                            token     token    0.000 s
                            token     -                 missing
                            token     -                 missing""");
        events.assertFailsWith(
                () -> assertThat(session.events()).arrivesAtLeast(1, "done", within(ofNanos(1_500_000))),
                "Expected done at least once within 1.500 ms, but it did not arrive.");
        events.assertFailsWith(
                () -> assertThat(session.events()).arrivesExactly(1, "done", QUIET),
                "Expected done exactly once, but it had not arrived when 200 ms had passed.");
    }

    @Test
    void anEndLeavesACountUnproved() {
        SocketSession failed = closed(1011);

        events.assertFails(() -> assertThat(failed.events()).arrivesExactly(1, "token", LONG_QUIET), """
                Expected to watch for token for 20 s, but the service closed the session with 1011 (over).
                  stream:   WebSocket URL/close/1011/over/answered
                  timeline: expected  arrived
                            token     token    0.000 s""");
        events.assertFailsWith(
                () -> assertThat(failed.events()).arrivesExactly(2, "token", LONG_QUIET),
                "Expected token exactly 2 times, but it had arrived once, after T, when the service closed the session"
                        + " with 1011 (over).");
        events.assertFailsWith(
                () -> assertThat(failed.events()).arrivesAtMost(1, "token", LONG_QUIET),
                "Expected to watch for token for 20 s, but the service closed the session with 1011 (over).");
        events.assertFailsWith(
                () -> assertThat(failed.events()).arrivesAtLeast(2, "token", LONG),
                "Expected token at least 2 times within 20 s, but it arrived once, after T, and the service closed the"
                        + " session with 1011 (over).");
    }

    @Test
    void aFinishedSessionIsCounted() {
        SocketSession finished = closed(1000);

        assertThat(finished.events())
                .arrivesExactly(1, "token", LONG_QUIET)
                .arrivesAtMost(1, "token", LONG_QUIET)
                .hasNoDuplicates("/id", LONG_QUIET);
    }

    @Test
    void aSessionThatEndsWithoutAWordProvesNothing() {
        SocketSession mute = scene.socket().connect("/close/1000/bye");
        mute.send("go");

        events.assertFailsWith(
                () -> assertThat(mute.events()).arrivesAtMost(1, "token", LONG_QUIET),
                "Expected to watch for token for 20 s, but the service closed the session with 1000 (bye).");
    }

    @Test
    void whatDoesNotArriveIsAbsent() {
        receive("started", "done");

        assertThat(session.events()).doesNotArrive("failed", QUIET);
        assertThat(session.events().where("/run", "r2")).doesNotArrive("started", QUIET);
    }

    @Test
    void absenceFailsOnWhatCameBefore() {
        receive("started", "failed");

        events.assertFails(() -> assertThat(session.events()).doesNotArrive("failed", LONG_QUIET), """
                Expected no failed for 20 s, but it arrived after T.
                  stream:   WebSocket URL/echo as alice
                  timeline: started  0.000 s
                            failed   0.000 s  unexpected""");
    }

    @Test
    void absenceFailsOnWhatComes() {
        CompletableFuture<Void> watch =
                CompletableFuture.runAsync(() -> assertThat(session.events()).doesNotArrive("failed", LONG_QUIET));
        events.receive("r1", "failed");

        assertThat(watch)
                .failsWithin(Duration.ofSeconds(19))
                .withThrowableThat()
                .havingCause()
                .withMessageStartingWith("Expected no failed for 20 s, but it arrived after ");
    }

    @Test
    void absenceNeedsAnOpenSession() {
        SocketSession finished = closed(1000);

        events.assertFailsWith(
                () -> assertThat(finished.events()).doesNotArrive("failed", LONG_QUIET),
                "Expected no failed for 20 s, but the service closed the session with 1000 (over).");
    }

    @Test
    void noIdComesTwice() {
        receive("started", "done");
        session.sendJson(Map.of("type", "note", "id", 7));
        session.sendJson(Map.of("type", "note", "id", "7"));
        Scene.await(() -> session.messages().size() == 4);

        assertThat(session.events()).hasNoDuplicates("/id", QUIET);
        session.sendJson(Map.of("type", "copy", "id", 7));
        events.assertFails(() -> assertThat(session.events()).hasNoDuplicates("/id", LONG_QUIET), """
                Expected no two events with the same value at /id, but 7 arrived after T and again after T.
                  stream:   WebSocket URL/echo as alice
                  timeline: started  0.000 s
                            done     0.000 s
                            note     0.000 s  /id is 7
                            note     0.000 s  /id is 7
                            copy     0.000 s  duplicate: /id is 7""");
    }

    @Test
    void duplicatesNeedIdsAndAnOpenSession() {
        receive("started");
        SocketSession failed = closed(1011);

        events.assertFailsWith(
                () -> assertThat(session.events()).hasNoDuplicates("/id", QUIET),
                "Expected no two events with the same value at /id, but none that arrived has one.");
        events.assertFailsWith(
                () -> assertThat(failed.events()).hasNoDuplicates("/id", LONG_QUIET),
                "Expected to watch for duplicates for 20 s, but the service closed the session with 1011 (over).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(session.events()).hasNoDuplicates("id", QUIET));
    }

    @Test
    void whatIsCountedIsCitedFromTheSetUpAndWhatIsAbsentIsNot() {
        Recording ofClass = scene.ledger.ofContainer("class");
        AtomicReference<Recording> current = new AtomicReference<>(ofClass);
        SocketSession shared = scene.socketRecordingTo(current::get).connect("/burst");
        Scene.await(() -> shared.messages().size() == 3);
        current.set(scene.recording);

        assertThat(shared.events()).doesNotArrive("four", QUIET);
        assertThat(scene.recording.citations()).isEmpty();
        assertThat(shared.events()).arrivesExactly(1, "two", QUIET);
        assertThat(scene.recording.citations())
                .extracting(events::normalised)
                .containsExactly("WebSocket URL/burst → two");
        assertThat(shared.events()).arrivesAtLeast(1, "one", LONG);
        assertThat(scene.recording.citations()).hasSize(2);
    }

    @Test
    void countsAreNotNegativeAndNeedTypes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(session.events()).arrivesExactly(-1, "token", QUIET))
                .withMessage("Events can't arrive -1 times.");
        SocketSession untyped = scene.socketWithoutEventType().connect("/echo");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> assertThat(untyped.events()).doesNotArrive("token", QUIET));
    }

    private void receive(String... types) {
        int before = session.messages().size();
        events.receive("r1", types);
        Scene.await(() -> session.messages().size() == before + types.length);
    }

    private SocketSession closed(int code) {
        SocketSession closed = scene.socket().connect("/close/" + code + "/over/answered");
        closed.sendJson(Map.of("type", "token", "id", 1));
        Scene.await(() -> closed.closed().isPresent());
        return closed;
    }
}
