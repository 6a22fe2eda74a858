package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.evidence.WsMessage.Direction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketSessionTest {
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
    void recordsTheHandshakeEveryMessageAndTheClose() {
        SocketSession session = scene.socketAsAlice().connect("/echo?room=1");
        session.sendJson(Map.of("type", "greeting", "password", "secret"));
        assertThat(session.events()).arriveInOrder(within(ofSeconds(10)), "greeting");
        session.close();

        WsHandshake handshake = scene.evidence(WsHandshake.class).get(0);
        assertThat(handshake.service()).isEqualTo("backend");
        assertThat(handshake.user()).isEqualTo("alice");
        assertThat(handshake.session()).isEqualTo(1);
        assertThat(handshake.url()).isEqualTo(SERVER.url().toString().replace("http", "ws") + "/echo?room=1");
        assertThat(handshake.remoteAddress())
                .isEqualTo("127.0.0.1:" + SERVER.url().getPort());
        assertThat(handshake.status()).isEqualTo(101);
        assertThat(handshake.requestHeaders()).containsEntry("Authorization", List.of("***"));
        assertThat(handshake.responseHeaders()).containsEntry("upgrade", List.of("websocket"));
        assertThat(handshake.subprotocol()).isNull();
        assertThat(handshake.failure()).isNull();
        assertThat(handshake.phases().total()).isPositive();

        List<WsMessage> messages = scene.evidence(WsMessage.class);
        assertThat(messages)
                .extracting(WsMessage::direction)
                .containsExactlyInAnyOrder(Direction.SENT, Direction.RECEIVED);
        assertThat(messages).allSatisfy(message -> {
            assertThat(message.session()).isEqualTo(1);
            assertThat(message.number()).isEqualTo(1);
            assertThat(message.opcode()).isEqualTo("text");
            assertThat(message.eventType()).isEqualTo("greeting");
            assertThat(message.body().text()).contains("\"password\":\"***\"").doesNotContain("secret");
            assertThat(message.body().mediaType()).isNull();
            assertThat(message.body().sha256()).hasSize(64);
        });
        assertThat(scene.evidence(WsClose.class)).containsExactly(new WsClose("backend", "alice", 1, 1000, "", true));
        assertThat(scene.recorded).extracting(RecordedEvidence::phase).containsOnly(Phase.TEST);
    }

    @Test
    void sendsTheUsersHeadersAndItsOwn() {
        SocketSession session = scene.socketAsAlice()
                .connecting("/request")
                .header("X-Room", "7")
                .open();

        Scene.await(() -> !session.messages().isEmpty());
        assertThat(session.messages().get(0).text())
                .containsIgnoringCase("\r\nAuthorization: Bearer " + Scene.TOKEN + "\r\n")
                .containsIgnoringCase("\r\nX-Room: 7\r\n");
        assertThat(scene.awaited(WsMessage.class).body().text()).doesNotContain(Scene.TOKEN);
    }

    @Test
    void offersSubprotocolsAndTellsTheChosenOne() {
        SocketSession session = scene.socket()
                .connecting("/subprotocol/chat.v2")
                .subprotocol("chat.v2")
                .subprotocol("chat.v1")
                .open();

        assertThat(session.subprotocol()).contains("chat.v2");
        WsHandshake handshake = scene.awaited(WsHandshake.class);
        assertThat(handshake.subprotocol()).isEqualTo("chat.v2");
        assertThat(String.join(",", handshake.requestHeaders().get("Sec-WebSocket-Protocol")))
                .isEqualToIgnoringWhitespace("chat.v2,chat.v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/request",
                "/request?",
                "/request/a%20b%2Fc?q=x%26y",
                "/request?q=100%2525&r=%C3%BC",
                "/request/%C3%BC"
            })
    void sendsAPathAsItIsWritten(String path) {
        SocketSession session = scene.socket().connect(path);

        Scene.await(() -> !session.messages().isEmpty());
        assertThat(session.messages().get(0).text()).startsWith("GET " + path + " HTTP/1.1\r\n");
    }

    @RepeatedTest(200)
    void losesNoMessageThatArrivesTogetherWithTheUpgrade() {
        SocketSession session = scene.socket().connect("/burst");

        assertThat(session.events()).arriveInOrder(within(ofSeconds(10)), "one", "two", "three");
        assertThat(session.messages())
                .isSortedAccordingTo((a, b) -> a.sinceConnect().compareTo(b.sinceConnect()));
        assertThat(scene.recorded.get(0).evidence()).isInstanceOf(WsHandshake.class);
        assertThat(scene.evidence(WsMessage.class))
                .extracting(WsMessage::number)
                .containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping", "7", "[]", "{}", "{\"type\":null}", "{\"type\":\"\"}", "{\"kind\":\"beat\"}"})
    void aMessageWithoutATypeIsRecordedWithoutOne(String message) {
        SocketSession session = scene.socket().connect("/echo");
        session.send(message);
        Scene.await(() -> !session.messages().isEmpty());

        assertThat(scene.evidence(WsMessage.class))
                .hasSize(2)
                .allSatisfy(recorded -> assertThat(recorded.eventType()).isNull());
    }

    @Test
    void recordsBinaryMessagesByTheirDigest() {
        SocketSession session = scene.socket().connect("/binary");

        WsMessage message = scene.awaited(WsMessage.class);
        assertThat(message.opcode()).isEqualTo("binary");
        assertThat(message.eventType()).isNull();
        assertThat(message.body().text()).isNull();
        assertThat(message.body().sha256())
                .isEqualTo("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
        assertThat(session.messages()).isEmpty();
    }
}
