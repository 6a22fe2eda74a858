package dev.goldenpath.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.TokenSettings;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Phase;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is good and bad about a token by the keys that a real issuer publishes. */
class SoundTokenTest {

    @RegisterExtension
    static final KeyServerProcess SERVER = new KeyServerProcess();

    private static final List<String> ALGORITHMS = List.of("ES256", "RS256");

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
    void isSoundAsTheIssuerSignsIt(String algorithm) {
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.DISCOVERED)) {
            Jwt jwt = scene.tokens()
                    .read(SERVER.sign(
                            algorithm, "k-" + algorithm, claims(SERVER.url().toString())));

            assertThat(jwt)
                    .isSound()
                    .hasKnownKey()
                    .hasAllowedAlgorithm()
                    .isSignedByService()
                    .hasTheServicesIssuer()
                    .isValidNow();
            assertThat(SERVER.count("keys")).isEqualTo(1);
            assertThat(SERVER.count("discovery")).isEqualTo(1);
            assertThat(scene.recorded()).hasSize(2).allSatisfy(evidence -> {
                assertThat(evidence.phase()).isEqualTo(Phase.PROBE);
                assertThat(((HttpExchange) evidence.evidence()).answered()).isFalse();
            });
        }
    }

    @Test
    void isSoundWithoutAKeyIdWhereOneOfItsKeysSignedItButNotKnown() {
        try (KeyScene scene = new KeyScene(SERVER.url(), declared(ALGORITHMS))) {
            SERVER.sign("ES256", "other", Map.of());
            ServiceTokens tokens = scene.tokens();
            Jwt jwt = tokens.read(SERVER.sign(Map.of("alg", "ES256"), claims()));

            assertThat(jwt).isSignedByService();
            SERVER.rotate();
            SERVER.sign("ES256", "other", Map.of());
            assertThat(tokens.read(SERVER.sign(Map.of("alg", "ES256"), claims())))
                    .isSignedByService();
            assertThatThrownBy(() -> assertThat(jwt).hasKnownKey())
                    .hasMessageStartingWith("Expected the token to name a key of service 'auth'. It has no kid, so "
                            + "nothing says which key of service 'auth' signed it.\n");
        }
    }

    @Test
    void listsAllThatIsWrongAtOnce() {
        try (KeyScene scene = new KeyScene(SERVER.url(), declared(ALGORITHMS))) {
            SERVER.sign("ES256", "k1", Map.of());
            String forged = SigningKey.fresh("PS256", "forged")
                    .sign(Map.of(), Map.of("iss", "https://me", "aud", "chat", "exp", 1_000_000_000, "sub", "alice"));

            assertThatThrownBy(() -> assertThat(scene.tokens().read(forged)).isSound())
                    .isInstanceOf(AssertionError.class)
                    .message()
                    .matches(("""
                            The token is not sound: 5 things are wrong.
                              wrong:    Its kid 'forged' names no key of service 'auth', which has 'k1'.
                              wrong:    Its alg PS256 is not allowed: service 'auth' \\(goldenpath.yaml:6\\) allows \
                            ES256, RS256.
                              wrong:    Its issuer is 'https://me', but service 'auth' is 'https://issuer' \
                            \\(goldenpath.yaml:6\\).
                              wrong:    It is for 'chat', but service 'auth' \\(goldenpath.yaml:6\\) issues tokens \
                            for 'backend', 'mobile'.
                              wrong:    It expired \\d+ days( \\d+ \\w+)? ago by this machine's clock: exp \
                            2001-09-09T01:46:40Z.
                              header:   alg PS256, kid forged, typ JWT
                              subject:  alice
                              issuer:   https://me
                              audience: chat
                              expires:  2001-09-09T01:46:40Z"""));
        }
    }

    @Test
    void isNoneOfTheServicesWhereAnotherKeyOfItsNameSigned() {
        SERVER.sign("ES256", "k1", Map.of());
        String forged = SigningKey.fresh("ES256", "k1").sign(Map.of(), claims());
        problem(
                forged,
                "Its signature is that of another key than 'k1' of service 'auth', or was made for another header or "
                        + "payload.");
    }

    @Test
    void isNoneOfTheServicesWhereItWasChanged() {
        String[] parts = SERVER.sign("RS256", "k1", claims()).split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("alice-id", "bob-id");
        String tampered = parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(UTF_8))
                + "." + parts[2];
        problem(
                tampered,
                "Its signature is that of another key than 'k1' of service 'auth', or was made for another header or "
                        + "payload.");
    }

    @Test
    void isNotSignedAtAll() {
        SERVER.sign("RS256", "k1", Map.of());
        String[] parts = SERVER.sign("RS256", "k1", claims()).split("\\.", -1);
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"kid\":\"k1\"}".getBytes(UTF_8));
        problem(header + "." + parts[1] + ".", "Its alg is none: it is not signed.");
        try (KeyScene scene = new KeyScene(SERVER.url(), declared(List.of()))) {
            assertThatThrownBy(() -> assertThat(scene.tokens().read(header + "." + parts[1] + "."))
                            .hasAllowedAlgorithm())
                    .hasMessageStartingWith("Expected the token to have an allowed algorithm. Its alg is none: it is "
                            + "not signed.\n");
        }
    }

    @Test
    void isSignedWithAPublicKeyAsIfItWereASecret() throws Exception {
        byte[] known = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        SERVER.sign("RS256", "k1", Map.of());
        SigningKey secret = SigningKey.of("HS256", "k1", new SecretKeySpec(known, "HMAC"));
        problem(
                secret.sign(Map.of(), claims()),
                "Its alg is HS256, but the key 'k1' of service 'auth' is an RSA key for RS256, RS384, RS512, PS256, "
                        + "PS384, PS512.");
    }

    @Test
    void namesNoKeyOfItsAlgorithm() {
        SERVER.sign("RS256", "k1", Map.of());
        Map<String, @Nullable Object> withoutKeyId = new HashMap<>();
        withoutKeyId.put("kid", null);
        problem(
                SigningKey.fresh("ES256", "k1").sign(withoutKeyId, claims()),
                "Its alg is ES256, and no key of service 'auth' is for that.");
        problem(
                SigningKey.fresh("RS256", null).sign(Map.of(), claims()),
                "Its signature is that of no key of service 'auth', or was made for another header or payload.");
    }

    @Test
    void demandsWhatNobodyUnderstands() {
        String token = SERVER.sign(Map.of("alg", "ES256", "kid", "k1", "crit", List.of("exp2"), "exp2", 1), claims());
        problem(token, "Its header says with crit what has to be understood, and nothing here does: ['exp2'].");
    }

    private static void problem(String token, String words) {
        try (KeyScene scene = new KeyScene(SERVER.url(), declared(ALGORITHMS))) {
            assertThatThrownBy(() -> assertThat(scene.tokens().read(token)).isSignedByService())
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("Expected the token to be signed by service 'auth'. " + words + "\n")
                    .hasMessageNotContaining(token);
            assertThatThrownBy(() -> assertThat(scene.tokens().read(token)).isSound())
                    .hasMessageContaining("  wrong:    " + words + "\n");
        }
    }

    @Test
    void anAlgorithmIsAllowedAsFarAsAKeyIsForIt() {
        try (KeyScene scene = new KeyScene(SERVER.url(), declared(List.of()))) {
            Jwt jwt = scene.tokens().read(SERVER.sign("ES384", "k1", claims()));
            Jwt other = scene.tokens().read(SigningKey.fresh("ES256", "k1").sign(Map.of(), claims()));

            assertThat(jwt).hasAllowedAlgorithm();
            assertThatThrownBy(() -> assertThat(other).hasAllowedAlgorithm())
                    .hasMessageStartingWith("Expected the token to have an allowed algorithm. Its alg ES256 is not "
                            + "allowed: the keys of service 'auth' are for ES384.\n");
        }
    }

    @Test
    void rotationIsFollowedWhileTestsRun() throws Exception {
        try (KeyScene scene = new KeyScene(SERVER.url(), declared(ALGORITHMS))) {
            ServiceTokens tokens = scene.tokens();
            Jwt before = tokens.read(SERVER.sign("ES256", "k0", claims()));
            assertThat(before).isSound();
            AtomicInteger next = new AtomicInteger();

            Crowd<Integer> crowd = Crowd.of(4, () -> {
                int mine = next.incrementAndGet();
                assertThat(tokens.read(SERVER.sign("ES256", "k" + mine, claims())))
                        .isSound();
                return mine;
            });
            assertThat(crowd.results()).containsExactlyInAnyOrder(1, 2, 3, 4);

            SERVER.rotate();
            assertThat(tokens.read(SERVER.sign("ES256", "k5", claims()))).isSound();
            assertThatThrownBy(() -> assertThat(before).hasKnownKey())
                    .hasMessageContaining("Its kid 'k0' names no key of service 'auth', which has 'k5'.");
        }
    }

    @Test
    void sharedSecretsAreDeclaredAndNeverPublished() {
        String secret = "thirty-two bytes of a shared secret";
        TokenSettings settings = KeyScene.tokens(null, null, KeyScene.signing(secret, "HS256", null));
        try (KeyScene scene = new KeyScene(SERVER.url(), settings)) {
            assertThat(scene.tokens().mint().sign()).isSound();
            assertThat(scene.tokens().mint().keyId("any").sign()).isSound();
            Jwt forged = scene.tokens().read(SigningKey.fresh("HS256", null).sign(Map.of(), claims()));
            assertThatThrownBy(() -> assertThat(forged).isSignedByService())
                    .hasMessageContaining("Its signature is that of no key of service 'auth'");
        }
    }

    @Test
    void isForeverOrOfNobodyInParticular() {
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.KEYS)) {
            Jwt jwt = scene.tokens().read(SERVER.sign("ES256", "k1", Map.of()));

            assertThatThrownBy(() -> assertThat(jwt).isSound()).hasMessage("""
                            The token is not sound: 1 thing is wrong.
                              wrong:  It has no exp, so it never expires.
                              header: alg ES256, kid k1""");
            assertThatThrownBy(() -> assertThat(jwt).hasTheServicesIssuer())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Nothing says who the issuer of service 'auth' (goldenpath.yaml:6) is. Add it as "
                            + "services.auth.tokens.issuer in goldenpath.yaml.");
        }
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.DISCOVERED)) {
            Jwt jwt = scene.tokens().read(SERVER.sign("ES256", "k1", Map.of()));

            assertThatThrownBy(() -> assertThat(jwt).hasTheServicesIssuer())
                    .hasMessageStartingWith(
                            "Expected the token to have the service's issuer. Its issuer is absent, but "
                                    + "service 'auth' is '" + SERVER.url() + "' (by its discovery document).\n");
        }
    }

    @Test
    void cannotBeToldWithoutKeys() {
        try (KeyScene scene = new KeyScene(SERVER.url(), null)) {
            Jwt jwt = scene.tokens().read(SERVER.sign("ES256", "k1", claims()));

            assertThat(jwt).hasSubject("alice-id").isValidNow();
            assertThatThrownBy(() -> assertThat(jwt).isSound()).isInstanceOf(ConfigurationException.class);
        }
        SERVER.behave(Map.of("keysStatus", 500));
        try (KeyScene scene = new KeyScene(SERVER.url(), KeyScene.KEYS)) {
            Jwt jwt = scene.tokens().read(SERVER.sign("ES256", "k1", claims()));

            assertThatThrownBy(() -> assertThat(jwt).isSound()).isInstanceOf(EnvironmentNotReadyException.class);
        }
    }

    private static TokenSettings declared(List<String> algorithms) {
        return new TokenSettings(
                null,
                "/keys",
                "https://issuer",
                List.of("backend", "mobile"),
                algorithms,
                null,
                new Origin("goldenpath.yaml:6"));
    }

    private static Map<String, Object> claims() {
        return claims("https://issuer");
    }

    private static Map<String, Object> claims(String issuer) {
        long now = Instant.now().getEpochSecond();
        return Map.of("sub", "alice-id", "iss", issuer, "aud", "backend", "iat", now, "exp", now + 300);
    }
}
