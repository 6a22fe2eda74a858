package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.goldenpath.auth.ForgedTokens.Forgery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class ForgedTokensTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final long SECONDS = NOW.getEpochSecond();
    private static final long HOUR = 3600;
    private static final Map<String, Object> CLAIMS = Map.of(
            "iss",
            "https://issuer.example",
            "aud",
            List.of("chat", "billing"),
            "sub",
            "alice-id",
            "iat",
            SECONDS - 100,
            "nbf",
            SECONDS - 100,
            "exp",
            SECONDS + 100,
            "jti",
            "the-first",
            "scope",
            "read write");

    private final ECKey key;
    private final SigningKey signing;
    private final String good;

    ForgedTokensTest() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();
        signing = SigningKey.of("ES256", "key-1", key.toECPrivateKey());
        good = signing.sign(Map.of("typ", "at+jwt"), CLAIMS);
    }

    private ForgedTokens forged() {
        return ForgedTokens.of(
                good, NOW, () -> signing, keyId -> PublicKeySecret.of(key).toList());
    }

    private JWSObject parsed(String token) throws Exception {
        return JWSObject.parse(token);
    }

    private boolean isSigned(String token) throws Exception {
        return parsed(token).verify(new ECDSAVerifier(key));
    }

    private Map<String, Object> changed(String token) throws Exception {
        Map<String, Object> claims =
                new LinkedHashMap<>(parsed(token).getPayload().toJSONObject());
        CLAIMS.forEach((name, value) -> {
            if (value.equals(claims.get(name))) {
                claims.remove(name);
            }
        });
        claims.remove("jti");
        return claims;
    }

    @Test
    void soundTokenSaysTheSameAnew() throws Exception {
        String sound = forged().sound();

        assertThat(isSigned(sound)).isTrue();
        assertThat(parsed(sound).getHeader().toJSONObject())
                .isEqualTo(Map.of("alg", "ES256", "kid", "key-1", "typ", "at+jwt"));
        assertThat(changed(sound)).isEqualTo(Map.of("iat", SECONDS - 10, "nbf", SECONDS - 10, "exp", SECONDS + 300));
        assertThat(parsed(sound).getPayload().toJSONObject().get("jti")).isNotEqualTo("the-first");
    }

    @Test
    void signedCasesAreWrongInOneRespect() throws Exception {
        assertThat(changed(only(AuthCase.EXPIRED)))
                .isEqualTo(
                        Map.of("iat", SECONDS - 2 * HOUR - 10, "nbf", SECONDS - 2 * HOUR - 10, "exp", SECONDS - HOUR));
        assertThat(changed(only(AuthCase.NOT_YET_VALID)))
                .isEqualTo(Map.of("iat", SECONDS + HOUR, "nbf", SECONDS + HOUR, "exp", SECONDS + 2 * HOUR));
        assertThat(changed(only(AuthCase.WRONG_ISSUER)))
                .containsEntry("iss", "https://issuer.example-other")
                .hasSize(4);
        assertThat(changed(only(AuthCase.WRONG_AUDIENCE)))
                .containsEntry("aud", "chat-other")
                .hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "NOT_YET_VALID", "WRONG_ISSUER", "WRONG_AUDIENCE"})
    void signedCasesAreSignedWithTheKey(AuthCase tried) throws Exception {
        assertThat(isSigned(only(tried))).isTrue();
    }

    @Test
    void wrongKeyHasTheRightName() throws Exception {
        String token = only(AuthCase.WRONG_KEY);

        assertThat(parsed(token).getHeader().toJSONObject())
                .isEqualTo(Map.of("alg", "ES256", "kid", "key-1", "typ", "at+jwt"));
        assertThat(isSigned(token)).isFalse();
        assertThat(changed(token)).isEmpty();
    }

    @Test
    void unknownKeyHasAnotherName() throws Exception {
        assertThat(parsed(only(AuthCase.UNKNOWN_KID)).getHeader().getKeyID()).startsWith("unknown-");
        assertThat(changed(only(AuthCase.UNKNOWN_KID))).isEmpty();
    }

    @Test
    void unsignedTokenSaysTheSame() {
        String[] parts = only(AuthCase.ALG_NONE).split("\\.", -1);

        assertThat(new com.nimbusds.jose.util.Base64URL(parts[0]).decodeToString())
                .isEqualTo("{\"alg\":\"none\",\"typ\":\"at+jwt\"}");
        assertThat(parts[1]).isEqualTo(good.split("\\.")[1]);
        assertThat(parts[2]).isEmpty();
    }

    @Test
    void tamperedTokensKeepTheSignature() throws Exception {
        List<String> tokens =
                forged().of(AuthCase.TAMPERED).stream().map(Forgery::token).toList();

        assertThat(tokens).hasSize(2).allSatisfy(token -> {
            assertThat(token.split("\\.")[0]).isEqualTo(good.split("\\.")[0]);
            assertThat(token.split("\\.")[2]).isEqualTo(good.split("\\.")[2]);
            assertThat(isSigned(token)).isFalse();
        });
        assertThat(changed(tokens.get(0))).isEqualTo(Map.of("exp", SECONDS + 24 * HOUR));
        assertThat(changed(tokens.get(1))).isEqualTo(Map.of("sub", "alice-id-other"));
    }

    @Test
    void publicKeyIsTakenForASecretInFourForms() throws Exception {
        List<String> words = new ArrayList<>();
        for (Forgery forgery : forged().of(AuthCase.HS256_WITH_PUBLIC_KEY)) {
            words.add(forgery.words());
            assertThat(parsed(forgery.token()).getHeader().toJSONObject())
                    .isEqualTo(Map.of("alg", "HS256", "kid", "key-1", "typ", "at+jwt"));
        }

        assertThat(words).containsExactly("its bytes in DER", "its PEM", "its PEM with a line end", "its JSON Web Key");
        assertThat(parsed(forged().of(AuthCase.HS256_WITH_PUBLIC_KEY).get(0).token())
                        .verify(new MACVerifier(key.toPublicKey().getEncoded())))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS512", "RS256", "PS384", "ES256", "ES384", "ES512", "EdDSA"})
    void wrongKeyIsOfTheSameAlgorithm(String algorithm) throws Exception {
        String token = SigningKey.fresh(algorithm, "key-1").sign(Map.of(), CLAIMS);
        String forged = ForgedTokens.of(token, NOW, () -> signing, keyId -> List.of())
                .of(AuthCase.WRONG_KEY)
                .get(0)
                .token();

        assertThat(parsed(forged).getHeader())
                .hasToString(parsed(token).getHeader().toString());
        assertThat(forged).isNotEqualTo(token);
    }

    @Test
    void sharedSecretHasNoPublicKey() {
        String token = SigningKey.fresh("HS256", null).sign(Map.of(), CLAIMS);

        assertThatExceptionOfType(NotTried.class)
                .isThrownBy(() -> ForgedTokens.of(token, NOW, () -> signing, keyId -> List.of())
                        .of(AuthCase.HS256_WITH_PUBLIC_KEY))
                .withMessage("not tried: the user's token is signed with HS256, so there is no public key");
    }

    @Test
    void withoutAPublishedKeyItCantBeTakenForASecret() {
        assertThatExceptionOfType(NotTried.class)
                .isThrownBy(() -> ForgedTokens.of(good, NOW, () -> signing, keyId -> List.of())
                        .of(AuthCase.HS256_WITH_PUBLIC_KEY))
                .withMessage("not tried: the service publishes no key that could have signed the user's token");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NO_TOKEN", "GARBAGE", "ANOTHER_USER"})
    void forgeriesShowNoToken(AuthCase tried) {
        assertThat(forged().toString() + forged().of(tried)).doesNotContain("eyJ");
    }

    @Test
    void formsOfKeysThatCantSignAreNone() throws Exception {
        JWK forEncryption =
                JWK.parse("{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo\"}");

        assertThat(PublicKeySecret.of(forEncryption)).isEmpty();
    }

    private String only(AuthCase tried) {
        List<Forgery> forgeries = forged().of(tried);
        assertThat(forgeries).hasSize(1);
        return forgeries.get(0).token();
    }
}
