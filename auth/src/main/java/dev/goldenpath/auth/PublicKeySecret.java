package dev.goldenpath.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PublicKey;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/**
 * A public key in a form that a careless service would take for the secret of HS256.
 *
 * @param words its form
 * @param secret for signing with HS256
 */
record PublicKeySecret(String words, Key secret) {

    private PublicKeySecret(String words, byte[] form) {
        this(words, new SecretKeySpec(form, "HMAC"));
    }

    /** The forms of a published key; none of one that no JDK can read. */
    static Stream<PublicKeySecret> of(JWK key) {
        byte[] der;
        try {
            der = publicKey(key).getEncoded();
        } catch (JOSEException | GeneralSecurityException e) {
            return Stream.of();
        }
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----";
        return Stream.of(
                new PublicKeySecret("its bytes in DER", der),
                new PublicKeySecret("its PEM", pem.getBytes(UTF_8)),
                new PublicKeySecret("its PEM with a line end", (pem + "\n").getBytes(UTF_8)),
                new PublicKeySecret(
                        "its JSON Web Key", key.toPublicJWK().toJSONString().getBytes(UTF_8)));
    }

    private static PublicKey publicKey(JWK key) throws JOSEException, GeneralSecurityException {
        if (key instanceof OctetKeyPair pair) {
            if (!pair.getCurve().equals(Curve.Ed25519)) {
                throw new GeneralSecurityException("no key for signatures");
            }
            return Ed25519.publicKey(pair.getDecodedX());
        }
        if (key instanceof AsymmetricJWK asymmetric) {
            return asymmetric.toPublicKey();
        }
        throw new GeneralSecurityException("no public key");
    }

    /** Its form alone. */
    @Override
    public String toString() {
        return words;
    }
}
