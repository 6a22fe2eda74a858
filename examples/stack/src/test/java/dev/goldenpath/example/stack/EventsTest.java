package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedStack.class)
class EventsTest {
    private static final String[] TYPES = AgentRun.TYPES;

    private final LaunchedStack stack;
    private final Api alice;
    private final Api bob;

    EventsTest(LaunchedStack stack) {
        this.stack = stack;
        alice = stack.backend().as(stack.auth().login("alice").text("/access_token"));
        bob = stack.backend().as(stack.auth().login("bob").text("/access_token"));
    }

    @Test
    void tellsTheStepsOfARunInOrder() throws InterruptedException {
        try (EventStream events = new EventStream(alice)) {
            String run = execute(alice, "Guten Tag");
            List<JsonNode> received = events.next(TYPES.length);

            assertThat(received).extracting(event -> event.get("type").asText()).containsExactly(TYPES);
            String id = alice.get("/api/me").text("/id");
            assertThat(received).allSatisfy(event -> {
                assertThat(event.get("run_id").asText()).isEqualTo(run);
                assertThat(event.get("user_id").asText()).isEqualTo(id);
                assertThat(Instant.parse(event.get("timestamp").asText())).isBeforeOrEqualTo(Instant.now());
                assertThat(event.get("payload").isObject()).isTrue();
            });
            assertThat(received)
                    .extracting(event -> event.get("sequence").intValue())
                    .containsExactly(1, 2, 3, 4, 5);
        }
    }

    @Test
    void numbersTheEventsOfEachRunAndGivesEachAnIdOfItsOwn() throws InterruptedException {
        try (EventStream events = new EventStream(alice)) {
            execute(alice, "count me");
            execute(alice, "count me, too");
            List<JsonNode> received = events.next(2 * TYPES.length);

            assertThat(received)
                    .extracting(event -> event.get("sequence").intValue())
                    .containsExactlyInAnyOrder(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
            assertThat(received)
                    .extracting(event -> UUID.fromString(event.get("id").asText()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void searchesTheUsersOwnMessages() throws InterruptedException {
        String thread = alice.post("/api/threads", Map.of("title", "Search")).text("/id");
        String path = "/api/threads/" + thread + "/messages";
        alice.post(path, Map.of("text", "The Zeppelin flies"));
        alice.post(path, Map.of("text", "zeppelin, ÜBER den Wolken"));
        alice.post(path, Map.of("text", "something else"));
        String foreign = bob.post("/api/threads", Map.of("title", "Bob's")).text("/id");
        bob.post("/api/threads/" + foreign + "/messages", Map.of("text", "zeppelin"));
        try (EventStream events = new EventStream(alice)) {
            alice.post("/api/agents/execute", Map.of("prompt", "Zeppelin? ZEPPELIN über!", "thread_id", thread));

            JsonNode payload = events.next(TYPES.length).get(4).get("payload");
            assertThat(payload.get("words").asInt()).isEqualTo(3);
            assertThat(payload.get("distinct_words").asInt()).isEqualTo(2);
            assertThat(payload.get("matching_messages").asInt()).isEqualTo(2);
            assertThat(payload.get("result").asText()).isEqualTo("3 words, found in 2 of your messages");
        }
    }

    @Test
    void keepsEventsFromOtherUsers() throws InterruptedException {
        try (EventStream alices = new EventStream(alice);
                EventStream bobs = new EventStream(bob)) {
            execute(alice, "not for bob");
            alices.next(TYPES.length);
            String run = execute(bob, "for bob");

            // Had any of the earlier events reached bob, it would come first.
            assertThat(bobs.next(TYPES.length))
                    .allSatisfy(
                            event -> assertThat(event.get("run_id").asText()).isEqualTo(run));
        }
    }

    @Test
    void deliversThroughEveryBackendProcess(@TempDir Path directory) throws Exception {
        try (SecondBackend second = new SecondBackend(stack, stack.redisPort(), directory);
                EventStream here = new EventStream(alice);
                EventStream there = new EventStream(second.api().as(alice.token()))) {
            String run = execute(alice, "heard everywhere");

            assertThat(there.next(TYPES.length))
                    .isEqualTo(here.next(TYPES.length))
                    .allSatisfy(
                            event -> assertThat(event.get("run_id").asText()).isEqualTo(run));
        }
    }

    @Test
    void takesTheTokenFromTheSubprotocolAndSelectsIt() throws InterruptedException {
        String subprotocol = "bearer." + alice.token();
        try (EventStream events = new EventStream(alice, "chat", subprotocol)) {
            execute(alice, "hello");

            assertThat(events.subprotocol()).isEqualTo(subprotocol);
            assertThat(events.next(1).get(0).get("type").asText()).isEqualTo(TYPES[0]);
        }
    }

    @Test
    void takesTheTokenFromTheQuery() throws InterruptedException {
        try (EventStream events = EventStream.anonymous(alice, "/ws?access_token=" + alice.token())) {
            AgentRun.start(alice).isToldBy(events.next(TYPES.length));
        }
    }

    @Test
    void refusesTheHandshakeWithoutAValidToken() {
        Api stranger = alice.as("nonsense");

        assertRefused(() -> new EventStream(stranger));
        assertRefused(() -> new EventStream(stranger, "chat"));
        assertRefused(() -> EventStream.anonymous(stranger, "/ws"));
        assertRefused(() -> EventStream.anonymous(stranger, "/ws?access_token=nonsense"));
        assertRefused(() -> EventStream.anonymous(stranger, "/ws/late?access_token=nonsense"));
    }

    private static void assertRefused(ThrowingCallable handshake) {
        assertThatThrownBy(handshake)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refusal ->
                                assertThat(refusal.getResponse().statusCode()).isEqualTo(401));
    }

    private static String execute(Api user, String prompt) {
        Api.Answer answer = user.post("/api/agents/execute", Map.of("prompt", prompt));
        assertThat(answer.status()).isEqualTo(202);
        return answer.text("/run_id");
    }
}
