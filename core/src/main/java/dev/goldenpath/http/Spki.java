package dev.goldenpath.http;

import dev.goldenpath.evidence.Sha256;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The digest of a certificate's public key, in the form of a pin. */
final class Spki {
    private Spki() {}

    /** {@code sha256/} and the Base64 of the digest of the subject's public key info. */
    static String pin(Certificate certificate) {
        return "sha256/"
                + Base64.getEncoder()
                        .encodeToString(Sha256.digest()
                                .digest(certificate.getPublicKey().getEncoded()));
    }

    /**
     * The pins of a chain from the peer's own certificate up, as far as each is signed by the key of the next: anybody
     * can show a certificate that has nothing to do with his own.
     */
    static List<String> pins(Certificate[] chain) {
        List<String> pins = new ArrayList<>();
        for (int i = 0; i < chain.length && (i == 0 || isSigned(chain[i - 1], chain[i])); i++) {
            pins.add(pin(chain[i]));
        }
        return pins;
    }

    private static boolean isSigned(Certificate certificate, Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
