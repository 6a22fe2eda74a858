package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The examples of docs/websocket.md, at the paths where this server does what they tell. */
class SocketExamplesTest {
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
    void connecting() {
        ServiceSocket socket = scene.socketAsAlice();
        SocketSession chat = socket.connecting("/ws?room=7")
                .subprotocol("chat.v2")
                .header("X-Tenant", "blue")
                .cookie("theme", "dark")
                .open();
        assertThat(chat.subprotocol()).contains("chat.v2");
    }

    @Test
    void refusals() {
        ServiceSocket anonymous = scene.socket();
        SocketAttempt refused = anonymous.attempt("/ws");
        assertThat(refused).wasRefused().hasStatus(401);
    }

    @Test
    void messages() {
        SocketSession chat = scene.socket().connect("/echo");
        chat.send("{\"type\":\"ask\"}");
        chat.sendJson(Map.of("type", "ask", "prompt", "hello"));
        chat.send(new byte[] {1, 2, 3});
        Duration roundTrip = chat.ping(ofSeconds(5));
        assertThat(roundTrip).isPositive();

        MessageReader reader = chat.reader();
        Optional<ReceivedMessage> first = reader.next(ofSeconds(5));
        assertThat(first.map(ReceivedMessage::text)).contains("{\"type\":\"ask\"}");
    }

    @Test
    void reconnecting() {
        SocketSession chat = scene.socket().connect("/close/1012/restarting");
        chat.send("go");
        Scene.await(() -> chat.closed().isPresent());
        Optional<SocketClose> end = chat.closed();
        assertThat(end).contains(new SocketClose(1012, "restarting", false));

        SocketSession again = chat.reconnect(Backoff.upTo(ofSeconds(30)).startingAt(ofMillis(200)));
        assertThat(again.closed()).isEmpty();
    }

    @Test
    void resuming() {
        SocketSession chat = scene.socket().connect("/echo");
        chat.send("{\"type\":\"step\",\"sequence\":1}");
        assertThat(chat.events()).arrives(within(ofSeconds(5)), "step");
        chat.close();
        SocketSession again = chat.reconnect(Backoff.upTo(ofSeconds(5)));
        again.send("{\"type\":\"step\",\"sequence\":2}");

        assertThat(again).resumes(chat, "/sequence", within(ofSeconds(2)));
    }

    @Test
    void shapes() {
        SocketSession chat = scene.socket().connect("/echo");
        chat.send("{\"type\":\"agent_started\",\"run\":7}");
        assertThat(chat.events()).arrives(within(ofSeconds(5)), "agent_started");
        String schema = "{\"properties\": {\"run\": {\"type\": \"integer\"}}}";

        assertThat(chat.events()).hasShape("agent_started", schema);
    }

    @Test
    void aHeaderOfTheTestTakesThePlaceOfNoneOfItsUsers() {
        SocketRequest request = scene.socketWithoutToken().connecting("/request");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.header("x-api-key", "mine"))
                .withMessageContaining("calls as 'carol'");
    }

    @Test
    void aHeaderInAnotherCaseIsTheSameAndALaterOneBelongsToTheNextSession() {
        SocketRequest request =
                scene.socket().connecting("/request").header("X-Tenant", "blue").header("x-tenant", "red");
        SocketSession first = request.open();
        request.header("X-Tenant", "green");

        SocketSession again = first.reconnect(Backoff.upTo(ofSeconds(5)));
        assertThat(again.reader().next(ofSeconds(5)).orElseThrow().text()).contains("X-Tenant: blue, red\r\n");
    }

    @Test
    void headersThatCouldNotGoOutAsWrittenAreRefused() {
        SocketRequest request = scene.socketAsAlice().connecting("/request");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.header("Sec-WebSocket-Protocol", "chat"))
                .withMessage("The header Sec-WebSocket-Protocol can't be set: it belongs to the handshake. Use"
                        + " subprotocol(…).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.header("Host", "elsewhere"))
                .withMessage("The header Host can't be set: it belongs to the handshake.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.header("X-Tenant", "a\r\nb"))
                .withMessageStartingWith("The value of the header X-Tenant can't be sent: its character 2 is U+000D");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.subprotocol("chat, v2"))
                .withMessageStartingWith("'chat, v2' can't be a subprotocol: it may have letters,");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.socket().connect("/ws#room"))
                .withMessage("The path '/ws#room' has a fragment, which no WebSocket can have (RFC 6455, 3): encode the"
                        + " #.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.cookie("a", "b; c=d"))
                .withMessage("The value of the cookie a can't hold a semicolon.");
    }

    @Test
    void headersGoOutAsTheyAreWritten() {
        SocketSession chat = scene.socket()
                .connecting("/request")
                .header("X-Tenant", "blue")
                .header("Cookie", "a=1")
                .cookie("theme", "dark")
                .open();

        assertThat(chat.reader().next(ofSeconds(5)).orElseThrow().text())
                .contains("X-Tenant: blue", "Cookie: a=1; theme=dark");
    }
}
