package dev.goldenpath.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key that verifies signatures.
 *
 * @param keyId its {@code kid}; absent where it has none
 * @param kind as {@link KeyFit} names it
 * @param algorithms what it is for: the one that it names itself, else all of its kind
 */
record VerifyingKey(@Nullable String keyId, String kind, List<String> algorithms, JWSVerifier verifier) {

    /** A published key; empty of a kind that signs no tokens. */
    static Optional<VerifyingKey> of(JWK jwk) {
        String kind = kind(jwk);
        List<String> fitting = KeyFit.algorithms(kind);
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        String own = jwk.getAlgorithm() == null ? null : jwk.getAlgorithm().getName();
        List<String> algorithms = own != null && fitting.contains(own) ? List.of(own) : fitting;
        try {
            return Optional.of(new VerifyingKey(jwk.getKeyID(), kind, algorithms, verifier(jwk)));
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException("The JDK can't use the key '" + jwk.getKeyID() + "': " + e.getMessage(), e);
        }
    }

    /** A shared secret, which verifies what it signs. */
    static VerifyingKey of(SigningKey secret) {
        try {
            return new VerifyingKey(
                    secret.keyId(),
                    KeyFit.SECRET,
                    List.of(secret.algorithm()),
                    new MACVerifier(secret.reveal().getEncoded()));
        } catch (JOSEException e) {
            throw new IllegalStateException("A secret that signs has to verify: " + e.getMessage(), e);
        }
    }

    /** Whether it verifies the signature of a token whose algorithm it is for. */
    boolean verifies(JwtText token) {
        try {
            return verifier.verify(JWSHeader.parse(token.header()), token.signed(), new Base64URL(token.signature()));
        } catch (ParseException | JOSEException e) {
            // A header or a signature that can't be one.
            return false;
        }
    }

    private static String kind(JWK jwk) {
        if (jwk instanceof ECKey ec) {
            return ec.getCurve().getName();
        }
        if (jwk instanceof OctetKeyPair pair) {
            return pair.getCurve().getName();
        }
        return jwk instanceof RSAKey ? KeyFit.RSA : KeyFit.SECRET;
    }

    private static JWSVerifier verifier(JWK jwk) throws JOSEException, GeneralSecurityException {
        if (jwk instanceof RSAKey rsa) {
            return new RSASSAVerifier(rsa.toRSAPublicKey());
        }
        if (jwk instanceof ECKey ec) {
            return new ECDSAVerifier(ec.toECPublicKey());
        }
        return jwk instanceof OctetKeyPair pair
                ? new Ed25519.Verifier(Ed25519.publicKey(pair.getDecodedX()))
                : new MACVerifier((OctetSequenceKey) jwk);
    }

    /** For messages, with its article; never the key. */
    String inWords() {
        return KeyFit.inWords(kind);
    }
}
