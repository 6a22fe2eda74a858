package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Canary;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Step;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server echoes: what a test sends is what it receives. */
class EventCanaryTest {
    private static final Within LONG = within(ofSeconds(20));

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private final Canary canary = Canary.create();
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
    void anEventCarriesItAndThatIsRecorded() {
        events.receive("r1", "started");
        session.sendJson(Map.of("type", "done", "text", "for " + canary));

        assertThat(session.events()).arriveInOrder(LONG, "started", "done").carries(canary);
        assertThat(scene.evidence(Step.class))
                .extracting(step -> events.normalised(step.name()))
                .containsExactly("WebSocket URL/echo as alice: done carries the canary " + canary);
    }

    @Test
    void noneOfTheseEventsCarriesIt() {
        session.sendJson(Map.of("type", "note", "run", "r2", "text", canary.value()));
        events.receive("r1", "started");
        Scene.await(() -> session.messages().size() == 2);

        events.assertFails(
                () -> assertThat(session.events().where("/run", "r1")).carries(canary),
                """
                Expected an event that carries the canary CANARY, but none that arrived does.
                  stream:   WebSocket URL/echo as alice, where /run is r1
                  timeline: note     0.000 s  foreign: /run is r2
                            started  0.000 s""".replace("CANARY", canary.value()));
        assertThat(scene.evidence(Step.class)).isEmpty();
    }

    @Test
    void anEventFromTheSetUpIsCited() {
        Recording ofClass = scene.ledger.ofContainer("class");
        AtomicReference<Recording> current = new AtomicReference<>(ofClass);
        SocketSession shared = scene.socketRecordingTo(current::get).connect("/echo");
        shared.sendJson(Map.of("type", "note", "text", canary.value()));
        Scene.await(() -> shared.messages().size() == 1);
        current.set(scene.recording);

        assertThat(shared.events()).carries(canary);
        assertThat(scene.recording.citations())
                .extracting(events::normalised)
                .containsExactly("WebSocket URL/echo → note");
    }
}
