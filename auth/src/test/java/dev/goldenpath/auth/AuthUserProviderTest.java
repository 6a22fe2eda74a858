package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.TokenIssued;
import dev.goldenpath.http.ServiceClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuthUserProviderTest {

    @RegisterExtension
    static final TokenServerProcess SERVER = new TokenServerProcess();

    @Test
    void knowsItsGrants() {
        AuthUserProvider provider = new AuthUserProvider();

        assertThat(provider.knows("login")).isTrue();
        assertThat(provider.knows("magic")).isFalse();
    }

    @Test
    void logsInAtTheFirstCallAndNeverBefore() {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            ServiceClient alice = scene.asAlice();
            assertThat(SERVER.count("logins")).isZero();

            assertThat(alice.get("/me").send()).hasStatus(200);
            assertThat(alice.get("/me").send()).hasStatus(200);

            assertThat(SERVER.count("logins")).isEqualTo(1);
        }
    }

    @Test
    void fiftyThreadsShareOneLogin() throws Exception {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            SERVER.behave(Map.of("hold", true));
            RequestAuthorizer alice = scene.alice();

            Crowd<String> crowd = Crowd.of(50, () -> alice.token().orElseThrow());
            Crowd.until("49 threads wait for the one that logs in", () -> crowd.waiting() == 49);
            SERVER.behave(Map.of());

            assertThat(crowd.results()).hasSize(50).containsOnly(alice.token().orElseThrow());
            assertThat(SERVER.count("logins")).isEqualTo(1);
        }
    }

    @Test
    void sendsTheTokenAsBearer() {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            RequestAuthorizer alice = scene.alice();

            String token = alice.token().orElseThrow();

            assertThat(alice.user()).isEqualTo("alice");
            assertThat(alice.headers()).containsExactly(Map.entry("Authorization", "Bearer " + token));
            assertThat(SERVER.secrets()).contains(token);
        }
    }

    @Test
    void recordsLoginAndTokenAsTheLibrarysOwn() {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            scene.alice().headers();

            assertThat(scene.recorded()).extracting(RecordedEvidence::phase).containsOnly(Phase.PROBE);
            assertThat(scene.evidence(HttpExchange.class))
                    .singleElement()
                    .matches(exchange -> "login".equals(exchange.purpose()) && !exchange.answered());
            TokenIssued token = scene.evidence(TokenIssued.class).get(0);
            assertThat(token)
                    .usingRecursiveComparison()
                    .ignoringFields("issuedAt", "expiresAt", "clockSkew")
                    .isEqualTo(new TokenIssued(
                            "alice",
                            "login",
                            "auth",
                            "alice-id",
                            "https://auth.example.com",
                            List.of("backend", "chat"),
                            List.of(),
                            null,
                            null,
                            null));
            assertThat(Duration.between(token.issuedAt(), token.expiresAt())).isEqualTo(Duration.ofHours(1));
        }
    }

    @Test
    void usesAnOpaqueTokenOfUnknownLifetimeAsLongAsTheRunLasts() {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            SERVER.behave(Map.of("opaque", true));

            assertThat(scene.asAlice().get("/me").send()).hasStatus(200);
            assertThat(scene.asAlice().get("/me").send()).hasStatus(200);

            assertThat(scene.evidence(TokenIssued.class))
                    .singleElement()
                    .matches(token -> token.subject() == null && token.expiresAt() == null);
            assertThat(SERVER.count("logins") + SERVER.count("refreshes")).isEqualTo(1);
        }
    }

    @Test
    void recordsNoSecret() {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            // Each token is due for renewal as soon as it is there.
            SERVER.behave(Map.of("lifetime", 1));
            scene.asAlice().get("/me").send();
            scene.asAlice().get("/me").send();
            SERVER.behave(Map.of("refreshStatus", 403, "opaque", true));
            scene.asAlice().get("/me").send();

            assertThat(scene.evidence(TokenIssued.class))
                    .extracting(TokenIssued::source)
                    .containsExactly("login", "refresh", "login");
            List<String> secrets = SERVER.secrets();
            assertThat(secrets).hasSize(6);
            assertThat(scene.recorded().toString())
                    .contains("\"access\":\"***\"", "\"refresh\":\"***\"", "\"password\":\"***\"")
                    .doesNotContain(TokenServer.PASSWORD, "horse")
                    .doesNotContain(secrets);
        }
    }

    @Test
    void masksItsTokensWhereverTheyTurnUpLater() {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            scene.alice().token();

            assertThat(SERVER.secrets())
                    .hasSize(2)
                    .allSatisfy(secret -> assertThat(scene.redaction().text("<" + secret + ">"))
                            .isEqualTo("<***>"));
        }
    }
}
