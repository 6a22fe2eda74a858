package dev.goldenpath.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.goldenpath.client.JsonText;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Issues tokens and verifies them, but for the holes that it has been given. */
final class Guard {
    private static final String ISSUER = "https://guard.example";
    private static final String AUDIENCE = "guarded";
    private static final String KID = "key-1";

    private final ECKey key;
    private final Set<String> signatures = ConcurrentHashMap.newKeySet();
    private volatile Set<String> holes = Set.of();

    Guard() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).keyID(KID).generate();
    }

    void holes(Set<String> holes) {
        this.holes = Set.copyOf(holes);
    }

    boolean has(String hole) {
        return holes.contains(hole);
    }

    String publicKeys() {
        return "{\"keys\":[" + key.toPublicJWK().toJSONString() + "]}";
    }

    String privateKey() {
        return key.toJSONString();
    }

    String issue(String name) throws Exception {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", AUDIENCE);
        claims.put("sub", name + "-id");
        claims.put("iat", now);
        claims.put("nbf", now);
        claims.put("exp", now + 300);
        claims.put("jti", UUID.randomUUID().toString());
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(KID)
                        .type(com.nimbusds.jose.JOSEObjectType.JWT)
                        .build(),
                new Payload(claims));
        token.sign(new ECDSASigner(key));
        signatures.add(token.getSignature().toString());
        return token.serialize();
    }

    /** Whom a token is about; empty where it is refused. */
    Optional<String> subject(String token) {
        try {
            String[] parts = token.split("\\.", -1);
            if (parts.length != 3) {
                return has("garbage") && !token.isEmpty() ? Optional.of("alice-id") : Optional.empty();
            }
            Map<String, Object> header = json(parts[0]);
            Map<String, Object> claims = json(parts[1]);
            return isSigned(header, parts, token) && says(claims)
                    ? Optional.of(String.valueOf(claims.get("sub")))
                    : Optional.empty();
        } catch (Exception e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> json(String part) {
        Map<String, Object> json = new LinkedHashMap<>();
        ((Map<?, ?>) JsonText.parse(new Base64URL(part).decodeToString()).at("").orElseThrow())
                .forEach((name, value) -> json.put(name.toString(), value));
        return json;
    }

    private boolean isSigned(Map<String, Object> header, String[] parts, String token) throws Exception {
        String algorithm = String.valueOf(header.get("alg"));
        if (algorithm.equals("none")) {
            return has("none") && parts[2].isEmpty();
        }
        if (algorithm.equals("HS256")) {
            return macHolds(JWSObject.parse(token));
        }
        if (!KID.equals(header.get("kid"))) {
            return has("unknown-kid");
        }
        if (JWSObject.parse(token).verify(new ECDSAVerifier(key))) {
            return !has("only-its-own") || signatures.contains(parts[2]);
        }
        return has(signatures.contains(parts[2]) ? "tampered" : "wrong-key");
    }

    private boolean macHolds(JWSObject token) throws Exception {
        byte[] der = key.toPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----";
        return has("hs256-der") && token.verify(new MACVerifier(der))
                || has("hs256-pem") && token.verify(new MACVerifier(pem.getBytes(UTF_8)))
                || has("hs256-pem-line-end") && token.verify(new MACVerifier((pem + "\n").getBytes(UTF_8)))
                || has("hs256-jwk")
                        && token.verify(
                                new MACVerifier(key.toPublicJWK().toJSONString().getBytes(UTF_8)));
    }

    private boolean says(Map<String, Object> claims) {
        long now = Instant.now().getEpochSecond();
        return (has("expired") || number(claims, "exp") > now)
                && (has("not-yet-valid") || number(claims, "nbf") <= now)
                && (has("issuer") || ISSUER.equals(claims.get("iss")))
                && (has("audience")
                        || AUDIENCE.equals(claims.get("aud"))
                        || List.of(AUDIENCE).equals(claims.get("aud")));
    }

    private static long number(Map<String, Object> claims, String name) {
        return ((Number) claims.get(name)).longValue();
    }
}
