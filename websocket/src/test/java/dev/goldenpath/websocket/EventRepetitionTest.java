package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.EventSequence.sequence;
import static dev.goldenpath.websocket.QuietFor.quietFor;
import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.goldenpath.environment.ConfigurationException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server echoes: what a test sends is what it receives. */
class EventRepetitionTest {
    private static final Within LONG = within(ofSeconds(20));
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
    void failsOnADuplicate() {
        events.receive("r1", "started", "done", "done");
        Scene.await(() -> session.messages().size() == 3);

        events.assertFails(
                () -> assertThat(session.events())
                        .arriveInOrder(LONG, "started", "done")
                        .eachExactlyOnce(LONG_QUIET),
                """
                Expected each event once, but done arrived 2 times, after T and after T.
                  stream:   WebSocket URL/echo as alice
                  timeline: expected  arrived
                            started   started  0.000 s
                            done      done     0.000 s
                                      done     0.000 s  duplicate""");
    }

    @Test
    void aTypeNamedTwiceMayArriveTwice() {
        events.receive("r1", "token", "token", "done", "unrelated");

        assertThat(session.events())
                .arriveInOrder(LONG, "token", "token", "done")
                .eachExactlyOnce(QUIET);
        events.receive("r1", "token");
        events.assertFailsWith(
                () -> assertThat(session.events())
                        .arriveInOrder(LONG, "token", "token", "done")
                        .eachExactlyOnce(LONG_QUIET),
                "Expected each event once, but token arrived 3 times, after T, after T and after T.");
    }

    @Test
    void aSessionTheServiceClosesNormallyHasNoDuplicatesToCome() {
        SocketSession finished = scene.socket().connect("/close/1000/done/answered");
        finished.sendJson(Map.of("type", "started"));

        CompletableFuture<Void> watch = CompletableFuture.runAsync(() ->
                assertThat(finished.events()).arriveInOrder(LONG, "started").eachExactlyOnce(LONG_QUIET));
        assertThat(watch).succeedsWithin(Duration.ofSeconds(19));
    }

    @Test
    void whatCanNotArriveIsNotCounted() {
        events.receive("r1", "started");
        assertThat(session.events()).arriveInOrder(LONG, "started");
        session.close();
        SocketSession failed = scene.socket().connect("/close/1011/restarting/answered");
        failed.sendJson(Map.of("type", "started"));

        events.assertFailsWith(
                () -> assertThat(session.events())
                        .arriveInOrder(LONG, "started")
                        .eachExactlyOnce(LONG_QUIET),
                "Expected to watch for repeated events for 20 s, but this side closed the session with 1000.");
        events.assertFailsWith(
                () -> assertThat(failed.events()).arriveInOrder(LONG, "started").eachExactlyOnce(LONG_QUIET),
                "Expected to watch for repeated events for 20 s, but the service closed the session with 1011"
                        + " (restarting).");
        events.assertFailsWith(
                () -> assertThat(failed.events()).arriveInOrder(LONG, "started").andNothingElse(LONG_QUIET),
                "Expected to watch for other events for 20 s, but the service closed the session with 1011"
                        + " (restarting).");
    }

    @Test
    void whatMayRepeatIsNoDuplicate() {
        events.receive("r1", "started", "token", "token", "done");

        assertThat(session.events())
                .arriveInOrder(LONG, sequence("started").thenOneOrMore("token").then("done"))
                .andNothingElse(QUIET)
                .eachExactlyOnce(QUIET);
    }

    @Test
    void nothingElseMeansNothingBefore() {
        events.receive("r2", "other");
        events.receive("r1", "hello", "started", "done");
        Scene.await(() -> session.messages().size() == 4);

        events.assertFails(
                () -> assertThat(session.events().where("/run", "r1"))
                        .arriveInOrder(LONG, "started", "done")
                        .andNothingElse(LONG_QUIET),
                """
                Expected nothing but started, done, but hello arrived after T.
                  stream:   WebSocket URL/echo as alice, where /run is r1
                  timeline: expected  arrived
                                      other    0.000 s  foreign: /run is r2
                                      hello    0.000 s  unexpected
                            started   started  0.000 s
                            done      done     0.000 s""");
    }

