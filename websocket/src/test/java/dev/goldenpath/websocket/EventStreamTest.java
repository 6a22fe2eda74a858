package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.QuietFor.quietFor;
import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.evidence.Recording;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server echoes: what a test sends is what it receives. */
class EventStreamTest {
    private static final Within LONG = within(ofSeconds(20));
    private static final Within SHORT = within(ofMillis(300));
    private static final QuietFor QUIET = quietFor(ofMillis(200));

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
    void passesWhenTheEventsArriveInOrderAndOnce() {
        events.receive("r1", "started", "thinking", "done");

        assertThat(session.events().where("/run", "r1"))
                .arriveInOrder(LONG, "started", "thinking", "done")
                .eachExactlyOnce(QUIET);
    }

    @Test
    void waitsForEventsStillToCome() {
        CompletableFuture<Void> arrived =
                CompletableFuture.runAsync(() -> assertThat(session.events()).arriveInOrder(LONG, "started", "done"));
        events.receive("r1", "started", "done");

        assertThat(arrived).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void looksAtMatchingEventsAlone() {
        events.receive("r2", "other");
        session.send("a heartbeat");
        session.send("{\"ping\":1,\"run\":\"r1\"}");
        events.receive("r1", "started");
        session.sendJson(Map.of("type", "done", "run", "r1", "user", Map.of("id", 7)));

        assertThat(session.events().where("/run", "r1")).arriveInOrder(LONG, "started", "done");
        assertThat(session.events().where("/run", "r1").where("/user/id", 7L)).arriveInOrder(LONG, "done");
        assertThat(session.events().where("/user", new User(7))).arriveInOrder(LONG, "done");
    }

    @Test
    void otherEventsMayComeBetween() {
        events.receive("r1", "hello", "started", "progress", "started", "thinking", "done", "bye");

        assertThat(session.events()).arriveInOrder(LONG, "started", "thinking", "done");
        assertThat(session.events()).arrives(LONG, "progress");
    }

    @Test
    void eachAssertionReadsFromTheFirstMessageOn() {
        events.receive("r1", "started", "done");

        assertThat(session.events()).arriveInOrder(LONG, "started", "done").arrives(LONG, "started");
    }

    @Test
    void failsOnEventsInAnotherOrder() {
        session.send("a heartbeat");
        events.receive("r2", "other");
        events.receive("r1", "started", "done", "thinking");
        Scene.await(() -> session.messages().size() == 5);

        events.assertFails(
                () -> assertThat(session.events().where("/run", "r1"))
                        .arriveInOrder(SHORT, "started", "thinking", "done"),
                """
                Expected started, thinking, done in this order within 300 ms, but thinking is out of order.
                  stream:      WebSocket URL/echo as alice, where /run is r1
                  timeline:    expected  arrived
                                         other     0.000 s  foreign: /run is r2
                               started   started   0.000 s
                               thinking  -                  out of order: it arrived after T
                               done      done      0.000 s
                                         thinking  0.000 s  out of order
                  passed over: 1 other message""");
    }

    @Test
    void failsWhenEventsAreLost() {
        events.receive("r1", "started", "error");
        Scene.await(() -> session.messages().size() == 2);

        events.assertFails(() -> assertThat(session.events()).arriveInOrder(SHORT, "started", "thinking", "done"), """
                Expected started, thinking, done in this order within 300 ms, but thinking and done are missing.
                  stream:   WebSocket URL/echo as alice
                  timeline: expected  arrived
                            started   started  0.000 s
                                      error    0.000 s
                            thinking  -                 missing
                            done      -                 missing""");
    }

    @Test
    void anEventThatArrivesLateIsNoEventInTime() {
        events.assertFails(() -> assertThat(session.events()).arrives(SHORT, "started"), """
                Expected started within 300 ms, but started is missing.
                  stream:   WebSocket URL/echo as alice
                  timeline: expected  arrived
                            started   -          missing""");
        events.receive("r1", "started");
        assertThat(session.events()).arriveInOrder(LONG, "started");
    }

    @Test
    void whatArrivedAfterTheLimitIsShownAsLate() {
        EventCursor cursor = EventCursor.awaiting(session.events(), System.nanoTime());
        Optional<EventMismatch> mismatch = new OrderCheck(EventSequence.sequence("started", "done"), SHORT).of(cursor);
        events.receive("r1", "started", "done");
        Scene.await(() -> session.messages().size() == 2);

        assertThat(mismatch.map(cursor::message).map(events::normalised)).hasValue("""
                Expected started, done in this order within 300 ms, but started and done are late.
                  stream:   WebSocket URL/echo as alice
                  timeline: expected  arrived
                            started   started  0.000 s  late
                            done      done     0.000 s  late""");
    }

    @Test
    void failsAtOnceWhenTheServiceEndsTheSession() {
        SocketSession closing = scene.socket().connect("/close/1011/restarting");
        closing.send("go");

        events.assertFails(() -> assertThat(closing.events()).arriveInOrder(LONG, "started"), """
                Expected started within 20 s, but started is missing, and the service closed the session with 1011\
                 (restarting).
                  stream:   WebSocket URL/close/1011/restarting
                  timeline: expected  arrived
                            started   -          missing""");
    }

    @Test
    void failsAtOnceWhenTheConnectionIsLost() {
        SocketSession lost = scene.socket().connect("/reset");
        lost.send("go");

        events.assertFailsWith(
                () -> assertThat(lost.events()).arriveInOrder(LONG, "started"),
                "Expected started within 20 s, but started is missing, and the connection was lost without a close"
                        + " frame (1006).");
    }

    @Test
    void failsAtOnceWhenTheTestHasClosedTheSession() {
        session.close();

        events.assertFailsWith(
                () -> assertThat(session.events()).arriveInOrder(LONG, "started"),
                "Expected started within 20 s, but started is missing, and this side closed the session with 1000.");
    }

    @Test
    void aFunctionMayTellTheTypes() {
        SocketSession untyped = scene.socketWithoutEventType().connect("/echo");
        untyped.send("started 1");
        untyped.send("");
        untyped.send("done 1");
        EventStream words = untyped.events()
                .typedBy(message ->
                        message.text().isEmpty() ? null : message.text().split(" ", 2)[0]);

        assertThat(words).arriveInOrder(LONG, "started", "done");
        events.assertFails(() -> assertThat(words).arrives(SHORT, "failed"), """
                Expected failed within 300 ms, but failed is missing.
                  stream:      WebSocket URL/echo
                  timeline:    expected  arrived
                                         started  0.000 s
                                         done     0.000 s
                               failed    -                 missing
                  passed over: 1 other message""");
    }

    @Test
    void whatIsNotKeptAnyMoreIsNotJudged() {
        int more = SocketSettings.DEFAULT.keep() + SocketSettings.DEFAULT.keep() / 4 + 1;
        for (int i = 0; i < more; i++) {
            session.send("{}");
        }
        Scene.await(() -> session.totals().received() == more);

        assertThatIllegalStateException()
                .isThrownBy(() -> assertThat(session.events()).arrives(SHORT, "started"))
                .withMessageContaining("Message 1 of the session is not kept any more");
    }

    @Test
    void aLongStreamIsShownInPart() {
        events.receive("r1", Collections.nCopies(2_100, "token").toArray(String[]::new));
        Scene.await(() -> session.messages().size() == 2_100);

        events.assertFails(
                () -> assertThat(session.events()).arriveInOrder(SHORT, "token", "done"),
                """
                Expected token, done in this order within 300 ms, but done is missing.
                  stream:   WebSocket URL/echo as alice
                  timeline: token  0.000 s
                            token  0.000 s
                            token  0.000 s
                            token  0.000 s
                            token  0.000 s
                            … 2050 more
                """ + "            token  0.000 s\n".repeat(45).stripTrailing());
    }

    @Test
    void anInterruptedTestWaitsNoLonger() {
        Thread.currentThread().interrupt();

        assertThatIllegalStateException()
                .isThrownBy(() -> assertThat(session.events()).arrives(LONG, "started"))
                .withMessageStartingWith("Interrupted while waiting for events of WebSocket ");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aMisspeltPointerIsFoundAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.events().where("run", "r1"))
                .withMessageContaining("run");
    }

    @Test
    void eventsFromTheSetUpAreCitedByTheTestThatAssertsOnThem() {
        Recording ofClass = scene.ledger.ofContainer("class");
        AtomicReference<Recording> current = new AtomicReference<>(ofClass);
        SocketSession shared = scene.socketRecordingTo(current::get).connect("/burst");
        Scene.await(() -> shared.messages().size() == 3);
        current.set(scene.recording);

        assertThat(shared.events().where("/type", "none")).isSilentFor(QUIET);
        assertThat(scene.recording.citations()).isEmpty();
        assertThat(shared.events()).arriveInOrder(LONG, "one", "two");
        assertThat(scene.recording.citations())
                .extracting(events::normalised)
                .containsExactly("WebSocket URL/burst → one", "WebSocket URL/burst → two");
    }

    @Test
    void eventsOfTheTestItselfNeedNoCitation() {
        events.receive("r1", "started");

        assertThat(session.events()).arriveInOrder(LONG, "started");
        assertThat(scene.recording.citations()).isEmpty();
    }

    private record User(int id) {}
}
