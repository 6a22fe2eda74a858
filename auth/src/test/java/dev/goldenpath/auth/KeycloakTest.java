package dev.goldenpath.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.client.JsonText;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real Keycloak answers, which the token sources have to understand. */
@Tag("keycloak")
@ExtendWith(KeycloakExtension.class)
class KeycloakTest {

    @Test
    void tellsItsEndpoints(Keycloak keycloak) {
        HttpResponse<String> answer = keycloak.get(discovery(keycloak));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonText document = JsonText.parse(answer.body());
        assertThat(text(document, "/issuer")).isEqualTo(keycloak.issuer().toString());
        assertThat(text(document, "/token_endpoint"))
                .isEqualTo(keycloak.tokenEndpoint().toString());
        assertThat(document.at("/grant_types_supported", String[].class).orElseThrow())
                .contains("client_credentials", "password", "refresh_token");
    }

    @Test
    void grantsAClientItsOwnToken(Keycloak keycloak) {
        JsonText answer = granted(keycloak, robot(Keycloak.ROBOT_SECRET));

        assertThat(text(answer, "/token_type")).isEqualTo("Bearer");
        assertThat(text(answer, "/scope")).isEqualTo("chat");
        assertThat(answer.at("/expires_in", Integer.class)).contains(60);
        assertThat(answer.at("/refresh_token")).isEmpty();
        assertForBackend(keycloak, answer);
    }

    @Test
    void grantsAUserATokenAndItsRefresh(Keycloak keycloak) {
        JsonText first = granted(keycloak, alice(Keycloak.ALICE_PASSWORD));
        JsonText second = granted(
                keycloak,
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        Keycloak.WEB,
                        "refresh_token",
                        text(first, "/refresh_token")));

        assertThat(text(first, "/scope")).isEmpty();
        assertForBackend(keycloak, first);
        assertForBackend(keycloak, second);
        assertThat(claims(second).subject()).isEqualTo(claims(first).subject());
        assertThat(text(second, "/access_token")).isNotEqualTo(text(first, "/access_token"));
        assertThat(second.at("/refresh_token", String.class)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"chat, chat", "openid chat, openid chat"})
    void grantsTheScopeThatWasAskedFor(String asked, String granted, Keycloak keycloak) {
        JsonText answer = granted(keycloak, with(alice(Keycloak.ALICE_PASSWORD), "scope", asked));

        assertThat(text(answer, "/scope")).isEqualTo(granted);
    }

    @Test
    void refusesAWrongSecret(Keycloak keycloak) {
        assertRefused(
                keycloak, robot("wrong"), 401, "unauthorized_client", "Invalid client or Invalid client credentials");
    }

    @Test
    void refusesAWrongPassword(Keycloak keycloak) {
        assertRefused(keycloak, alice("wrong"), 400, "invalid_grant", "Invalid user credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", ""})
    void refusesAScopeItDoesNotKnowAndAnEmptyOne(String asked, Keycloak keycloak) {
        assertRefused(
                keycloak,
                with(alice(Keycloak.ALICE_PASSWORD), "scope", asked),
                400,
                "invalid_scope",
                "Invalid scopes: " + asked);
    }

    @Test
    void refusesARefreshTokenThatItDidNotIssue(Keycloak keycloak) {
        assertRefused(
                keycloak,
                Map.of("grant_type", "refresh_token", "client_id", Keycloak.WEB, "refresh_token", "garbage"),
                400,
                "invalid_grant",
                "Invalid refresh token");
    }

    @Test
    void signsWithANewKeyOnceRotatedAndKeepsTheOldOne(Keycloak keycloak) {
        String before = keycloak.signingKey();
        assertThat(keyOf(keycloak)).isEqualTo(before);
        assertThat(published(keycloak)).contains(before);

        String first = keycloak.rotateKeys();
        assertThat(keyOf(keycloak)).isEqualTo(first).isNotEqualTo(before);
        String second = keycloak.rotateKeys();
        assertThat(keyOf(keycloak)).isEqualTo(second).isNotIn(before, first);

        assertThat(published(keycloak)).contains(before, first, second);
    }

    private static URI discovery(Keycloak keycloak) {
        return URI.create(keycloak.issuer() + "/.well-known/openid-configuration");
    }

    private static Map<String, String> robot(String secret) {
        return Map.of("grant_type", "client_credentials", "client_id", Keycloak.ROBOT, "client_secret", secret);
    }

    private static Map<String, String> alice(String password) {
        return Map.of(
                "grant_type", "password", "client_id", Keycloak.WEB, "username", Keycloak.ALICE, "password", password);
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> more = new TreeMap<>(form);
        more.put(name, value);
        return more;
    }

    private static JsonText granted(Keycloak keycloak, Map<String, String> form) {
        HttpResponse<String> answer = keycloak.post(keycloak.tokenEndpoint(), form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonText.parse(answer.body());
    }

    private static void assertRefused(
            Keycloak keycloak, Map<String, String> form, int status, String error, String description) {
        HttpResponse<String> answer = keycloak.post(keycloak.tokenEndpoint(), form);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JsonText.parse(answer.body()).at("").orElseThrow())
                .isEqualTo(Map.of("error", error, "error_description", description));
    }

    private static void assertForBackend(Keycloak keycloak, JsonText answer) {
        JwtClaims claims = claims(answer);
        assertThat(claims.issuer()).isEqualTo(keycloak.issuer().toString());
        assertThat(claims.audience()).containsExactly("backend");
        assertThat(claims.subject()).isNotBlank();
        assertThat(Duration.between(claims.issuedAt(), claims.expiresAt())).isEqualTo(Duration.ofSeconds(60));
    }

    private static JwtClaims claims(JsonText answer) {
        return JwtClaims.of(text(answer, "/access_token"));
    }

    /** The {@code kid} in the header of a new token. */
    private static String keyOf(Keycloak keycloak) {
        String header = text(granted(keycloak, robot(Keycloak.ROBOT_SECRET)), "/access_token")
                .split("\\.", 2)[0];
        return text(JsonText.parse(new String(Base64.getUrlDecoder().decode(header), UTF_8)), "/kid");
    }

    /** The {@code kid} of every key at the address that the discovery document names. */
    private static List<String> published(Keycloak keycloak) {
        String document = keycloak.get(discovery(keycloak)).body();
        String keys = keycloak.get(URI.create(text(JsonText.parse(document), "/jwks_uri")))
                .body();
        return Stream.of(JsonText.parse(keys).at("/keys", Map[].class).orElseThrow())
                .map(key -> (String) key.get("kid"))
                .toList();
    }

    private static String text(JsonText json, String pointer) {
        return json.at(pointer, String.class).orElseThrow();
    }
}