    @Test
    void nothingElseMeansNothingLater() {
        events.receive("r1", "started", "done");
        EventStreamAssert inOrder = assertThat(session.events()).arriveInOrder(LONG, "started", "done");
        CompletableFuture<Void> watch = CompletableFuture.runAsync(() -> inOrder.andNothingElse(LONG_QUIET));
        events.receive("r1", "started");

        assertThat(watch)
                .failsWithin(Duration.ofSeconds(19))
                .withThrowableThat()
                .havingCause()
                .withMessageStartingWith("Expected nothing but started, done, but started arrived after ");
    }

    @Test
    void onceNeedsToKnowWhichTypes() {
        assertThatIllegalStateException()
                .isThrownBy(() -> assertThat(session.events()).eachExactlyOnce(QUIET))
                .withMessage("Call arriveInOrder(…) before: it says which types are meant.");
        assertThatIllegalStateException()
                .isThrownBy(() -> assertThat(session.events()).andNothingElse(QUIET))
                .withMessage("Call arriveInOrder(…) before: it says which types are meant.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(session.events()).arriveInOrder(LONG))
                .withMessage("Name at least one event type.");
    }

    @Test
    void silenceIsTheAbsenceOfMatchingEvents() {
        events.receive("r1", "started");

        assertThat(session.events().where("/run", "r2")).isSilentFor(QUIET);
    }

    @Test
    void silenceFailsOnAnEventThatCameBefore() {
        events.receive("r1", "started");
        Scene.await(() -> !session.messages().isEmpty());

        events.assertFails(
                () -> assertThat(session.events().where("/run", "r1")).isSilentFor(LONG_QUIET), """
                Expected no event for 20 s, but started arrived after T.
                  stream:   WebSocket URL/echo as alice, where /run is r1
                  timeline: started  0.000 s  unexpected""");
    }

    @Test
    void silenceFailsOnAnEventThatComes() {
        CompletableFuture<Void> watch =
                CompletableFuture.runAsync(() -> assertThat(session.events()).isSilentFor(LONG_QUIET));
        events.receive("r1", "started");

        assertThat(watch)
                .failsWithin(Duration.ofSeconds(19))
                .withThrowableThat()
                .withCauseInstanceOf(AssertionError.class);
    }

    @Test
    void silenceOfAClosedSessionProvesNothing() {
        session.close(4001, "enough");

        events.assertFails(() -> assertThat(session.events()).isSilentFor(LONG_QUIET), """
                Expected no event for 20 s, but this side closed the session with 4001 (enough).
                  stream:   WebSocket URL/echo as alice
                  timeline: nothing arrived""");
    }

    @Test
    void typesNeedTheKeyThatSaysWhereTheyStand() {
        SocketSession untyped = scene.socketWithoutEventType().connect("/echo");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> assertThat(untyped.events()).arriveInOrder(LONG, "started"))
                .withMessage("Service 'backend' does not say where the type of an event stands, so no type can be"
                        + " expected of one. Add the key services.backend.events.type to goldenpath.yaml, for example"
                        + " events: { type: /type }.");
        untyped.send("{\"run\":\"r1\"}");
        events.assertFails(
                () -> assertThat(untyped.events().where("/run", "r1")).isSilentFor(LONG_QUIET), """
                Expected no event for 20 s, but an event arrived after T.
                  stream:   WebSocket URL/echo, where /run is r1
                  timeline: an event  0.000 s  unexpected""");
    }

    @Test
    void aFailureShowsNoSecret() {
        events.receive("r1", Scene.TOKEN);

        events.assertFailsWith(
                () -> assertThat(session.events().where("/type", Scene.TOKEN)).isSilentFor(LONG_QUIET),
                "Expected no event for 20 s, but *** arrived after T.");
    }

    @Test
    void periodsArePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> within(Duration.ZERO))
                .withMessage("A period to wait must be longer than nothing, but was PT0S.");
        assertThatIllegalArgumentException().isThrownBy(() -> quietFor(ofMillis(-1)));
    }
}
