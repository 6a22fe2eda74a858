package dev.goldenpath.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.goldenpath.client.JsonText;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;

/** Signatures of tokens with nothing but the JDK: a second way to make and to check what the library makes. */
final class PlainJws {
    private PlainJws() {}

    static String sign(Map<String, ?> header, Map<String, ?> claims, Key key) throws GeneralSecurityException {
        String input = encoded(JsonText.write(header).getBytes(UTF_8)) + "."
                + encoded(JsonText.write(claims).getBytes(UTF_8));
        return input + "." + encoded(signature(String.valueOf(header.get("alg")), input.getBytes(US_ASCII), key));
    }

    static boolean verifies(String token, Key key) throws GeneralSecurityException {
        String[] parts = token.split("\\.", -1);
        String algorithm = JsonText.parse(new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8))
                .at("/alg", String.class)
                .orElseThrow();
        byte[] input = (parts[0] + "." + parts[1]).getBytes(US_ASCII);
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        if (algorithm.startsWith("HS")) {
            return MessageDigest.isEqual(signature, signature(algorithm, input, key));
        }
        Signature engine = engine(algorithm);
        engine.initVerify((PublicKey) key);
        engine.update(input);
        return engine.verify(signature);
    }

    private static byte[] signature(String algorithm, byte[] input, Key key) throws GeneralSecurityException {
        if (algorithm.startsWith("HS")) {
            Mac mac = Mac.getInstance("HmacSHA" + algorithm.substring(2));
            mac.init(key);
            return mac.doFinal(input);
        }
        Signature engine = engine(algorithm);
        engine.initSign((PrivateKey) key);
        engine.update(input);
        return engine.sign();
    }

    private static Signature engine(String algorithm) throws GeneralSecurityException {
        String bits = algorithm.substring(2);
        switch (algorithm.substring(0, 2)) {
            case "RS":
                return Signature.getInstance("SHA" + bits + "withRSA");
            case "ES":
                return Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
            case "Ed":
                return Signature.getInstance("Ed25519");
            case "PS":
                Signature engine = Signature.getInstance("RSASSA-PSS");
                engine.setParameter(new PSSParameterSpec(
                        "SHA-" + bits,
                        "MGF1",
                        new MGF1ParameterSpec("SHA-" + bits),
                        Integer.parseInt(bits) / 8,
                        PSSParameterSpec.TRAILER_FIELD_BC));
                return engine;
            default:
                throw new IllegalArgumentException(algorithm);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
