package dev.goldenpath.example;

import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.goldenpath.evidence.Cleanup;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPathExtension;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.priority.P3;
import dev.goldenpath.readiness.Requires;
import dev.goldenpath.websocket.Backoff;
import dev.goldenpath.websocket.ServiceSocket;
import dev.goldenpath.websocket.SocketSession;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breaks the product on purpose, and shows that one line finds each fault of its events and calls it by its name. */
@P3
@Tag("golden-path")
@OnService("backend")
@Requires("redis")
@Execution(ExecutionMode.SAME_THREAD)
class EventFaultsGoldenPathIT {
    @RegisterExtension
    static final GoldenPathExtension GOLDEN_PATH = GoldenPathExtension.forEnvironment("faulty");

    @ParameterizedTest
    @CsvSource({
        "event-lost, tool_completed is missing",
        "event-duplicated, tool_executing is duplicate",
        "event-late, agent_completed is late",
        "event-out-of-order, is out of order",
        "event-of-another-run, agent_thinking is foreign",
        "event-misshapen, tool_completed is misshapen",
    })
    void theContractFindsAFaultOfTheService(
            String fault,
            String words,
            @AsUser("alice") ServiceClient backend,
            @AsUser("alice") ServiceSocket socket,
            @OnService("faults") ServiceClient faults,
            Cleanup cleanup) {
        SocketSession chat = socket.connect("/ws");
        switchOn(fault, faults, cleanup);
        Object run = runOf(backend);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chat).honours("agent-run", run))
                .withMessageStartingWith("The events break the contract 'agent-run' (events.yaml:5, version 1): ")
                .withMessageContaining(words);
    }

    @Test
    void theContractFindsTheEventsOfAnotherUser(
            @AsUser("alice") ServiceClient alice,
            @AsUser("bob") ServiceClient bob,
            @AsUser("alice") ServiceSocket socket,
            @OnService("faults") ServiceClient faults,
            Cleanup cleanup) {
        SocketSession chat = socket.connect("/ws");
        switchOn("event-of-another-user", faults, cleanup);
        Object ofBob = runOf(bob);
        assertThat(chat.events().where("/run_id", ofBob)).arrives(within(ofSeconds(10)), "agent_completed");
        Object ofAlice = runOf(alice);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chat).honours("agent-run", ofAlice))
                .withMessageContaining(
                        "agent_started, agent_thinking, tool_executing, tool_completed and agent_completed are of another user");
    }

    @Test
    void theContractFindsWhatThisClientHasSentItself(
            @AsUser("alice") ServiceClient backend,
            @AsUser("alice") ServiceSocket socket,
            @OnService("faults") ServiceClient faults,
            Cleanup cleanup) {
        SocketSession chat = socket.connect("/ws");
        switchOn("event-echoed", faults, cleanup);
        Object run = runOf(backend);
        chat.sendJson(Map.of("type", "agent_completed", "run_id", run));

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(chat).honours("agent-run", run))
                .withMessageContaining("agent_completed is sent by this client");
    }

    @Test
    void aSocketIsRefusedAndDroppedWithItsReason(
            @AsUser("alice") ServiceClient backend,
            @AsUser("alice") ServiceSocket socket,
            @OnService("faults") ServiceClient faults,
            Cleanup cleanup) {
        SocketSession first = socket.connect("/ws");
        switchOn("socket-busy", faults, cleanup);
        assertThat(socket.attempt("/ws")).hasStatus(503).hasRetryAfter(ofSeconds(7));
        switchOff("socket-busy", faults);

        switchOn("socket-dropped", faults, cleanup);
        assertThat(socket.connect("/ws")).closesWith(1011, "restarting", within(ofSeconds(10)));
        switchOff("socket-dropped", faults);

        SocketSession again = first.reconnect(Backoff.upTo(ofSeconds(10)));
        assertThat(again).honours("agent-run", runOf(backend));
    }

    private static Object runOf(ServiceClient backend) {
        ServiceResponse run = backend.post("/api/agents/execute")
                .json(Map.of("prompt", "hello"))
                .send();
        assertThat(run).hasStatus(202);
        return run.at("/run_id");
    }

    private static void switchOn(String fault, ServiceClient faults, Cleanup cleanup) {
        cleanup.add("switch " + fault + " off", () -> switchOff(fault, faults));
        assertThat(faults.put("/faults/{name}", fault).send()).hasStatus(204);
    }

    private static void switchOff(String fault, ServiceClient faults) {
        assertThat(faults.delete("/faults/{name}", fault).send()).hasStatus(204);
    }
}
