package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FirstPacketTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** The profile {@code scale} has 2,000. */
    private static final int MANY = Integer.getInteger("many.connects", 500);

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @Test
    void noMessageIsLostThatComesInThePacketOfTheHandshake() {
        try (Scene scene = new Scene(SERVER.url())) {
            ServiceSocket socket = scene.socket();
            for (int i = 0; i < MANY; i++) {
                try (SocketSession session = socket.connect("/burst")) {
                    MessageReader reader = session.reader();
                    for (String type : new String[] {"one", "two", "three"}) {
                        assertThat(reader.next(LIMIT).map(ReceivedMessage::text))
                                .as("session %s", i)
                                .isEqualTo(Optional.of("{\"type\":\"" + type + "\"}"));
                    }
                }
            }
        }
    }
}
