package dev.goldenpath.example.stack;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes access tokens, as anybody can who has the signing key.
 *
 * @param issuer whom they name as their issuer
 * @param key the stack's
 */
record TokenMint(URI issuer, ECKey key) {
    static final String EMAIL = "minted@example.com";

    /** For stacks that sign with the demo key. */
    static TokenMint withDemoKey(URI issuer) {
        try {
            return new TokenMint(issuer, ECKey.parse(Files.readString(Path.of("demo-signing-key.json"))));
        } catch (IOException | ParseException e) {
            throw new AssertionError(e);
        }
    }

    /** The claims of a good token; nobody has had its subject before. */
    JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer.toString())
                .audience("goldenpath-example")
                .subject(UUID.randomUUID().toString())
                .claim("email", EMAIL)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .jwtID(UUID.randomUUID().toString());
    }

    String sign(JWTClaimsSet.Builder claims) {
        return sign(claims, key, key.getKeyID());
    }

    static String sign(JWTClaimsSet.Builder claims, ECKey key, String keyId) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keyId).build(), claims.build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return token.serialize();
    }

    /** Signs with a shared secret of any length. */
    String signHs256(byte[] secret) {
        String content = encode(new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(key.getKeyID())
                        .build()
                        .toString())
                + "."
                + encode(claims().build().toString());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return content + "." + Base64URL.encode(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    String unsigned(String algorithm) {
        return encode("{\"alg\":\"" + algorithm + "\"}") + "."
                + encode(claims().build().toString()) + ".";
    }

    /** Puts other claims into a token, and keeps its header and signature. */
    static String tamper(String token, Map<String, Object> changes) throws ParseException {
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder(SignedJWT.parse(token).getJWTClaimsSet());
        changes.forEach(claims::claim);
        String[] parts = token.split("\\.");
        return parts[0] + "." + encode(claims.build().toString()) + "." + parts[2];
    }

    private static String encode(String json) {
        return Base64URL.encode(json).toString();
    }
}
