package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.QuietFor.quietFor;
import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
    void failsAtOnceOnAnEventOutOfOrder() {
        events.receive("r2", "other");
        events.receive("r1", "started", "done", "thinking");

        events.assertFails(
                () -> assertThat(session.events().where("/run", "r1"))
                        .arriveInOrder(LONG, "started", "thinking", "done"),
                """
                Expected thinking next, but done arrived.
                  stream:      WebSocket URL/echo as alice, where /run is r1
                  arrived:     started after T
                               done after T
                  missing:     thinking, done
                  passed over: 1 other messages""");
    }

    @Test
    void failsAtOnceOnAnEventNobodyExpected() {
        events.receive("r1", "started", "error");

        events.assertFails(() -> assertThat(session.events()).arriveInOrder(LONG, "started", "done"), """
                Expected done next, but error arrived.
                  stream:  WebSocket URL/echo as alice
                  arrived: started after T
                           error after T
                  missing: done""");
    }

    @Test
    void failsWhenAnEventIsLost() {
        events.receive("r1", "started");

        events.assertFails(() -> assertThat(session.events()).arriveInOrder(SHORT, "started", "thinking", "done"), """
                Expected thinking next, but it did not arrive within 300 ms.
                  stream:  WebSocket URL/echo as alice
                  arrived: started after T
                  missing: thinking, done""");
    }

    @Test
    void anEventThatArrivesLateIsNoEventInTime() {
        events.assertFails(() -> assertThat(session.events()).arriveInOrder(SHORT, "started"), """
                Expected started next, but it did not arrive within 300 ms.
                  stream:  WebSocket URL/echo as alice
                  arrived: nothing
                  missing: started""");
        events.receive("r1", "started");
        assertThat(session.events()).arriveInOrder(LONG, "started");
    }

    @Test
    void failsAtOnceWhenTheServiceEndsTheSession() {
        SocketSession closing = scene.socket().connect("/close/1011/restarting");
        closing.send("go");

        events.assertFails(() -> assertThat(closing.events()).arriveInOrder(LONG, "started"), """
                Expected started next, but the service closed the session with 1011 (restarting).
                  stream:  WebSocket URL/close/1011/restarting
                  arrived: nothing
                  missing: started""");
    }

    @Test
    void failsAtOnceWhenTheConnectionIsLost() {
        SocketSession lost = scene.socket().connect("/reset");
        lost.send("go");

        events.assertFails(() -> assertThat(lost.events()).arriveInOrder(LONG, "started"), """
                Expected started next, but the connection was lost without a close frame (1006).
                  stream:  WebSocket URL/reset
                  arrived: nothing
                  missing: started""");
    }

    @Test
    void failsAtOnceWhenTheTestHasClosedTheSession() {
        session.close();

        events.assertFails(() -> assertThat(session.events()).arriveInOrder(LONG, "started"), """
                Expected started next, but this side closed the session with 1000.
                  stream:  WebSocket URL/echo as alice
                  arrived: nothing
                  missing: started""");
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
