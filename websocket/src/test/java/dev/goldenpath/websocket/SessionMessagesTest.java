package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.groups.Tuple.tuple;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.EventSettings;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.evidence.WsMessage.Direction;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionMessagesTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @Test
    void aBinaryMessageGoesBothWaysWhole() {
        try (Scene scene = new Scene(SERVER.url())) {
            SocketSession session = scene.socket().connect("/echo");
            byte[] content = {0, (byte) 0xFF, 7};
            session.send(content);
            content[0] = 1;

            Scene.await(() -> !session.binaryMessages().isEmpty());
            assertThat(session.binaryMessages())
                    .singleElement()
                    .satisfies(message -> assertThat(message.bytes()).containsExactly(0, 0xFF, 7));
            assertThat(scene.evidence(WsMessage.class))
                    .extracting(
                            WsMessage::direction,
                            WsMessage::opcode,
                            message -> message.body().bytes())
                    .containsExactlyInAnyOrder(
                            tuple(Direction.SENT, "binary", 3L), tuple(Direction.RECEIVED, "binary", 3L));
            assertThat(session.messages()).isEmpty();
        }
    }

    @Test
    void aMessageInFragmentsIsOneMessage() {
        try (Scene scene = new Scene(SERVER.url())) {
            SocketSession session = scene.socket().connect("/fragments/1000/7");

            assertThat(session.reader().next(LIMIT).orElseThrow().text()).isEqualTo("x".repeat(1000));
            assertThat(session.totals()).isEqualTo(new SocketTotals(0, 0, 1, 1000, 1));
        }
    }

    @Test
    void aCharacterMayStandInTwoFragments() {
        try (Scene scene = new Scene(SERVER.url())) {
            SocketSession session = scene.socket().connect("/fragments-of/%F0%9F%98%80%C3%A9/5");

            assertThat(session.reader().next(LIMIT).orElseThrow().text()).isEqualTo("\uD83D\uDE00\u00E9");
        }
    }

    @Test
    void fragmentsThatAddUpToTooMuchEndTheSession() {
        try (Scene scene = new Scene(SERVER.url(), settings(1000, 10))) {
            SocketSession session = scene.socket().connect("/fragments/1001/7");

            Scene.await(() -> session.closed().isPresent());
            assertThat(session.closed()).contains(new SocketClose(1009, "a message of 1001 bytes is over 1000", true));
            assertThat(session.messages()).isEmpty();
        }
    }

    @Test
    void aFrameOfTheLimitPassesAndOneByteMoreEndsTheSession() {
        try (Scene scene = new Scene(SERVER.url(), settings(1000, 10))) {
            assertThat(scene.socket().connect("/big/1000").reader().next(LIMIT)).isPresent();

            SocketSession session = scene.socket().connect("/big/1001");
            Scene.await(() -> session.closed().isPresent());
            assertThat(session.closed()).contains(new SocketClose(1009, "a message of 1001 bytes is over 1000", true));
        }
    }

    @Test
    void aPingTakesTheTimeToItsPong() {
        try (Scene scene = new Scene(SERVER.url())) {
            SocketSession session = scene.socket().connect("/echo");

            assertThat(session.ping(LIMIT)).isPositive().isLessThan(LIMIT);
            assertThat(scene.evidence(WsMessage.class))
                    .extracting(WsMessage::direction, WsMessage::opcode, WsMessage::heartbeat)
                    .containsExactlyInAnyOrder(
                            tuple(Direction.SENT, "ping", true), tuple(Direction.RECEIVED, "pong", true));
            assertThat(scene.recorded).noneMatch(recorded -> recorded.evidence().answered());
            assertThat(session.totals()).isEqualTo(new SocketTotals(0, 0, 0, 0, 0));
        }
    }

    @Test
    void aPingWithoutAPongHasALimit() {
        try (Scene scene = new Scene(SERVER.url())) {
            SocketSession session = scene.socket().connect("/no-pong");

            assertThatExceptionOfType(ServiceCallException.class)
                    .isThrownBy(() -> session.ping(Duration.ofMillis(300)))
                    .withMessage("WebSocket " + SERVER.url().toString().replace("http", "ws")
                            + "/no-pong: no pong came within 300 ms.\n"
                            + "  service:  backend\n"
                            + "  url from: goldenpath.yaml:7");
        }
    }

    @Test
    void heartbeatsAreSetApart() {
        EventSettings events = new EventSettings("/type", Set.of("keep-alive", "tick tock"), Map.of());
        try (Scene scene = new Scene(SERVER.url())) {
            SocketSession session = scene.socketReading(events).connect("/echo");
            session.send("{\"type\":\"keep-alive\"}");
            session.send("tick tock");
            session.send("{\"no\":\"type\"}");
            session.send("{\"type\":\"event\"}");

            Scene.await(() -> session.totals().received() == 4);
            assertThat(session.totals().heartbeats()).isEqualTo(3);
            assertThat(scene.evidence(WsMessage.class))
                    .filteredOn(message -> message.direction() == Direction.RECEIVED)
                    .extracting(WsMessage::heartbeat)
                    .containsExactly(true, true, true, false);
            assertThat(scene.recorded)
                    .filteredOn(recorded -> recorded.observed().answer().isPresent())
                    .as("what can prove a test")
                    .hasSize(1);
        }
    }

    @Test
    void theNewestMessagesAreKeptAndAllAreCounted() {
        try (Scene scene = new Scene(SERVER.url(), settings(1000, 8))) {
            SocketSession session = scene.socket().connect("/flood/100");

            Scene.await(() -> session.totals().received() == 100);
            assertThat(session.totals()).isEqualTo(new SocketTotals(0, 0, 100, 100L * Ticks.BYTES, 0));
            assertThat(session.messages())
                    .hasSizeBetween(8, 10)
                    .extracting(ReceivedMessage::number)
                    .endsWith(99L, 100L);
            assertThatIllegalStateException()
                    .isThrownBy(() -> session.reader().next(LIMIT))
                    .withMessageStartingWith("Message 1 of the session is not kept any more: the newest 8 are, and ")
                    .withMessageEndingWith(" were dropped. Ask for it earlier, or raise 'websocket.keep' of the service"
                            + " in goldenpath.yaml.");
        }
    }

    private static SocketSettings settings(int largestMessage, int keep) {
        SocketSettings defaults = SocketSettings.DEFAULT;
        return new SocketSettings(
                defaults.token(), defaults.answerWithin(), defaults.sendWithin(), largestMessage, keep);
    }
}
