package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.example.stack.Api.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each hole lets in one kind of bad token, over HTTP and at a socket's handshake, and nothing else. */
@ExtendWith(SharedStack.class)
class AuthenticationHolesTest {
    private final FaultyStack faulty;
    private final Api backend;
    private final TokenMint mint;
    private final String alice;
    private final BadTokens bad;

    AuthenticationHolesTest(FaultyStack faulty) throws Exception {
        this.faulty = faulty;
        backend = faulty.product().backend();
        URI auth = faulty.product().auth().url();
        mint = TokenMint.withDemoKey(auth);
        alice = faulty.backendAs("alice").token();
        assertThat(backend.as(alice).get("/api/me").status()).isEqualTo(200);
        HttpRequest keys =
                HttpRequest.newBuilder(auth.resolve("/.well-known/jwks.json")).build();
        bad = new BadTokens(
                mint,
                alice,
                Api.CLIENT.send(keys, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Test
    void aSoundBackendRefusesAllOfThem() {
        assertLetsIn(Set.of());
    }

    @TestFactory
    Stream<DynamicTest> eachHoleLetsInItsOwnKindAlone() {
        return bad.byFault().keySet().stream()
                .map(hole ->
                        DynamicTest.dynamicTest(hole, () -> faulty.during(hole, () -> assertLetsIn(Set.of(hole)))));
    }

    @TestFactory
    Stream<DynamicTest> theOtherFaultsLetNobodyIn() {
        return Stream.of("auth-another-user", "auth-leak")
                .map(fault -> DynamicTest.dynamicTest(fault, () -> faulty.during(fault, () -> assertLetsIn(Set.of()))));
    }

    @Test
    void severalHolesLetInWhatIsBadInSeveralWays() throws Throwable {
        String token = mint.sign(mint.claims().issuer("x").audience("x"));
        faulty.during("auth-issuer", () -> {
            assertThat(statusOf(token)).isEqualTo(401);
            faulty.during("auth-audience", () -> assertThat(statusOf(token)).isEqualTo(200));
        });
    }

    @Test
    void whoShowsNothingAndWhoShowsNonsenseIsTakenForAlice() throws Throwable {
        Answer real = backend.as(alice).get("/api/me");

        faulty.during(
                "auth-no-token", () -> assertThat(backend.get("/api/me").body()).isEqualTo(real.body()));
        faulty.during(
                "auth-garbage",
                () -> assertThat(backend.as("nonsense").get("/api/me").body()).isEqualTo(real.body()));
    }

    @Test
    void aSocketStaysOpenThoughItsTokenExpiredLongAgo() throws Throwable {
        String expired = bad.byFault().get("auth-expired").get(0);
        faulty.during("auth-expired", () -> {
            try (EventStream events = new EventStream(backend.as(expired))) {
                AgentRun.start(backend.as(expired)).isToldBy(events.next(5));
                assertThat(events.rest()).isEmpty();
            }
        });
    }

    @Test
    void theFirstMessageOfALateSocketIsCheckedTheSameWay() throws Throwable {
        String foreign = bad.byFault().get("auth-wrong-key").get(0);
        faulty.during("auth-wrong-key", () -> {
            try (EventStream late = EventStream.anonymous(backend, "/ws/late")) {
                late.send("{\"type\":\"authenticate\",\"token\":\"" + foreign + "\"}");
                assertThat(late.next(1)).singleElement().hasToString("{\"type\":\"authenticated\"}");
            }
        });
    }

    @Test
    void aTokenIsTamperedWithOnlyIfItsOriginalHasBeenSeen() throws Throwable {
        String original = mint.sign(mint.claims());
        String tampered = TokenMint.tamper(original, Map.of("email", "other@example.com"));
        faulty.during("auth-tampered", () -> {
            assertThat(statusOf(tampered)).isEqualTo(401);
            assertThat(statusOf(original)).isEqualTo(200);
            assertThat(backend.as(tampered).get("/api/me").text("/email")).isEqualTo("other@example.com");
        });
    }

    @Test
    void aSignatureOfZerosIsNobodys() throws Throwable {
        String token = mint.sign(mint.claims());
        String psychic = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(86);
        faulty.during("auth-wrong-key", () -> assertThat(statusOf(psychic)).isEqualTo(401));
    }

    private void assertLetsIn(Set<String> holes) {
        SoftAssertions softly = new SoftAssertions();
        bad.byFault().forEach((fault, tokens) -> {
            for (String token : tokens) {
                boolean accepted = holes.contains(fault);
                softly.assertThat(statusOf(token))
                        .as(fault + " at /api/me: " + token)
                        .isEqualTo(accepted ? 200 : 401);
                softly.assertThat(handshakeOf(token))
                        .as(fault + " at /ws: " + token)
                        .isEqualTo(accepted ? 101 : 401);
            }
        });
        for (String good : List.of(alice, mint.sign(mint.claims()))) {
            softly.assertThat(statusOf(good)).isEqualTo(200);
            softly.assertThat(handshakeOf(good)).isEqualTo(101);
        }
        softly.assertAll();
    }

    private int statusOf(String token) {
        return backend.as(token).get("/api/me").status();
    }

    private int handshakeOf(String token) {
        try (EventStream accepted =
                token == null ? EventStream.anonymous(backend, "/ws") : new EventStream(backend.as(token))) {
            return 101;
        } catch (EventStream.HandshakeFailure refused) {
            return ((WebSocketHandshakeException) refused.getCause())
                    .getResponse()
                    .statusCode();
        }
    }
}
