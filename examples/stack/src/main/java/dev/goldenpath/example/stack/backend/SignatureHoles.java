package dev.goldenpath.example.stack.backend;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.ECKey;

/** Whether the signature of a token passes, soundly or through a hole that is open. Thread-safe. */
final class SignatureHoles {
    private final Faults faults;
    private final PublishedKeys keys;
    private final SeenSignatures seen;

    SignatureHoles(Faults faults, PublishedKeys keys, SeenSignatures seen) {
        this.faults = faults;
        this.keys = keys;
        this.seen = seen;
    }

    boolean pass(RawToken token) {
        if (token.algorithm().equalsIgnoreCase("none")) {
            return faults.isOn(Fault.AUTH_ALG_NONE);
        }
        if (faults.isOn(Fault.AUTH_TAMPERED) && seen.contains(token)) {
            return true;
        }
        PublishedKeys.Served served = keys.fetch();
        return switch (token.algorithm()) {
            case "HS256" -> faults.isOn(Fault.AUTH_HS256) && PublicSecret.signs(token, served);
            case "ES256" -> passElliptic(token, served);
            default -> false;
        };
    }

    private boolean passElliptic(RawToken token, PublishedKeys.Served served) {
        String id = token.keyId();
        if (id != null && !served.names(id)) {
            return faults.isOn(Fault.AUTH_UNKNOWN_KID);
        }
        if (served.keys().stream().anyMatch(key -> verifies(key, token))) {
            return true;
        }
        return faults.isOn(Fault.AUTH_WRONG_KEY) && id != null && isFresh(token);
    }

    private static boolean verifies(ECKey key, RawToken token) {
        try {
            return new ECDSAVerifier(key)
                    .verify(new JWSHeader(JWSAlgorithm.ES256), token.signedBytes(), token.signature());
        } catch (JOSEException noSignature) {
            return false;
        }
    }

    /** Anybody's signature, as far as can be told: that of a valid token under another payload is a forgery of another kind. */
    private boolean isFresh(RawToken token) {
        try {
            ECDSA.ensureLegalSignature(token.signature().decode(), JWSAlgorithm.ES256);
        } catch (JOSEException noSignature) {
            return false;
        }
        return !seen.contains(token);
    }
}
