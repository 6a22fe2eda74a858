package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.goldenpath.environment.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The server echoes: what a test sends is what it receives. */
class EventShapeTest {
    private static final String SCHEMA = "{ \"properties\": { \"words\": { \"type\": \"integer\" } } }";

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
    void passesWhenEachEventOfTheTypeIsAsItsSchemaSays(@TempDir Path folder) throws IOException {
        receive("{\"type\":\"thinking\",\"words\":2}", "{\"type\":\"done\",\"words\":\"two\"}");

        assertThat(session.events()).hasShape("thinking", SCHEMA);
        assertThat(session.events()).hasShape("thinking", Files.writeString(folder.resolve("thinking.json"), SCHEMA));
    }

    @Test
    void namesTheMessageThePlaceAndTheRule() {
        receive(
                "{\"type\":\"thinking\",\"words\":2}",
                "{\"type\":\"thinking\",\"words\":\"hunter2\"}",
                "{\"type\":\"done\"}");

        assertFails("""
                Expected each thinking to be as its JSON Schema says, but message 2 (/words breaks the rule 'type': \
                "integer") is misshapen.
                  stream:   WebSocket URL/echo as alice
                  timeline: thinking  T
                            thinking  T  misshapen: /words breaks the rule 'type': "integer"
                            done      T""");
    }

    @Test
    void aShapeThatNothingHasIsNoShape() {
        receive("{\"type\":\"done\"}");

        assertFails("""
                Expected each thinking to be as its JSON Schema says, but none has arrived.
                  stream:   WebSocket URL/echo as alice
                  timeline: done  T""");
    }

    @Test
    void aSchemaThatCanNotBeUsed() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> assertThat(session.events()).hasShape("thinking", "{"))
                .withMessageStartingWith("The JSON Schema of 'thinking' can't be used: ");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> assertThat(session.events()).hasShape("thinking", Path.of("none.json")));
    }

    private void receive(String... messages) {
        for (String message : messages) {
            session.send(message);
        }
        Scene.await(() -> session.messages().size() == messages.length);
    }

    private void assertFails(String message) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(session.events()).hasShape("thinking", SCHEMA))
                .satisfies(error -> assertThat(
                                events.normalised(error.getMessage()).replaceAll("\\d\\.\\d{3} s", "T"))
                        .isEqualTo(message));
    }
}
