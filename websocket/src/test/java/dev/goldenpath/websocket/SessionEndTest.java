package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.evidence.WsMessage.Direction;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionEndTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(SERVER.url());
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void tellsTheServicesCloseCodeAndReason() {
        SocketSession session = scene.socket().connect("/close/1011/restarting");
        session.send("go");

        assertThat(scene.awaited(WsClose.class)).isEqualTo(new WsClose("backend", null, 1, 1011, "restarting", false));
        Scene.await(() -> session.closed().isPresent());
        assertThat(session.closed()).contains(new SocketClose(1011, "restarting", false));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1008, 1011, 1012, 1013, 3000, 4001, 4999})
    void tellsEveryCloseCodeFromEveryOther(int code) {
        SocketSession session = scene.socket().connect("/close/" + code + "/because");
        session.send("go");

        Scene.await(() -> session.closed().isPresent());
        assertThat(session.closed()).contains(new SocketClose(code, "because", false));
        assertThat(scene.awaited(WsClose.class)).isEqualTo(new WsClose("backend", null, 1, code, "because", false));
    }

    @Test
    void callsAResetAndASilentEndLost() {
        for (String path : List.of("/reset", "/eof")) {
            SocketSession session = scene.socket().connect(path);
            session.send("go");

            Scene.await(() -> session.closed().isPresent());
            assertThat(session.closed()).contains(new SocketClose(1006, "", false));
        }
        assertThat(scene.evidence(WsClose.class)).extracting(WsClose::code).containsExactly(1006, 1006);
    }

    @Test
    void endsTheSessionAtAMessageThatIsTooBig() {
        int bytes = SocketSettings.DEFAULT.largestMessage() + 1;
        SocketSession session = scene.socket().connect("/big/" + bytes);

        Scene.await(() -> session.closed().isPresent());
        assertThat(session.closed())
                .contains(new SocketClose(1009, "a message of " + bytes + " bytes is over 1048576", true));
        assertThat(session.messages()).isEmpty();
        assertThat(session.totals().heartbeats()).isZero();
        WsMessage message = scene.awaited(WsMessage.class);
        assertThat(message.heartbeat()).isFalse();
        assertThat(message.body().bytes()).isEqualTo(bytes);
        assertThat(message.body().text()).hasSize(16 * 1024);
        assertThat(message.body().truncated()).isTrue();
    }

    @Test
    void aMessageThatIsFarTooBigEndsItTooThoughItIsNotRecorded() {
        SocketSession session = scene.socket().connect("/big/" + 5 * SocketSettings.DEFAULT.largestMessage());

        Scene.await(() -> session.closed().isPresent());
        assertThat(session.closed()).contains(new SocketClose(1009, "a message is far over 1048576 bytes", true));
        assertThat(session.totals().received()).isZero();
    }

    @Test
    void whatCanNotBeReadIsNoCloseOfTheService() {
        SocketSession session = scene.socket().connect("/no-utf8");

        Scene.await(() -> session.closed().isPresent());
        assertThat(session.closed().orElseThrow().code()).isEqualTo(1007);
        assertThat(session.closed().orElseThrow().byTest()).isTrue();
        assertThat(session.closed().orElseThrow().reason()).startsWith("what the service sent can't be read: ");
        assertThat(scene.awaited(WsClose.class).byTest()).isTrue();
    }

    @Test
    void takesAMessageOfTheGreatestSize() {
        SocketSession session = scene.socket().connect("/big/" + SocketSettings.DEFAULT.largestMessage());

        Scene.await(() -> !session.messages().isEmpty());
        assertThat(session.closed()).isEmpty();
    }

    @Test
    void sendsItsCloseCodeAndReasonAndRecordsOneEnd() {
        SocketSession session = scene.socket().connect("/echo/told");
        session.close(4001, "enough");
        session.close();
        session.close(3000, "more");

        assertThat(session.closed()).contains(new SocketClose(4001, "enough", true));
        assertThat(scene.evidence(WsClose.class)).hasSize(1);
        SocketSession observer = scene.socket().connect("/end-of/told");
        Scene.await(() -> !observer.messages().isEmpty());
        assertThat(observer.messages().get(0).text()).isEqualTo("4001 enough");
    }

    @Test
    void refusesCloseCodesAClientMayNotSend() {
        SocketSession session = scene.socket().connect("/echo");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.close(1006, ""))
                .withMessage("A client may close with code 1000 or 3000 to 4999, but not with 1006.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.close(1000, "x".repeat(124)))
                .withMessage("The reason of a close frame has at most 123 bytes of UTF-8.");
        assertThat(session.closed()).isEmpty();
    }

    @Test
    void saysWhyAMessageCouldNotBeSent() {
        SocketSession session = scene.socketAsAlice().connect("/close/1011/restarting");
        session.send("go");
        Scene.await(() -> session.closed().isPresent());

        assertThatExceptionOfType(ServiceCallException.class)
                .isThrownBy(() -> session.send("too late"))
                .withMessageStartingWith("WebSocket " + SERVER.url().toString().replace("http", "ws")
                        + "/close/1011/restarting as alice: the message could not be sent, because the service closed"
                        + " the session with 1011 (restarting).\n"
                        + "  service:  backend\n"
                        + "  url from: goldenpath.yaml:7\n"
                        + "  cause:    ");
        assertThat(scene.evidence(WsMessage.class)).hasSize(1);
    }

    @Test
    void aSecretInWhyAMessageCouldNotBeSentIsMaskedInTheCauseToo() {
        SocketSession session = scene.socket().connect("/close/1000/done");
        session.send("go");
        Scene.await(() -> session.closed().isPresent());
        // Taken from the words of the library, as if they quoted what the service sent.
        scene.redaction.addValue("has been closed");

        assertThatExceptionOfType(ServiceCallException.class)
                .isThrownBy(() -> session.send("too late"))
                .havingCause()
                .isExactlyInstanceOf(IOException.class)
                .withMessage("java.lang.IllegalStateException: The connection ***.");
    }

    @Test
    void endsTheSessionWhenAMessageCanNotBeRecorded() {
        Ledger broken = new Ledger(RunClock.start(Clock.systemUTC()), List.of(recorded -> {
            if (recorded.evidence() instanceof WsMessage message && message.direction() == Direction.RECEIVED) {
                throw new IllegalStateException("disk full");
            }
        }));
        Recording recording = broken.ofTest("test", 1);
        SocketSession session = scene.socketRecordingTo(() -> recording).connect("/burst");

        Scene.await(() -> session.closed().isPresent());
        assertThat(session.closed())
                .contains(new SocketClose(1011, "message could not be processed: IllegalStateException", true));
    }
}
