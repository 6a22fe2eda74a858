package dev.goldenpath.auth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import java.security.interfaces.ECKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which algorithms a key is for. */
final class KeyFit {
    static final String RSA = "RSA";
    static final String ED25519 = "Ed25519";
    static final String SECRET = "secret";

    private static final List<String> RSA_ALGORITHMS = List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");
    private static final Map<String, List<String>> ALGORITHMS = Map.of(
            RSA,
            RSA_ALGORITHMS,
            "P-256",
            List.of("ES256"),
            "P-384",
            List.of("ES384"),
            "P-521",
            List.of("ES512"),
            ED25519,
            List.of("EdDSA"),
            SECRET,
            List.of("HS256", "HS384", "HS512"));

    private KeyFit() {}

    /** The algorithms for a kind of key: {@code RSA}, {@code secret}, or the name of a curve; the usual one first. */
    static List<String> algorithms(String kind) {
        return ALGORITHMS.getOrDefault(kind, List.of());
    }

    /** A kind for messages, with its article. */
    static String inWords(String kind) {
        return switch (kind) {
            case SECRET -> "a secret";
            case RSA -> "an RSA key";
            case ED25519 -> "an Ed25519 key";
            default -> "an EC key on " + kind;
        };
    }

    /** The name of a key's curve. */
    static String curve(ECKey key) {
        Curve curve = Curve.forECParameterSpec(key.getParams());
        return curve == null ? "an unknown curve" : curve.getName();
    }

    /** The curve of an algorithm; {@code null} where it is no ECDSA. */
    static @Nullable Curve curve(JWSAlgorithm algorithm) {
        return switch (algorithm.getName()) {
            case "ES256" -> Curve.P_256;
            case "ES384" -> Curve.P_384;
            case "ES512" -> Curve.P_521;
            default -> null;
        };
    }

    /** How many bits the digest of an algorithm has: {@code RS384} has 384. */
    static int bits(JWSAlgorithm algorithm) {
        return Integer.parseInt(algorithm.getName().substring(2));
    }
}
