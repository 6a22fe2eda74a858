package {{package}};

import static dev.goldenpath.websocket.QuietFor.quietFor;
import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.priority.P1;
import dev.goldenpath.readiness.Requires;
import dev.goldenpath.websocket.ServiceSocket;
import dev.goldenpath.websocket.SocketSession;
import java.util.Map;
import org.junit.jupiter.api.Test;

@GoldenPath
@P1(protects = "chat")
@OnService("backend")
class ChatGoldenPathIT {

    @Test
    void theBackendKnowsAlice(@AsUser("alice") ServiceClient backend) {
        assertThat(backend.get("/api/me").send()).hasStatus(200).hasJson("/email", "alice@example.com");
    }

    @Requires("redis") // which carries the events
    @Test
    void agentAnswersInTheChat(@AsUser("alice") ServiceClient backend, @AsUser("alice") ServiceSocket socket) {
        SocketSession chat = socket.connect("/ws");

        ServiceResponse run = backend.post("/api/agents/execute")
                .json(Map.of("prompt", "hello"))
                .send();
        assertThat(run).hasStatus(202);

        assertThat(chat.events().where("/run_id", run.at("/run_id")))
                .arriveInOrder(
                        within(ofSeconds(10)),
                        "agent_started",
                        "agent_thinking",
                        "tool_executing",
                        "tool_completed",
                        "agent_completed")
                .eachExactlyOnce(quietFor(ofMillis(500)));
    }
}
