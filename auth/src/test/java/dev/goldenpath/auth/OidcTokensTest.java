package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.TokenIssued;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcTokensTest {
    static final String CLIENT = "service: idp, client-id: shop tests, client-secret: \"${CLIENT_SECRET}\"";
    static final String BOT = "bot: { grant: client-credentials, " + CLIENT + " }";
    static final String ALICE =
            "alice: { grant: password, " + CLIENT + ", username: alice@example.com, password: \"${PASSWORD}\" }";
    static final String HOLDER =
            "holder: { grant: refresh-token, " + CLIENT + ", refresh-token: \"${REFRESH_TOKEN}\" }";

    @RegisterExtension
    static final WaysServerProcess SERVER = new WaysServerProcess();

    @ParameterizedTest
    @CsvSource({
        "bot, client-credentials, client_credentials, service-account",
        "alice, password, password, alice-id",
        "holder, refresh-token, refresh_token, alice-id"
    })
    void makesCallsTheUsersByTheOneDeclaredGrant(String user, String source, String grant, String id) {
        try (WaysScene scene = scene()) {
            assertThat(scene.as(user).get("/who").send())
                    .hasStatus(200)
                    .hasJson("/id", id)
                    .hasJson("/way", "bearer");
            assertThat(scene.as(user).get("/who").send()).hasStatus(200);

            assertThat(scene.purposes()).containsExactly("discovery", source);
            assertThat(SERVER.last().at("/form/grant_type")).contains(grant);
            assertThat(tokensAskedFor()).isEqualTo(1);
            assertToken(scene, user, source, id);
        }
    }

    private static void assertToken(WaysScene scene, String user, String source, String id) {
        TokenIssued token = scene.evidence(TokenIssued.class).get(0);
        assertThat(scene.evidence(TokenIssued.class)).hasSize(1);
        assertThat(token)
                .usingRecursiveComparison()
                .ignoringFields("issuedAt", "expiresAt", "clockSkew")
                .isEqualTo(new TokenIssued(
                        user,
                        source,
                        "idp",
                        id,
                        SERVER.url().toString(),
                        List.of("shop", "chat"),
                        List.of("read"),
                        null,
                        null,
                        null));
        assertThat(Duration.between(token.issuedAt(), token.expiresAt())).isEqualTo(Duration.ofHours(1));
        assertThat(token.clockSkew()).isBetween(Duration.ofSeconds(-3), Duration.ofSeconds(3));
        assertThat(scene.recorded())
                .filteredOn(recorded -> recorded.evidence() == token)
                .extracting(RecordedEvidence::phase)
                .containsExactly(Phase.PROBE);
    }

    @Test
    void theClientShowsItsSecretInTheHeader() {
        try (WaysScene scene = scene()) {
            scene.user("bot").token();

            // client:s3cret &+% as a form has it, then both halves in Base64
            assertThat(SERVER.last().at("/authorization"))
                    .contains("Basic c2hvcCt0ZXN0czpjbGllbnQlM0FzM2NyZXQrJTI2JTJCJTI1");
            assertThat(SERVER.last().at("/form")).contains(Map.of("grant_type", "client_credentials"));
        }
    }

    @Test
    void theClientShowsItsSecretInTheFormWhereItIsDeclaredSo() {
        String bot = BOT.replace(" }", ", client-authentication: post, scope: \"orders stock\", audience: shop }");
        try (WaysScene scene = WaysScene.of(SERVER.url(), bot)) {
            assertThat(scene.as("bot").get("/who").send()).hasStatus(200);

            assertThat(SERVER.last().at("/authorization")).contains("");
            assertThat(SERVER.last().at("/form"))
                    .contains(Map.of(
                            "grant_type",
                            "client_credentials",
                            "scope",
                            "orders stock",
                            "audience",
                            "shop",
                            "client_id",
                            WaysServer.CLIENT_ID,
                            "client_secret",
                            WaysServer.CLIENT_SECRET));
            assertThat(scene.evidence(TokenIssued.class).get(0).scopes()).containsExactly("orders", "stock");
        }
    }

    @Test
    void aPublicClientHasNoSecret() {
        String alice = "alice: { grant: password, service: idp, client-id: shop tests, username: alice@example.com,"
                + " password: \"${PASSWORD}\" }";
        try (WaysScene scene = WaysScene.of(SERVER.url(), alice)) {
            assertThat(scene.as("alice").get("/who").send()).hasStatus(200);

            assertThat(SERVER.last().at("/authorization")).contains("");
            assertThat(SERVER.last().at("/form"))
                    .contains(Map.of(
                            "grant_type",
                            "password",
                            "username",
                            WaysServer.USER_NAME,
                            "password",
                            WaysServer.PASSWORD,
                            "client_id",
                            WaysServer.CLIENT_ID));
        }
    }

    @Test
    void aDeclaredRefreshTokenIsShownWithTheScopeAndAudienceThatAreWanted() {
        String holder = HOLDER.replace(" }", ", scope: orders, audience: shop }");
        try (WaysScene scene = WaysScene.of(SERVER.url(), holder)) {
            scene.user("holder").token();

            assertThat(SERVER.last().at("/form"))
                    .contains(Map.of(
                            "grant_type",
                            "refresh_token",
                            "refresh_token",
                            WaysServer.REFRESH_TOKEN,
                            "scope",
                            "orders",
                            "audience",
                            "shop"));
        }
    }

    @Test
    void fiftyThreadsShareOneToken() throws Exception {
        try (WaysScene scene = scene()) {
            SERVER.behave(Map.of("hold", true));
            RequestAuthorizer bot = scene.user("bot");

            Crowd<String> crowd = Crowd.of(50, () -> bot.token().orElseThrow());
            Crowd.until("49 threads wait for the one that asks", () -> crowd.waiting() == 49);
            SERVER.behave(Map.of());

            assertThat(crowd.results()).hasSize(50).containsOnly(bot.token().orElseThrow());
            assertThat(SERVER.count("discovery")).isEqualTo(1);
            assertThat(tokensAskedFor()).isEqualTo(1);
        }
    }

    @Test
    void anOpaqueTokenIsOnRecordWithWhatItsIssuerSaysBesideIt() {
        try (WaysScene scene = scene()) {
            SERVER.behave(Map.of("opaque", true, "withoutDate", true, "scope", "orders  stock"));

            assertThat(scene.as("alice").get("/who").send()).hasStatus(200);

            assertThat(scene.evidence(TokenIssued.class))
                    .containsExactly(new TokenIssued(
                            "alice",
                            "password",
                            "idp",
                            null,
                            null,
                            List.of(),
                            List.of("orders", "stock"),
                            null,
                            null,
                            null));
        }
    }

    @Test
    void noSecretIsRecorded() {
        try (WaysScene scene = scene()) {
            SERVER.behave(Map.of("lifetime", 1));
            List.of("bot", "alice", "holder").forEach(user -> {
                scene.as(user).get("/who").send();
                scene.as(user).get("/who").send();
            });

            assertThat(SERVER.secrets()).hasSize(12);
            assertThat(scene.recorded().toString())
                    .contains("grant_type=password", "grant_type=client_credentials", "grant_type=refresh_token")
                    .doesNotContain(SERVER.secrets())
                    .doesNotContain("s3cret", "horse", WaysServer.REFRESH_TOKEN, "c2hvcCt0ZXN0cz");
        }
    }

    private static WaysScene scene() {
        return WaysScene.of(SERVER.url(), BOT, ALICE, HOLDER);
    }

    private static int tokensAskedFor() {
        return SERVER.count("client_credentials") + SERVER.count("password") + SERVER.count("refresh_token");
    }
}
