package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.QuietFor.quietFor;
import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SocketSessionAssertTest {
    private static final Within LONG = within(ofSeconds(20));
    private static final Within SHORT = within(ofMillis(100));
    private static final QuietFor QUIET = quietFor(ofMillis(100));

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private Scene scene;
    private SocketSession open;
    private EchoedEvents events;

    @BeforeEach
    void open() {
        scene = new Scene(SERVER.url());
        open = scene.socketAsAlice().connect("/echo");
        events = new EchoedEvents(open, SERVER);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void anOpenSessionIsOpenAndStaysSo() {
        assertThat(open).isOpen().staysOpenFor(QUIET);
    }

    @Test
    void aClosedSessionIsNotOpen() {
        SocketSession closed = session("/close/1011/restarting/answered");
        Scene.await(() -> closed.closed().isPresent());

        events.assertFails(() -> assertThat(closed).isOpen(), """
                Expected an open session, but the service closed the session with 1011 (restarting).
                  session:  WebSocket URL/close/1011/restarting/answered
                  received: 1 (heartbeats: 1)""");
        events.assertFailsWith(
                () -> assertThat(closed).staysOpenFor(quietFor(ofSeconds(20))),
                "Expected the session to stay open for 20 s, but the service closed the session with 1011"
                        + " (restarting).");
    }

    @Test
    void theServiceClosesWithACode() {
        SocketSession session = session("/close/4001/enough");

        assertThat(session).closesWith(4001, LONG).closesWith(4001, "enough", LONG);
        events.assertFails(() -> assertThat(session).closesWith(1000, LONG), """
                Expected the service to close the session with 1000, but the service closed the session with 4001 \
                (enough).
                  session:  WebSocket URL/close/4001/enough
                  received: 0 (heartbeats: 0)""");
        events.assertFailsWith(
                () -> assertThat(session).closesWith(4001, "more", LONG),
                "Expected the service to close the session with 4001 (more), but the service closed the session with"
                        + " 4001 (enough).");
        events.assertFailsWith(
                () -> assertThat(session).wasLost(LONG),
                "Expected the connection to be lost, but the service closed the session with 4001 (enough).");
    }

    @Test
    void aCloseIsWaitedFor() {
        SocketSession later = scene.socket().connect("/close/1000/bye");
        CompletableFuture<Void> closed =
                CompletableFuture.runAsync(() -> assertThat(later).closesWith(1000, LONG));
        later.send("go");

        assertThat(closed).succeedsWithin(Duration.ofSeconds(20));
        events.assertFailsWith(
                () -> assertThat(open).closesWith(1000, SHORT),
                "Expected the service to close the session with 1000 within 100 ms, but it is open.");
    }

    @Test
    void aLossIsNoClose() {
        SocketSession lost = session("/reset");

        assertThat(lost).wasLost(LONG);
        events.assertFailsWith(
                () -> assertThat(lost).closesWith(1000, LONG),
                "Expected the service to close the session with 1000, but the connection was lost without a close frame"
                        + " (1006).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(lost).closesWith(1006, LONG))
                .withMessage("No service closes with 1006, for it means that no close frame came. Use"
                        + " wasLost(within(…)).");
    }

    @Test
    void whatThisSideDoesIsNotTheServices() {
        open.close();

        events.assertFailsWith(
                () -> assertThat(open).closesWith(1000, LONG),
                "Expected the service to close the session with 1000, but this side closed the session with 1000.");
    }

    @Test
    void anInterruptedTestWaitsNoLonger() {
        Thread.currentThread().interrupt();

        assertThatIllegalStateException()
                .isThrownBy(() -> assertThat(open).wasLost(LONG))
                .withMessageStartingWith("Interrupted while waiting for the end of WebSocket ");
        assertThat(Thread.interrupted()).isTrue();
    }

    private SocketSession session(String path) {
        SocketSession session = scene.socket().connect(path);
        session.send("go");
        return session;
    }
}
