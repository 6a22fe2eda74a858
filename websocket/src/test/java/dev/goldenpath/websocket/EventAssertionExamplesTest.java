package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.After.after;
import static dev.goldenpath.websocket.EventSequence.sequence;
import static dev.goldenpath.websocket.QuietFor.quietFor;
import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page about WebSockets shows. The server echoes: what a test sends is what it receives. */
class EventAssertionExamplesTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private final int runId = 17;
    private final String aliceId = "u1";

    private Scene scene;
    private SocketSession chat;
    private int number;

    @BeforeEach
    void open() {
        scene = new Scene(SERVER.url());
        chat = scene.socketAsAlice().connect("/echo");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void anOrder() {
        receive(runId, "agent_started", "agent_thinking", "agent_progress", "agent_completed");

        assertThat(chat.events().where("/run_id", runId))
                .arriveInOrder(within(ofSeconds(30)), "agent_started", "agent_thinking", "agent_completed")
                .eachExactlyOnce(quietFor(ofMillis(500)));
    }

    @Test
    void anOrderWithRepeats() {
        receive(runId, "agent_started", "agent_thinking", "agent_thinking", "agent_completed");

        assertThat(chat.events().where("/run_id", runId))
                .arriveInOrder(
                        within(ofSeconds(30)),
                        sequence("agent_started")
                                .thenOneOrMore("agent_thinking")
                                .thenAny("tool_executing")
                                .thenOptional("tool_completed")
                                .then("agent_completed"))
                .andNothingElse(quietFor(ofMillis(500)));
    }

    @Test
    void counts() {
        receive(runId, "agent_started", "token", "token", "token", "agent_completed");

        assertThat(chat.events())
                .arrives(within(ofSeconds(30)), "agent_completed")
                .arrivesExactly(1, "agent_completed", quietFor(ofMillis(500)))
                .arrivesAtLeast(2, "token", within(ofSeconds(5)))
                .arrivesAtMost(1_000, "token", quietFor(ofMillis(500)));
    }

    @Test
    void absence() {
        receive(runId, "agent_started");

        assertThat(chat.events()).doesNotArrive("agent_failed", quietFor(ofSeconds(1)));
        assertThat(chat.events().where("/run_id", 99)).isSilentFor(quietFor(ofMillis(500)));
    }

    @Test
    void contents() {
        receive(runId, "agent_started", "agent_thinking", "agent_completed");

        assertThat(chat.events())
                .arrives(within(ofSeconds(30)), "agent_completed")
                .hasNoDuplicates("/id", quietFor(ofMillis(500)))
                .hasSequenceWithoutHoles("/sequence")
                .belongOnlyTo("/user_id", aliceId)
                .areOnlyAbout("/run_id", runId);
    }

    @Test
    void times() {
        receive(runId, "agent_started", "agent_thinking", "agent_completed");

        assertThat(chat.events())
                .firstArrivesWithin(ofSeconds(5))
                .arrives(within(ofSeconds(30)), "agent_completed")
                .hasNoGapOver(ofSeconds(5));
    }

    @Test
    void typesThatAFunctionTells() {
        chat.send("LOGIN alice");
        chat.send("JOIN room 7");

        EventStream commands = chat.events().typedBy(message -> message.text().split(" ", 2)[0]);
        assertThat(commands).arriveInOrder(within(ofSeconds(5)), "LOGIN", "JOIN");
    }

    @Test
    void causes() {
        SocketSession chat = scene.socketAsAlice().connect("/listen/example");
        ServiceResponse response = execute(scene.http(), chat);

        ReceivedMessage started = after(response).on(chat).firstWithin(ofMillis(50), "agent_started");
        assertThat(started.number()).isEqualTo(1);
    }

    @Test
    void ends() {
        assertThat(chat).isOpen().staysOpenFor(quietFor(ofMillis(500)));

        SocketSession chat = scene.socketAsAlice().connect("/close/1000/bye");
        chat.send("quit");
        assertThat(chat).closesWith(1000, "bye", within(ofSeconds(5)));

        SocketSession lost = scene.socketAsAlice().connect("/reset");
        lost.send("quit");
        assertThat(lost).wasLost(within(ofSeconds(5)));
    }

    @Test
    void aFailure() {
        chat.send("ping");
        receive(runId, "agent_started", "agent_thinking", "agent_thinking", "tool_executing");
        receive(18, "agent_started");
        Scene.await(() -> chat.messages().size() == 6);

        new EchoedEvents(chat, SERVER)
                .assertFails(
                        () -> assertThat(chat.events().where("/run_id", runId))
                                .arriveInOrder(
                                        within(ofMillis(200)),
                                        "agent_started",
                                        "agent_thinking",
                                        "tool_executing",
                                        "tool_completed"),
                        """
                        Expected agent_started, agent_thinking, tool_executing, tool_completed in this order within \
                        200 ms, but tool_completed is missing.
                          stream:      WebSocket URL/echo as alice, where /run_id is 17
                          timeline:    expected        arrived
                                       agent_started   agent_started   0.000 s
                                       agent_thinking  agent_thinking  0.000 s
                                                       agent_thinking  0.000 s  duplicate
                                       tool_executing  tool_executing  0.000 s
                                                       agent_started   0.000 s  foreign: /run_id is 18
                                       tool_completed  -                        missing
                          passed over: 1 other message""");
    }

    /** The service answers when the event it sends has been heard. */
    private static ServiceResponse execute(ServiceClient backend, SocketSession chat) {
        CompletableFuture<ServiceResponse> response = CompletableFuture.supplyAsync(
                () -> backend.get("/cause/example/agent_started").send());
        assertThat(chat.events()).arrives(within(ofSeconds(30)), "agent_started");
        chat.send("{}");
        return response.join();
    }

    private void receive(int run, String... types) {
        for (String type : types) {
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("type", type);
            event.put("run_id", run);
            event.put("user_id", aliceId);
            event.put("id", "e" + number);
            event.put("sequence", ++number);
            chat.sendJson(event);
        }
    }
}
