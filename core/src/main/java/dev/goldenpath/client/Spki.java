package dev.goldenpath.client;

import dev.goldenpath.environment.TlsSettings;
import dev.goldenpath.evidence.Sha256;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The digest of a certificate's public key, in the form of a pin.
 *
 * @since 0.1.0
 */
public final class Spki {
    private Spki() {}

    /** {@code sha256/} and the Base64 of the digest of the subject's public key info. */
    public static String pin(Certificate certificate) {
        return "sha256/"
                + Base64.getEncoder()
                        .encodeToString(Sha256.digest()
                                .digest(certificate.getPublicKey().getEncoded()));
    }

    /**
     * The pins of a chain from the peer's own certificate up, as far as each is signed by the key of the next: anybody
     * can show a certificate that has nothing to do with his own.
     */
    public static List<String> pins(Certificate[] chain) {
        List<String> pins = new ArrayList<>();
        for (int i = 0; i < chain.length && (i == 0 || isSigned(chain[i - 1], chain[i])); i++) {
            pins.add(pin(chain[i]));
        }
        return pins;
    }

    /** Why a service with these pins may not be talked to over this chain; empty where it may, or has no pins. */
    public static Optional<String> refusal(Certificate[] chain, TlsSettings settings) {
        if (settings.pins().isEmpty()) {
            return Optional.empty();
        }
        List<String> shown = pins(chain);
        return Collections.disjoint(shown, settings.pins())
                ? Optional.of("none of its keys is pinned: it shows " + String.join(", ", shown) + ", and "
                        + settings.origin() + " pins " + String.join(", ", settings.pins()))
                : Optional.empty();
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
