package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.example.stack.Api.Answer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class BackendServiceTest {
    private final Api backend;
    private final Api alice;
    private final Api bob;

    BackendServiceTest(LaunchedStack stack) {
        backend = stack.backend();
        alice = backend.as(stack.auth().login("alice").text("/access_token"));
        bob = backend.as(stack.auth().login("bob").text("/access_token"));
    }

    @Test
    void knowsTheCaller() {
        Answer me = alice.get("/api/me");

        assertThat(me.text("/email")).isEqualTo("alice@example.com");
        assertThat(me.text("/id")).isNotEqualTo(bob.get("/api/me").text("/id"));
    }

    @Test
    void keepsThreadsAndTheirMessages() {
        Answer created = alice.post("/api/threads", Map.of("title", "Holidays"));
        String path = created.headers().firstValue("Location").orElseThrow();
        Answer first = alice.post(path + "/messages", Map.of("text", "First"));
        Answer second = alice.post(path + "/messages", Map.of("text", "Zweite Nachricht, größer"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(path).isEqualTo("/api/threads/" + created.text("/id"));
        assertThat(Instant.parse(created.text("/created_at"))).isBeforeOrEqualTo(Instant.now());
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("/thread_id")).isEqualTo(created.text("/id"));
        assertThat(alice.get(path).body()).isEqualTo(created.body());
        assertThat(alice.get("/api/threads").body().get("threads")).contains(created.body());
        assertThat(alice.get(path + "/messages").body().get("messages")).containsExactly(first.body(), second.body());
    }

    @Test
    void deletesAThreadOnce() {
        String path = "/api/threads/"
                + alice.post("/api/threads", Map.of("title", "Short-lived")).text("/id");
        alice.post(path + "/messages", Map.of("text", "gone soon"));

        assertThat(alice.delete(path).status()).isEqualTo(204);
        assertThat(alice.delete(path).status()).isEqualTo(404);
        assertThat(alice.get(path + "/messages").status()).isEqualTo(404);
    }

    @Test
    void hidesAThreadFromOtherUsers() {
        String path = "/api/threads/"
                + alice.post("/api/threads", Map.of("title", "Private")).text("/id");

        assertThat(bob.get(path).status()).isEqualTo(404);
        assertThat(bob.get(path + "/messages").status()).isEqualTo(404);
        assertThat(bob.post(path + "/messages", Map.of("text", "hello")).status())
                .isEqualTo(404);
        assertThat(bob.delete(path).status()).isEqualTo(404);
        assertThat(alice.get(path).status()).isEqualTo(200);
    }

    @Test
    void answersMistakesWithTheRightStatusAndAReason() {
        assertError(alice.post("/api/threads", Map.of("title", " ")), 400);
        assertError(alice.post("/api/threads", Map.of("title", "\0")), 400);
        assertError(alice.postRaw("/api/threads", "no JSON"), 400);
        assertError(alice.post("/api/threads", Map.of("title", "x".repeat(201))), 400);
        assertError(alice.get("/api/threads/not-an-id"), 404);
        assertError(alice.get("/api/threads/" + UUID.randomUUID()), 404);
        assertError(alice.get("/no/such/path"), 404);
        assertError(alice.delete("/api/threads"), 405);
        Map<String, String> strayThread =
                Map.of("prompt", "x", "thread_id", UUID.randomUUID().toString());
        assertError(alice.post("/api/agents/execute", strayThread), 404);
    }

    @Test
    void demandsAValidToken() {
        Answer without = backend.get("/api/threads");
        Answer invalid = backend.as("nonsense").get("/api/threads");

        assertError(without, 401);
        assertError(invalid, 401);
        assertThat(without.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void tellsItsRevision() {
        JsonNode version = backend.get("/version").body();

        assertThat(version.get("revision").asText()).isEqualTo("under-test");
        assertThat(Instant.parse(version.get("started_at").asText())).isBefore(Instant.now());
    }

    private static void assertError(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("/error")).isNotBlank();
    }
}
