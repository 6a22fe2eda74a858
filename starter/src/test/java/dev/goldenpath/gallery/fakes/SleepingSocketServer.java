package dev.goldenpath.gallery.fakes;

import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.websocket.ServiceSocket;
import dev.goldenpath.websocket.SocketSession;
import org.junit.jupiter.api.Test;

/** Events of a server in this JVM, which sleeps to look real. */
@GoldenPath
public class SleepingSocketServer {
    @Test
    void theAgentWorks(@OnService("inside") ServiceSocket inside) {
        try (SocketSession session = inside.connect("/ws")) {
            session.send("begin");
            assertThat(session.events()).arriveInOrder(within(ofSeconds(10)), "started");
        }
    }
}
