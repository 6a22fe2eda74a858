package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.websocket.ServiceSocket;
import dev.goldenpath.websocket.SocketSession;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events that the test sent, and none that it received. */
@GoldenPath
public class EventsToItself {
    @Test
    void theAgentWorks(@OnService("sockets") ServiceSocket socket) {
        List<String> events = List.of("agent_started", "agent_completed");
        try (SocketSession session = socket.connect("/ws")) {
            assertThat(session.closed()).isEmpty();
            assertThat(events).containsExactly("agent_started", "agent_completed");
        }
    }
}
