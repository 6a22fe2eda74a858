package dev.goldenpath.auth;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Map;

/** New keys of every kind. */
final class SampleKeys {
    private static final Map<String, Curve> CURVES =
            Map.of("ES256", Curve.P_256, "ES384", Curve.P_384, "ES512", Curve.P_521);

    private SampleKeys() {}

    /** A key that signs with an algorithm. */
    static JWK of(String algorithm, String kid) throws Exception {
        switch (algorithm.substring(0, 2)) {
            case "HS":
                int bits = Integer.parseInt(algorithm.substring(2));
                return new OctetSequenceKeyGenerator(bits).keyID(kid).generate();
            case "RS":
            case "PS":
                return new RSAKeyGenerator(2048).keyID(kid).generate();
            case "ES":
                return new ECKeyGenerator(CURVES.get(algorithm)).keyID(kid).generate();
            default:
                return ed25519(kid);
        }
    }

    private static JWK ed25519(String kid) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        return new OctetKeyPair.Builder(Curve.Ed25519, last32(pair.getPublic().getEncoded()))
                .d(last32(pair.getPrivate().getEncoded()))
                .keyID(kid)
                .build();
    }

    private static Base64URL last32(byte[] encoded) {
        return Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }
}
