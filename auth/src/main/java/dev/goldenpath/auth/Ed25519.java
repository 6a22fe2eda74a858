package dev.goldenpath.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;

/** The signatures of {@code EdDSA} by the JDK's own Ed25519: Nimbus would need one more library for them. */
final class Ed25519 {
    private static final String NAME = "Ed25519";
    private static final int LENGTH = 32;
    /** What stands before the 32 bytes of a key in its encoding, which has no other variable part. */
    private static final byte[] PRIVATE_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);

    private Ed25519() {}

    /** The private key of the {@code d} of a JSON Web Key. */
    static PrivateKey privateKey(byte[] d) throws GeneralSecurityException {
        return KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(encoded(PRIVATE_PREFIX, d)));
    }

    /** The public key of the {@code x} of a JSON Web Key. */
    static PublicKey publicKey(byte[] x) throws GeneralSecurityException {
        return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded(PUBLIC_PREFIX, x)));
    }

    private static byte[] encoded(byte[] prefix, byte[] key) throws GeneralSecurityException {
        if (key.length != LENGTH) {
            throw new GeneralSecurityException("an Ed25519 key has 32 bytes, and this one " + key.length);
        }
        byte[] encoded = new byte[prefix.length + LENGTH];
        System.arraycopy(prefix, 0, encoded, 0, prefix.length);
        System.arraycopy(key, 0, encoded, prefix.length, LENGTH);
        return encoded;
    }

    /** Signs. Thread-safe. */
    record Signer(PrivateKey key) implements JWSSigner {
        @Override
        public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
            try {
                Signature signature = Signature.getInstance(NAME);
                signature.initSign(key);
                signature.update(input);
                return Base64URL.encode(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new JOSEException("Ed25519 could not sign", e);
            }
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return ALGORITHMS;
        }

        @Override
        public JCAContext getJCAContext() {
            return new JCAContext();
        }

        /** Never shows the key. */
        @Override
        public String toString() {
            return NAME;
        }
    }

    /** Verifies. Thread-safe. */
    record Verifier(PublicKey key) implements JWSVerifier {
        @Override
        public boolean verify(JWSHeader header, byte[] input, Base64URL signed) throws JOSEException {
            try {
                Signature signature = Signature.getInstance(NAME);
                signature.initVerify(key);
                signature.update(input);
                return signature.verify(signed.decode());
            } catch (SignatureException e) {
                // So it says of a signature of the wrong length.
                return false;
            } catch (GeneralSecurityException e) {
                throw new JOSEException("Ed25519 could not verify", e);
            }
        }

        @Override
        public Set<JWSAlgorithm> supportedJWSAlgorithms() {
            return ALGORITHMS;
        }

        @Override
        public JCAContext getJCAContext() {
            return new JCAContext();
        }
    }
}
