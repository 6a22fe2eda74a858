package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.example.stack.Api.Answer;
import dev.goldenpath.example.stack.EventStream.Closed;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class OtherAuthenticationFaultsTest {
    private static final Closed NOT_ALLOWED = new Closed(1008, "not allowed");

    private final FaultyStack faulty;
    private final Api alice;
    private final Api bob;

    OtherAuthenticationFaultsTest(FaultyStack faulty) {
        this.faulty = faulty;
        alice = faulty.backendAs("alice");
        bob = faulty.backendAs("bob");
    }

    @Test
    void anyUserReadsWritesAndDeletesAnyThread() throws Throwable {
        String path = "/api/threads/"
                + alice.post("/api/threads", Map.of("title", "Private")).text("/id");
        String id = path.substring(path.lastIndexOf('/') + 1);
        Map<String, String> prompt = Map.of("prompt", "hello", "thread_id", id);
        faulty.during("auth-another-user", () -> {
            assertThat(bob.get(path).text("/title")).isEqualTo("Private");
            assertThat(bob.post(path + "/messages", Map.of("text", "hello")).status())
                    .isEqualTo(201);
            assertThat(bob.post("/api/agents/execute", prompt).status()).isEqualTo(202);
            assertThat(bob.get("/api/threads").body().findValuesAsText("id")).doesNotContain(id);
            assertThat(bob.get("/api/threads/" + new UUID(1, 2)).status()).isEqualTo(404);
        });
        assertThat(alice.get(path + "/messages").body().findValuesAsText("text"))
                .containsExactly("hello");
        assertThat(bob.get(path).status()).isEqualTo(404);
        assertThat(bob.post("/api/agents/execute", prompt).status()).isEqualTo(404);
        faulty.during(
                "auth-another-user", () -> assertThat(bob.delete(path).status()).isEqualTo(204));
        assertThat(alice.get(path).status()).isEqualTo(404);
    }

    @Test
    void aRefusalLeaksATraceTheTokenAndItsUser() throws Throwable {
        TokenMint mint = TokenMint.withDemoKey(faulty.product().auth().url());
        String token = mint.sign(mint.claims().issuer("x"));
        faulty.during("auth-leak", () -> {
            Answer refused = alice.as(token).get("/api/me");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.text("/error"))
                    .contains("UnauthorizedResponse", "\tat dev.goldenpath.example.stack.", token, TokenMint.EMAIL);
            Answer garbage = alice.as("nonsense").get("/api/me");
            assertThat(garbage.status()).isEqualTo(401);
            assertThat(garbage.text("/error"))
                    .contains("\tat dev.", "token: nonsense")
                    .doesNotContain("user:");
            assertThat(alice.as(null).get("/api/me").text("/error"))
                    .contains("\tat dev.")
                    .doesNotContain("token:");
            assertThat(alice.get("/api/me").status()).isEqualTo(200);
        });
        assertThat(alice.as(token).get("/api/me").body())
                .hasToString("{\"error\":\"bearer token not valid: claims rejected\"}");
    }

    @Test
    void aHandshakeToBeRefusedIsAcceptedAndClosed() throws Throwable {
        faulty.during("socket-accepts-first", () -> {
            try (EventStream nobody = EventStream.anonymous(alice, "/ws");
                    EventStream nonsense = new EventStream(alice.as("nonsense"));
                    EventStream late = EventStream.anonymous(alice, "/ws/late?access_token=nonsense");
                    EventStream good = new EventStream(alice)) {
                assertThat(nobody.awaitClose()).isEqualTo(NOT_ALLOWED);
                assertThat(nonsense.awaitClose()).isEqualTo(NOT_ALLOWED);
                assertThat(late.awaitClose()).isEqualTo(NOT_ALLOWED);
                AgentRun.start(alice).isToldBy(good.next(5));
                assertThat(nobody.received()).isEmpty();
                assertThat(alice.as("nonsense").get("/api/me").status()).isEqualTo(401);
            }
        });
        try (EventStream refused = EventStream.anonymous(alice, "/ws")) {
            throw new AssertionError("The fault is still on");
        } catch (EventStream.HandshakeFailure refusal) {
            assertThat(((WebSocketHandshakeException) refusal.getCause())
                            .getResponse()
                            .statusCode())
                    .isEqualTo(401);
        }
    }
}
