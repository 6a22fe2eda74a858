package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.client.MarkerSearch;
import dev.goldenpath.environment.PayloadMarkers;
import dev.goldenpath.evidence.WsMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server echoes: what a test sends is what it receives. */
class MessageMarkersTest {
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
    void aMarkerInAReceivedTextSpeaksAgainstAPass() {
        SocketSession session =
                scene.socketSearchedBy(new MarkerSearch(PayloadMarkers.DEFAULT)).connect("/echo");
        session.send("{\"type\":\"done\",\"answer\":\"MOCK\"}");
        session.send("{\"type\":\"mock-up\"}");
        Scene.await(() -> session.messages().size() == 2);

        assertThat(scene.evidence(WsMessage.class))
                .filteredOn(message -> message.direction() == WsMessage.Direction.SENT)
                .allSatisfy(message -> assertThat(message.markers()).isEmpty());
        assertThat(scene.recording.suspicions())
                .containsExactly("message 1 of 'backend' in WebSocket session 1: /answer is \"MOCK\"");
    }

    @Test
    void aClientThatIsGivenNoSearchFindsNothing() {
        SocketSession session = scene.socket().connect("/echo");
        session.send("{\"answer\":\"mock\"}");
        Scene.await(() -> session.messages().size() == 1);

        assertThat(scene.recording.suspicions()).isEmpty();
    }
}
