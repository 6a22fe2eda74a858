package dev.goldenpath.example;

import static dev.goldenpath.websocket.After.after;
import static dev.goldenpath.websocket.QuietFor.quietFor;
import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.TestEvidence;
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

@Requires("redis")
@GoldenPath
@P1(protects = "chat")
@OnService("backend")
class ChatGoldenPathIT {

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

    private static final String[] AGENT_EVENTS = {
        "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed"
    };

    @Test
    void aRunKeepsToItsContract(@AsUser("alice") ServiceClient backend, @AsUser("alice") ServiceSocket socket) {
        SocketSession chat = socket.connect("/ws");

        ServiceResponse run = backend.post("/api/agents/execute")
                .json(Map.of("prompt", "hello"))
                .send();

        after(run).on(chat).firstWithin(ofSeconds(2), "agent_started");
        Object runId = run.at("/run_id");
        assertThat(chat).honours("agent-run", runId);
    }

    @Test
    void nobodyElseSeesTheRun(
            @AsUser("alice") ServiceClient backend,
            @AsUser("alice") ServiceSocket aliceSocket,
            @AsUser("bob") ServiceSocket bobSocket) {
        SocketSession alice = aliceSocket.connect("/ws");
        SocketSession bob = bobSocket.connect("/ws");

        Object run = backend.post("/api/agents/execute")
                .json(Map.of("prompt", "for alice alone"))
                .send()
                .at("/run_id");

        assertThat(alice.events().where("/run_id", run)).arriveInOrder(within(ofSeconds(10)), AGENT_EVENTS);
        assertThat(bob.events()).isSilentFor(quietFor(ofMillis(500)));
    }

    @Test
    void bothOfAUsersWindowsSeeTheRun(
            @AsUser("bob") ServiceClient backend, @AsUser("bob") ServiceSocket socket, TestEvidence evidence) {
        SocketSession laptop = socket.connect("/ws");
        SocketSession phone = socket.connect("/ws");

        Object run = backend.post("/api/agents/execute")
                .json(Map.of("prompt", "two windows"))
                .send()
                .at("/run_id");

        evidence.step(
                "the laptop sees it",
                () -> assertThat(laptop.events().where("/run_id", run))
                        .arriveInOrder(within(ofSeconds(10)), AGENT_EVENTS));
        evidence.step(
                "the phone sees it too",
                () -> assertThat(phone.events().where("/run_id", run))
                        .arriveInOrder(within(ofSeconds(10)), AGENT_EVENTS));
    }
}
