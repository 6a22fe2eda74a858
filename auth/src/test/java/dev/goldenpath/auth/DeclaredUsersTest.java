package dev.goldenpath.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.TokenIssued;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users whom nobody issues anything: what they show is declared. */
class DeclaredUsersTest {
    private static final String[] USERS = {
        "token: { grant: token, token: \"${TOKEN}\", username: alice-id }",
        "header: { grant: api-key, key: \"${API_KEY}\", header: X-Shop-Key, username: alice-id }",
        "parameter: { grant: api-key, key: \"${API_KEY}\", parameter: shop-key, username: alice-id }",
        "basic: { grant: basic, username: alice@example.com, password: \"${PASSWORD}\", identity: alice-id }",
    };
    private static final Map<String, String> WRONG =
            Map.of("TOKEN", "battery-staple", "API_KEY", "battery-staple", "PASSWORD", "battery-staple");

    @RegisterExtension
    static final WaysServerProcess SERVER = new WaysServerProcess();

    @ParameterizedTest
    @CsvSource({
        "token, token, bearer",
        "header, api-key, header",
        "parameter, api-key, parameter",
        "basic, basic, basic"
    })
    void callsCarryWhatIsDeclared(String user, String source, String way) {
        try (WaysScene scene = scene()) {
            assertThat(scene.as(user).get("/who").query("page", 1).send())
                    .hasStatus(200)
                    .hasJson("/id", "alice-id")
                    .hasJson("/way", way);
            assertThat(scene.as(user).get("/who").send()).hasStatus(200);

            assertThat(scene.purposes()).isEmpty();
            assertThat(scene.evidence(TokenIssued.class))
                    .containsExactly(
                            new TokenIssued(user, source, null, null, null, List.of(), List.of(), null, null, null));
            assertThat(scene.recorded().toString())
                    .contains("***")
                    .doesNotContain(WaysServer.TOKEN, WaysServer.API_KEY, "key%2Bof", "horse", basic());
        }
    }

    @Test
    void eachStandsInItsPlaceAndNowhereElse() {
        try (WaysScene scene = scene()) {
            assertShows(scene.user("token"), Map.of("Authorization", "Bearer " + WaysServer.TOKEN), Map.of());
            assertShows(scene.user("header"), Map.of("X-Shop-Key", WaysServer.API_KEY), Map.of());
            assertShows(scene.user("parameter"), Map.of(), Map.of("shop-key", WaysServer.API_KEY));
            assertShows(scene.user("basic"), Map.of("Authorization", "Basic " + basic()), Map.of());
            assertThat(scene.user("token").token()).contains(WaysServer.TOKEN);
            assertThat(List.of("header", "parameter", "basic"))
                    .extracting(user -> scene.user(user).token())
                    .containsOnly(Optional.empty());
        }
    }

