package dev.goldenpath.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.ServiceEndpoint;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A key and the algorithm it signs tokens with. Immutable; never shows the key. */
final class SigningKey {
    private static final int RSA_BITS = 2048;

    private final JWSAlgorithm algorithm;
    private final @Nullable String keyId;
    private final Key key;
    private final JWSSigner signer;

    private SigningKey(JWSAlgorithm algorithm, @Nullable String keyId, Key key) throws JOSEException {
        this.algorithm = algorithm;
        this.keyId = keyId;
        this.key = key;
        this.signer = signer(algorithm, key);
    }

    /**
     * The key with which the project may sign tokens of a service.
     *
     * @throws ConfigurationException when none is declared, or it can't sign with its algorithm
     */
    static SigningKey of(ServiceEndpoint service) {
        return SigningKeyReader.read(service);
    }

    /**
     * A given key.
     *
     * @throws IllegalArgumentException when it can't sign with {@code algorithm}
     */
    static SigningKey of(String algorithm, @Nullable String keyId, Key key) {
        try {
            return new SigningKey(JWSAlgorithm.parse(algorithm), keyId, key);
        } catch (JOSEException | IllegalArgumentException | ClassCastException e) {
            // Without the cause: nobody can say what it quotes.
            throw new IllegalArgumentException("A key of kind " + key.getAlgorithm() + " can't sign with " + algorithm);
        }
    }

    /** A new random key for an algorithm: what it signs, nobody takes for anybody's. */
    static SigningKey fresh(String algorithm, @Nullable String keyId) {
        try {
            return of(algorithm, keyId, freshKey(JWSAlgorithm.parse(algorithm)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("No key can be made for " + algorithm, e);
        }
    }

    private static Key freshKey(JWSAlgorithm algorithm) throws GeneralSecurityException {
        if (JWSAlgorithm.Family.HMAC_SHA.contains(algorithm)) {
            byte[] secret = new byte[KeyFit.bits(algorithm) / Byte.SIZE];
            new SecureRandom().nextBytes(secret);
            return new SecretKeySpec(secret, "HMAC");
        }
        if (JWSAlgorithm.Family.RSA.contains(algorithm)) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair().getPrivate();
        }
        Curve curve = KeyFit.curve(algorithm);
        if (curve != null) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve.getStdName()));
            return generator.generateKeyPair().getPrivate();
        }
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
    }

    private static JWSSigner signer(JWSAlgorithm algorithm, Key key) throws JOSEException {
        if (JWSAlgorithm.Family.HMAC_SHA.contains(algorithm)) {
            return new MACSigner(key.getEncoded());
        }
        if (JWSAlgorithm.Family.RSA.contains(algorithm)) {
            return new RSASSASigner((PrivateKey) key);
        }
        return KeyFit.curve(algorithm) == null
                ? new Ed25519.Signer((PrivateKey) key)
                : new ECDSASigner((ECPrivateKey) key);
    }

    /** The {@code alg} of what it signs. */
    String algorithm() {
        return algorithm.getName();
    }

    /** The {@code kid} of what it signs; {@code null} for none. */
    @Nullable
    String keyId() {
        return keyId;
    }

    /** Whether those who verify with it have it too, and could sign themselves. */
    boolean isShared() {
        return JWSAlgorithm.Family.HMAC_SHA.contains(algorithm);
    }

    /** The key itself: for what has to verify with it, never for a message. */
    Key reveal() {
        return key;
    }

    /** As below. */
    String sign(Map<String, Object> header, JWTClaimsSet claims) {
        return sign(header, claims.toJSONObject());
    }

    /**
     * A signed token, compact. Its header has {@code alg}, {@code typ} and the {@code kid}, where there is one.
     *
     * @param header what it has besides, or instead; a {@code null} is left out. {@code alg} stays what it is
     * @throws IllegalArgumentException when the header can't be one
     */
    String sign(Map<String, ? extends @Nullable Object> header, Map<String, Object> claims) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("typ", "JWT");
        if (keyId != null) {
            whole.put("kid", keyId);
        }
        header.forEach((name, value) -> {
            whole.remove(name);
            if (value != null) {
                whole.put(name, value);
            }
        });
        whole.put("alg", algorithm.getName());
        try {
            JWSObject token = new JWSObject(JWSHeader.parse(whole), new Payload(claims));
            token.sign(signer);
            return token.serialize();
        } catch (ParseException e) {
            throw new IllegalArgumentException("No token can have this header: " + e.getMessage(), e);
        } catch (JOSEException e) {
            throw new IllegalStateException("Signing a token with " + algorithm + " broke: " + e.getMessage(), e);
        }
    }

    /** Algorithm and key id, never the key. */
    @Override
    public String toString() {
        return algorithm + (keyId == null ? "" : ", kid " + keyId);
    }
}
