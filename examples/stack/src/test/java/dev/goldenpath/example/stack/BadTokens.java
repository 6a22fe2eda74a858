package dev.goldenpath.example.stack;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must not be accepted, each by the name of the one fault that has it accepted. */
final class BadTokens {
    private final Map<String, List<String>> tokens = new LinkedHashMap<>();

    /** Makes them; the original of what is tampered with is to be shown to the backend first. */
    BadTokens(TokenMint mint, String original, String servedKeys) throws Exception {
        Instant now = Instant.now();
        tokens.put("auth-no-token", Arrays.asList((String) null));
        tokens.put("auth-garbage", List.of("nonsense", "a.b.c", "e30.bm8.x"));
        tokens.put(
                "auth-expired",
                List.of(mint.sign(mint.claims()
                        .issueTime(Date.from(now.minusSeconds(100)))
                        .expirationTime(Date.from(now.minusSeconds(2))))));
        tokens.put("auth-not-before", List.of(mint.sign(mint.claims().notBeforeTime(Date.from(now.plusSeconds(200))))));
        tokens.put(
                "auth-issuer",
                List.of(
                        mint.sign(mint.claims().issuer("http://issuer.example")),
                        mint.sign(mint.claims().issuer(null))));
        tokens.put(
                "auth-audience",
                List.of(
                        mint.sign(mint.claims().audience("another-product")),
                        mint.sign(mint.claims().audience((String) null))));
        tokens.put("auth-wrong-key", List.of(foreign(mint, mint.key().getKeyID())));
        tokens.put("auth-unknown-kid", List.of(foreign(mint, "unknown-key")));
        tokens.put("auth-alg-none", List.of(mint.unsigned("none"), mint.unsigned("nOnE")));
        tokens.put("auth-hs256", symmetric(mint, servedKeys));
        tokens.put("auth-tampered", List.of(TokenMint.tamper(original, Map.of("email", TokenMint.EMAIL))));
    }

    Map<String, List<String>> byFault() {
        return tokens;
    }

    private static String foreign(TokenMint mint, String keyId) throws Exception {
        return TokenMint.sign(mint.claims(), new ECKeyGenerator(Curve.P_256).generate(), keyId);
    }

    private static List<String> symmetric(TokenMint mint, String servedKeys) throws Exception {
        byte[] der = mint.key().toPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der)
                + "\n-----END PUBLIC KEY-----";
        String served = servedKeys.substring(servedKeys.indexOf('[') + 1, servedKeys.lastIndexOf(']'));
        List<String> tokens = new ArrayList<>();
        tokens.add(mint.signHs256(der));
        for (String secret : List.of(servedKeys, served, pem, pem + "\n")) {
            tokens.add(mint.signHs256(secret.getBytes(StandardCharsets.UTF_8)));
        }
        return tokens;
    }
}
