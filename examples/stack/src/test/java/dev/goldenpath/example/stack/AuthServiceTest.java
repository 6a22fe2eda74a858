package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.goldenpath.example.stack.Api.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedStack.class)
class AuthServiceTest {
    private final Api auth;

    AuthServiceTest(LaunchedStack stack) {
        auth = stack.auth();
    }

    @Test
    void logsInWithTheRightPassword() {
        Answer answer = auth.login("alice");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/token_type")).isEqualTo("Bearer");
        assertThat(answer.text("/expires_in")).isEqualTo("900");
        Answer me = auth.as(answer.text("/access_token")).get("/auth/me");
        assertThat(me.text("/email")).isEqualTo("alice@example.com");
    }

    @Test
    void saysTheSameForAWrongPasswordAndAnUnknownUser() {
        Answer wrongPassword = auth.post("/auth/login", Map.of("email", "alice@example.com", "password", "wrong"));
        Answer unknownUser = auth.post("/auth/login", Map.of("email", "nobody@example.com", "password", "wrong"));

        assertThat(wrongPassword.status()).isEqualTo(401);
        assertThat(wrongPassword.body()).hasToString("{\"error\":\"invalid_credentials\"}");
        assertThat(unknownUser.status()).isEqualTo(401);
        assertThat(unknownUser.body()).isEqualTo(wrongPassword.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"free01@example.com", "free10@example.com", "free20@example.com"})
    void logsInEachOfManyAsAUserOfItsOwn(String email) {
        Answer answer = auth.post("/auth/login", Map.of("email", email, "password", "free-local-password"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(auth.as(answer.text("/access_token")).get("/auth/me").text("/email"))
                .isEqualTo(email);
    }

    @Test
    void thereIsNoOtherOfTheMany() {
        for (String email : List.of("free00@example.com", "free21@example.com", "free1@example.com")) {
            assertThat(auth.post("/auth/login", Map.of("email", email, "password", "free-local-password"))
                            .status())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{} {}",
                "{\"email\":\"alice@example.com\"}",
                "{\"email\":1,\"password\":\"x\"}",
                "{\"email\":\"a\",\"email\":\"b\",\"password\":\"x\"}"
            })
    void refusesAMalformedLogin(String body) {
        Answer answer = auth.postRaw("/auth/login", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/error")).isNotBlank();
    }

    @Test
    void signsTokensThatVerifyAgainstThePublishedKeys() throws Exception {
        Instant before = Instant.now().minusSeconds(1);
        SignedJWT token = SignedJWT.parse(auth.login("alice").text("/access_token"));
        JWKSet keys =
                JWKSet.parse(auth.get("/auth/.well-known/jwks.json").body().toString());
        JWTClaimsSet claims = token.getJWTClaimsSet();

        assertThat(token.verify(new ECDSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(keys.containsNonPublicKeys()).isFalse();
        assertThat(token.getHeader().getAlgorithm()).hasToString("ES256");
        assertThat(claims.getIssuer()).isEqualTo(auth.url().toString());
        assertThat(claims.getAudience()).containsExactly("goldenpath-example");
        assertThat(claims.getStringClaim("email")).isEqualTo("alice@example.com");
        assertThat(UUID.fromString(claims.getSubject())).isNotNull();
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getIssueTime().toInstant())
                .isAfterOrEqualTo(before.minusMillis(before.getNano() / 1_000_000));
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(claims.getIssueTime().toInstant().plusSeconds(900));
        assertThat(auth.get("/.well-known/jwks.json").body()).isNotEmpty();
    }

    @Test
    void rotatesRefreshTokens() {
        Answer login = auth.login("bob");
        Map<String, String> first = Map.of("refresh_token", login.text("/refresh_token"));

        Answer refreshed = auth.post("/auth/refresh", first);
        Answer reused = auth.post("/auth/refresh", first);
        Answer refreshedAgain = auth.post("/auth/refresh", Map.of("refresh_token", refreshed.text("/refresh_token")));

        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(refreshed.text("/access_token")).isNotEqualTo(login.text("/access_token"));
        assertThat(auth.as(refreshed.text("/access_token")).get("/auth/me").text("/email"))
                .isEqualTo("bob@example.com");
        assertThat(reused.status()).isEqualTo(401);
        assertThat(refreshedAgain.status()).isEqualTo(200);
    }

    @Test
    void tellsValidTokensFromOthers() {
        String token = auth.login("carol").text("/access_token");

        assertThat(auth.post("/auth/validate", Map.of("token", token)).text("/valid"))
                .isEqualTo("true");
        assertThat(auth.as(token).postRaw("/auth/validate", "").text("/email")).isEqualTo("carol@example.com");
        Answer forged = auth.post("/auth/validate", Map.of("token", withAnotherSignature(token)));
        assertThat(forged.body()).hasToString("{\"valid\":false,\"reason\":\"bad signature\"}");
        assertThat(auth.post("/auth/validate", Map.of("token", "x")).text("/reason"))
                .isEqualTo("malformed");
    }

    @Test
    void demandsATokenWithTheChallengeOfTheStandard() {
        Answer answer = auth.get("/auth/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void isHealthy() {
        assertThat(auth.get("/auth/health").body()).hasToString("{\"status\":\"up\"}");
    }

    private static String withAnotherSignature(String token) {
        int signature = token.lastIndexOf('.') + 1;
        char first = token.charAt(signature) == 'A' ? 'B' : 'A';
        return token.substring(0, signature) + first + token.substring(signature + 1);
    }
}
