package dev.goldenpath.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningKeyTest {
    private static final JWTClaimsSet CLAIMS =
            new JWTClaimsSet.Builder().subject("alice-id").claim("level", 3).build();

    @ParameterizedTest
    @CsvSource({
        "HS256, 256",
        "HS384, 384",
        "HS512, 512",
        "RS256, 0",
        "RS384, 0",
        "RS512, 0",
        "PS256, 0",
        "PS384, 0",
        "PS512, 0",
        "ES256, P-256",
        "ES384, P-384",
        "ES512, P-521",
        "EdDSA, Ed25519"
    })
    void signsWhatTheJdkAloneVerifies(String algorithm, String kind) throws Exception {
        JWK jwk = jwk(algorithm, kind);

        SigningKey key = key(jwk.toJSONString(), algorithm, null);
        String token = key.sign(Map.of(), CLAIMS);

        assertThat(PlainJws.verifies(token, verifying(jwk))).isTrue();
        assertThat(PlainJws.verifies(token, verifying(jwk(algorithm, kind)))).isFalse();
        assertThat(SignedJWT.parse(token).getHeader().toJSONObject()).isEqualTo(Map.of("alg", algorithm, "typ", "JWT"));
        assertThat(SignedJWT.parse(token).getJWTClaimsSet()).hasToString(CLAIMS.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512",
        "EdDSA"
    })
    void isMadeAfreshForAnyAlgorithm(String algorithm) throws Exception {
        SigningKey one = SigningKey.fresh(algorithm, "k1");
        SigningKey other = SigningKey.fresh(algorithm, "k1");

        SignedJWT token = SignedJWT.parse(one.sign(Map.of(), CLAIMS));

        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
        assertThat(token.getHeader().getKeyID()).isEqualTo("k1");
        assertThat(other.reveal()).isNotEqualTo(one.reveal());
        assertThat(one).hasToString(algorithm + ", kid k1");
    }

    @ParameterizedTest
    @CsvSource({
        "RS256, 0, RS256",
        "ES256, P-256, ES256",
        "ES384, P-384, ES384",
        "ES512, P-521, ES512",
        "EdDSA, Ed25519, EdDSA",
        "HS384, 384, HS256"
    })
    void takesTheUsualAlgorithmOfItsKindWhereNoneIsGiven(String made, String kind, String usual) throws Exception {
        assertThat(key(jwk(made, kind).toJSONString(), null, null).algorithm()).isEqualTo(usual);
    }

    @Test
    void takesAlgorithmAndKeyIdOfTheKeyWhereNoneIsGiven() throws Exception {
        String jwk = new ECKeyGenerator(Curve.P_256).keyID("own").generate().toJSONString();
        String rsa = new RSAKeyGenerator(2048)
                .algorithm(JWSAlgorithm.PS384)
                .generate()
                .toJSONString();

        assertThat(key(jwk, null, null)).hasToString("ES256, kid own");
        assertThat(key(jwk, null, "given")).hasToString("ES256, kid given");
        assertThat(key(rsa, null, null)).hasToString("PS384");
        assertThat(key(rsa, "RS512", null)).hasToString("RS512");
    }

    @Test
    void headersCanBeAddedReplacedAndLeftOut() throws Exception {
        SigningKey key = SigningKey.fresh("ES256", "k1");
        Map<String, @Nullable Object> header = new HashMap<>();
        header.put("kid", null);
        header.put("typ", "at+jwt");
        header.put("tenant", "one");
        header.put("alg", "none");

        String token = key.sign(header, CLAIMS);

        assertThat(SignedJWT.parse(token).getHeader().toJSONObject())
                .isEqualTo(Map.of("alg", "ES256", "typ", "at+jwt", "tenant", "one"));
        assertThatThrownBy(() -> key.sign(Map.of("crit", "no list"), CLAIMS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("No token can have this header: ");
    }

    @Test
    void aSharedSecretIsTakenAsItIsWritten() throws Exception {
        String secret = "thirty-two bytes, no less: äöü 123";

        String token = key(secret, null, null).sign(Map.of(), CLAIMS);

        assertThat(PlainJws.verifies(token, new SecretKeySpec(secret.getBytes(UTF_8), "HMAC")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RSA, RS256, 2048", "EC, ES384, 384", "Ed25519, EdDSA, 0"})
    void readsPrivateKeysInPem(String kind, String usual, int size) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        if (size > 0) {
            generator.initialize(size);
        }
        KeyPair pair = generator.generateKeyPair();
        SigningKey key = key(pem("PRIVATE KEY", pair.getPrivate().getEncoded()), null, null);

        assertThat(key.algorithm()).isEqualTo(usual);
        assertThat(PlainJws.verifies(key.sign(Map.of(), CLAIMS), pair.getPublic()))
                .isTrue();
    }

    @Test
    void readsTheOlderFormOfRsaInPem() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        byte[] envelope = pair.getPrivate().getEncoded();
        // Sequence, version, algorithm and the head of the octets that hold the older form.
        byte[] inner = Arrays.copyOfRange(envelope, 4 + 3 + 15 + 4, envelope.length);

        SigningKey key = key(pem("RSA PRIVATE KEY", inner), "PS256", null);

        assertThat(PlainJws.verifies(key.sign(Map.of(), CLAIMS), pair.getPublic()))
                .isTrue();
    }

    @Test
    void readsTheOlderFormOfEcInPem() throws Exception {
        ECKey ec = new ECKeyGenerator(Curve.P_521).generate();
        byte[] d = ec.getD().decode();
        byte[] oid = {(byte) 0xa0, 7, 6, 5, 0x2b, (byte) 0x81, 4, 0, 0x23};
        byte[] inner = new byte[2 + 3 + 2 + d.length + oid.length];
        byte[] head = {0x30, (byte) (inner.length - 2), 2, 1, 1, 4, (byte) d.length};
        System.arraycopy(head, 0, inner, 0, head.length);
        System.arraycopy(d, 0, inner, head.length, d.length);
        System.arraycopy(oid, 0, inner, head.length + d.length, oid.length);

        SigningKey key = key(pem("EC PRIVATE KEY", inner), null, null);

        assertThat(key.algorithm()).isEqualTo("ES512");
        assertThat(PlainJws.verifies(key.sign(Map.of(), CLAIMS), ec.toECPublicKey()))
                .isTrue();
    }

    @Test
    void readsTheOlderFormOfEcWithItsPublicPartAsOpensslWritesIt() throws Exception {
        ECKey ec = new ECKeyGenerator(Curve.P_256).generate();
        byte[] d = ec.getD().decode();
        byte[] oid = {(byte) 0xa0, 10, 6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7};
        byte[] point = new byte[5 + 1 + 64];
        byte[] pointHead = {(byte) 0xa1, 68, 3, 66, 0, 4};
        System.arraycopy(pointHead, 0, point, 0, pointHead.length);
        System.arraycopy(ec.getX().decode(), 0, point, 6, 32);
        System.arraycopy(ec.getY().decode(), 0, point, 38, 32);
        byte[] head = {0x30, (byte) (5 + d.length + oid.length + point.length), 2, 1, 1, 4, (byte) d.length};
        byte[] inner = new byte[head.length + d.length + oid.length + point.length];
        System.arraycopy(head, 0, inner, 0, head.length);
        System.arraycopy(d, 0, inner, head.length, d.length);
        System.arraycopy(oid, 0, inner, head.length + d.length, oid.length);
        System.arraycopy(point, 0, inner, head.length + d.length + oid.length, point.length);

        SigningKey key = key(pem("EC PRIVATE KEY", inner), null, null);

        assertThat(key.algorithm()).isEqualTo("ES256");
        assertThat(PlainJws.verifies(key.sign(Map.of(), CLAIMS), ec.toECPublicKey()))
                .isTrue();
    }

    static SigningKey key(String text, @Nullable String algorithm, @Nullable String keyId) {
        return SigningKey.of(KeyScene.service(
                "auth",
                URI.create("http://127.0.0.1:1"),
                KeyScene.tokens(null, null, KeyScene.signing(text, algorithm, keyId))));
    }

    static String pem(String name, byte[] der) {
        return "-----BEGIN " + name + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(der) + "\n-----END " + name
                + "-----\n";
    }

    static JWK jwk(String algorithm, String kind) throws Exception {
        return switch (algorithm.substring(0, 2)) {
            case "HS" -> new OctetSequenceKeyGenerator(Integer.parseInt(kind)).generate();
            case "ES" -> new ECKeyGenerator(Curve.parse(kind)).generate();
            case "Ed" -> ed25519();
            default -> new RSAKeyGenerator(2048).generate();
        };
    }

    private static JWK ed25519() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return new OctetKeyPair.Builder(Curve.Ed25519, last32(pair.getPublic().getEncoded()))
                .d(last32(pair.getPrivate().getEncoded()))
                .build();
    }

    private static Base64URL last32(byte[] encoded) {
        return Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    private static Key verifying(JWK jwk) throws Exception {
        if (jwk instanceof RSAKey rsa) {
            return rsa.toRSAPublicKey();
        }
        if (jwk instanceof ECKey ec) {
            return ec.toECPublicKey();
        }
        return jwk instanceof OctetSequenceKey secret
                ? secret.toSecretKey("HMAC")
                : Ed25519.publicKey(((OctetKeyPair) jwk).getDecodedX());
    }
}
