package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.goldenpath.environment.ConfigurationException;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnusableSigningKeyTest {
    private static final String KINDS = "Give it a JSON Web Key or a private key in PEM (PKCS #8) of kind RSA, EC "
            + "(P-256, P-384, P-521) or Ed25519, or for an algorithm of the HS family the shared secret.";
    private static final String HEAD = "No tokens of service 'auth' can be signed.\n"
            + "  1. environment variable SIGNING_KEY  services.auth.tokens.signing.key ";

    @Test
    void isMissing() {
        assertThatThrownBy(
                        () -> SigningKey.of(KeyScene.service("auth", URI.create("http://127.0.0.1:1"), KeyScene.KEYS)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Service 'auth' (goldenpath.yaml:4) declares no key to sign tokens with. Add one as "
                        + "services.auth.tokens.signing.key in goldenpath.yaml.");
    }

    @Test
    void isForAnotherAlgorithm() throws Exception {
        String jwk = new ECKeyGenerator(Curve.P_256).generate().toJSONString();

        assertThat(refusal(jwk, "RS256"))
                .isEqualTo(HEAD + "is an EC key on P-256, which can't sign with RS256. It signs with ES256: correct "
                        + "signing.algorithm, or give it a key for RS256.");
        assertThat(refusal(jwk, "ES384")).startsWith(HEAD + "is an EC key on P-256, which can't sign with ES384. ");
    }

    @Test
    void isTooShort() throws Exception {
        assertThat(refusal("only 14 bytes!", null))
                .isEqualTo(HEAD + "is a secret of 14 bytes, and HS256 needs 32. Give it a longer one.");
        assertThat(refusal("this one has thirty-four bytes ...", "HS512"))
                .isEqualTo(HEAD + "is a secret of 34 bytes, and HS512 needs 64. Give it a longer one.");
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        KeyPair pair = generator.generateKeyPair();
        assertThat(refusal(SigningKeyTest.pem("PRIVATE KEY", pair.getPrivate().getEncoded()), null))
                .isEqualTo(HEAD + "is an RSA key of 1024 bits, and RS256 needs 2048. Give it a longer one.");
    }

    @Test
    void isNoPrivateKey() throws Exception {
        String jwk = new ECKeyGenerator(Curve.P_256).generate().toPublicJWK().toJSONString();
        byte[] encoded =
                KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic().getEncoded();

        assertThat(refusal(jwk, null)).isEqualTo(HEAD + "is a public key, which only verifies. " + KINDS);
        assertThat(refusal(SigningKeyTest.pem("PUBLIC KEY", encoded), null))
                .isEqualTo(HEAD + "is in PEM, but no private key. " + KINDS);
    }

    @Test
    void isForEncryption() throws Exception {
        String jwk =
                new RSAKeyGenerator(2048).keyUse(KeyUse.ENCRYPTION).generate().toJSONString();

        assertThat(refusal(jwk, null)).isEqualTo(HEAD + "is a key whose use is 'enc'. " + KINDS);
    }

    @Test
    void isOfAKindThatSignsNoTokens() throws Exception {
        String jwk = new ECKeyGenerator(Curve.P_256).generate().toJSONString().replace("P-256", "P-999");
        byte[] dsa = KeyPairGenerator.getInstance("X25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();

        assertThat(refusal(jwk, null)).startsWith(HEAD + "is JSON, but no JSON Web Key. ");
        assertThat(refusal("{\"keys\":[]}", null)).startsWith(HEAD + "is JSON, but no JSON Web Key. ");
        assertThat(refusal(SigningKeyTest.pem("PRIVATE KEY", dsa), null))
                .startsWith(HEAD + "is in PEM, but neither an RSA nor an EC nor an Ed25519 key. ");
    }

    @Test
    void isEncryptedOrBroken() {
        assertThat(refusal(SigningKeyTest.pem("ENCRYPTED PRIVATE KEY", new byte[40]), null))
                .startsWith(HEAD + "is encrypted with a passphrase. ");
        assertThat(refusal("-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----", null))
                .startsWith(HEAD + "is in PEM, but what stands there is no Base64. ");
        assertThat(refusal(SigningKeyTest.pem("EC PRIVATE KEY", new byte[40]), null))
                .startsWith(HEAD + "is an EC key, but of none of P-256, P-384 and P-521. ");
        assertThat(refusal("a secret that is none but a text", "ES256"))
                .startsWith(HEAD + "is neither a JSON Web Key nor in PEM, so it can't sign with ES256. ");
    }

    private static String refusal(String key, @Nullable String algorithm) {
        try {
            return SigningKeyTest.key(key, algorithm, null).toString();
        } catch (ConfigurationException e) {
            String message = String.valueOf(e.getMessage());
            assertThat(message).doesNotContain(key);
            assertThat(e).hasNoCause();
            return message;
        }
    }
}