    @Test
    void noTestWritesOverWhatItsUserCarries() {
        try (WaysScene scene = scene()) {
            assertThatThrownBy(() -> scene.as("header").get("/who").header("x-shop-key", "another"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("calls as 'header'");
            assertThatThrownBy(() -> scene.as("parameter")
                            .get("/who")
                            .query("shop-key", "another")
                            .send())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("calls as 'parameter'");
        }
    }

    private static void assertShows(
            RequestAuthorizer user, Map<String, String> headers, Map<String, String> parameters) {
        assertThat(user.headers()).isEqualTo(headers);
        assertThat(user.parameters()).isEqualTo(parameters);
        assertThat(user.unproven()).isTrue();
    }

    @Test
    void theKeyIsMaskedInTheUrlAndInTheHeader() {
        try (WaysScene scene = scene()) {
            scene.as("parameter").get("/who").query("page", 1).send();
            scene.as("header").get("/who").send();

            List<HttpExchange> calls = scene.evidence(HttpExchange.class);
            assertThat(calls)
                    .extracting(HttpExchange::url)
                    .containsExactly(SERVER.url() + "/who?page=1&shop-key=***", SERVER.url() + "/who");
            assertThat(calls.get(1).requestHeaders()).containsEntry("X-Shop-Key", List.of("***"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "token, token, 12",
        "header, api-key, 13",
        "parameter, api-key, 14",
        "basic, basic, 15",
    })
    void aServiceThatRefusesThemIsAskedOnceForAllThreadsBeforeTheFirstCall(String user, String grant, int line)
            throws Exception {
        try (WaysScene scene = WaysScene.of(SERVER.url(), WRONG, USERS)) {
            List<EnvironmentNotReadyException> all = Crowd.of(
                            16,
                            () -> Crowd.failure(
                                    () -> scene.as(user, "shop").get("/orders").send()))
                    .results();

            assertThat(all).doesNotHaveDuplicates();
            assertThat(all).extracting(Throwable::getMessage).containsOnly("""
                            Service 'shop' refuses user '%s'.
                              answer:     shop does not know the caller '%s' (GET /who#/id → 401)
                              user from:  goldenpath.yaml:%d
                              grant:      %s
                              what to do: Correct what the user is declared with, or find out why the service refuses it. \
                            No other way in is tried.""".formatted(user, user, line - 1, grant));
            assertThat(scene.purposes()).containsExactly("identity");
            assertThat(SERVER.count("rejected")).isEqualTo(1);
            assertThat(scene.recorded().toString()).doesNotContain("staple");
            assertThatThrownBy(() -> scene.as(user, "shop").get("/orders").send())
                    .hasMessage(all.get(0).getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "header", "parameter", "basic"})
    void aServiceThatKnowsThemIsAskedOnce(String user) {
        try (WaysScene scene = scene()) {
            assertThat(scene.as(user, "shop").get("/who").send()).hasStatus(200);
            assertThat(scene.as(user, "shop").get("/who").send()).hasStatus(200);

            assertThat(scene.purposes()).containsExactly("identity");
            assertThat(SERVER.count("served")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "header", "parameter", "basic"})
    void aServiceWithoutIdentityIsNotAsked(String user) {
        try (WaysScene scene = WaysScene.of(SERVER.url(), WRONG, USERS)) {
            assertThat(scene.as(user).get("/who").send()).hasStatus(401);

            assertThat(scene.purposes()).isEmpty();
        }
    }

    @Test
    void whatIsIssuedNeedsNoAdmission() {
        try (WaysScene scene = WaysScene.of(SERVER.url(), OidcTokensTest.BOT)) {
            assertThat(scene.as("bot", "shop").get("/who").send()).hasStatus(200);

            assertThat(scene.purposes()).containsExactly("discovery", "client-credentials");
        }
    }

    @Test
    void aSignedTokenThatIsDeclaredIsOnRecordWithWhatItSays() throws Exception {
        String token = PlainJws.sign(
                Map.of("alg", "HS256"),
                Map.of("sub", "alice-id", "iss", "me", "scope", "a b", "aud", "shop"),
                new SecretKeySpec(new byte[32], "HMAC"));
        try (WaysScene scene =
                WaysScene.of(SERVER.url(), Map.of("TOKEN", token), USERS[0].replace(" }", ", service: idp }"))) {
            scene.user("token").headers();

            assertThat(scene.evidence(TokenIssued.class))
                    .containsExactly(new TokenIssued(
                            "token",
                            "token",
                            "idp",
                            "alice-id",
                            "me",
                            List.of("shop"),
                            List.of("a", "b"),
                            null,
                            null,
                            null));
        }
    }

    private static String basic() {
        return Base64.getEncoder().encodeToString((WaysServer.USER_NAME + ":" + WaysServer.PASSWORD).getBytes(UTF_8));
    }

    private static WaysScene scene() {
        return WaysScene.of(SERVER.url(), USERS);
    }
}
