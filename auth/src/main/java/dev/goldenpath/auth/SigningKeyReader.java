package dev.goldenpath.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.ConfigurationProblem;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.SigningSettings;
import dev.goldenpath.environment.TokenSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.text.ParseException;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Makes the key to sign with from what is declared, or says why it can't. Never quotes the key. */
final class SigningKeyReader {
    private static final int LEAST_RSA_BITS = 2048;
    private static final String KINDS = "Give it a JSON Web Key or a private key in PEM (PKCS #8) of kind RSA, EC "
            + "(P-256, P-384, P-521) or Ed25519, or for an algorithm of the HS family the shared secret.";

    private final ServiceEndpoint service;
    private final SigningSettings settings;

    private SigningKeyReader(ServiceEndpoint service, SigningSettings settings) {
        this.service = service;
        this.settings = settings;
    }

    /** A key, and what it says of itself. */
    private record Found(
            Key key, @Nullable String algorithm, @Nullable String keyId) {}

    static SigningKey read(ServiceEndpoint service) {
        TokenSettings tokens = service.tokens();
        SigningSettings signing = tokens == null ? null : tokens.signing();
        if (signing == null) {
            throw new ConfigurationException(
                    "Service '" + service.name() + "' (" + service.origin() + ") declares no key to sign tokens with. "
                            + "Add one as services." + service.name() + ".tokens.signing.key in goldenpath.yaml.",
                    List.of());
        }
        return new SigningKeyReader(service, signing).read();
    }

    private SigningKey read() {
        Found found = find();
        String kind = kind(found.key);
        List<String> fitting = KeyFit.algorithms(kind);
        if (fitting.isEmpty()) {
            throw unusable("is of a kind that signs no tokens: " + kind, KINDS);
        }
        String told = settings.algorithm() == null ? found.algorithm : settings.algorithm();
        String algorithm = told == null ? fitting.get(0) : told;
        if (!fitting.contains(algorithm)) {
            throw unusable(
                    "is " + KeyFit.inWords(kind) + ", which can't sign with " + algorithm,
                    "It signs with " + String.join(", ", fitting) + ": correct signing.algorithm, or give it a key for "
                            + algorithm + ".");
        }
        requireLength(found.key, algorithm);
        return SigningKey.of(algorithm, settings.keyId() == null ? found.keyId : settings.keyId(), found.key);
    }

    private Found find() {
        String text = settings.key().reveal();
        try {
            if (text.stripLeading().startsWith("{")) {
                return ofJwk(text);
            }
            if (PemKey.isPem(text)) {
                return new Found(PemKey.read(text), null, null);
            }
        } catch (GeneralSecurityException e) {
            throw unusable(String.valueOf(e.getMessage()), KINDS);
        }
        String algorithm = settings.algorithm();
        if (algorithm != null && !algorithm.startsWith("HS")) {
            throw unusable("is neither a JSON Web Key nor in PEM, so it can't sign with " + algorithm, KINDS);
        }
        return new Found(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HMAC"), null, null);
    }

    private Found ofJwk(String text) throws GeneralSecurityException {
        JWK jwk;
        try {
            jwk = JWK.parse(text);
        } catch (ParseException | IllegalArgumentException e) {
            // Without its message: it quotes what stands there.
            throw new GeneralSecurityException("is JSON, but no JSON Web Key");
        }
        if (!jwk.isPrivate()) {
            throw new GeneralSecurityException("is a public key, which only verifies");
        }
        if (jwk.getKeyUse() != null && !jwk.getKeyUse().equals(KeyUse.SIGNATURE)) {
            throw new GeneralSecurityException("is a key whose use is '" + jwk.getKeyUse() + "'");
        }
        String algorithm =
                jwk.getAlgorithm() == null ? null : jwk.getAlgorithm().getName();
        return new Found(key(jwk), algorithm, jwk.getKeyID());
    }

    private static Key key(JWK jwk) throws GeneralSecurityException {
        try {
            if (jwk instanceof RSAKey rsa) {
                return rsa.toPrivateKey();
            }
            if (jwk instanceof ECKey ec) {
                return ec.toECPrivateKey();
            }
            if (jwk instanceof OctetKeyPair pair && pair.getCurve().getName().equals(KeyFit.ED25519)) {
                return Ed25519.privateKey(pair.getDecodedD());
            }
            if (jwk instanceof OctetSequenceKey secret) {
                return new SecretKeySpec(secret.toByteArray(), "HMAC");
            }
        } catch (JOSEException e) {
            throw new GeneralSecurityException("is a JSON Web Key that the JDK can't use");
        }
        throw new GeneralSecurityException("is a JSON Web Key of a kind that signs no tokens: " + jwk.getKeyType());
    }

    private static String kind(Key key) {
        if (key instanceof ECPrivateKey ec) {
            return KeyFit.curve(ec);
        }
        if (key instanceof EdECPrivateKey ed) {
            return ed.getParams().getName();
        }
        return key instanceof PrivateKey ? KeyFit.RSA : KeyFit.SECRET;
    }

    private void requireLength(Key key, String algorithm) {
        if (key instanceof SecretKeySpec secret) {
            int needed = KeyFit.bits(JWSAlgorithm.parse(algorithm)) / Byte.SIZE;
            int there = secret.getEncoded().length;
            if (there < needed) {
                throw unusable(
                        "is a secret of " + there + " bytes, and " + algorithm + " needs " + needed,
                        "Give it a longer one.");
            }
        }
        if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
            throw unusable(
                    "is an RSA key of " + rsa.getModulus().bitLength() + " bits, and " + algorithm + " needs "
                            + LEAST_RSA_BITS,
                    "Give it a longer one.");
        }
    }

    private ConfigurationException unusable(String what, String remedy) {
        return new ConfigurationException(
                "No tokens of service '" + service.name() + "' can be signed.",
                List.of(new ConfigurationProblem(
                        settings.key().origin(),
                        "services." + service.name() + ".tokens.signing.key " + what,
                        remedy)));
    }
}
