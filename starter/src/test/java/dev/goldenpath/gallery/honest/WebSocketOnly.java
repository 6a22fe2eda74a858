package dev.goldenpath.gallery.honest;

import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.websocket.ServiceSocket;
import dev.goldenpath.websocket.SocketSession;
import org.junit.jupiter.api.Test;

/** Events, and no HTTP call. */
@GoldenPath
public class WebSocketOnly {
    @Test
    void theAgentWorks(@OnService("sockets") ServiceSocket socket) {
        try (SocketSession session = socket.connect("/ws")) {
            session.send("begin");
            assertThat(session.events()).arriveInOrder(within(ofSeconds(10)), "started");
        }
    }
}
