package dev.goldenpath.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import dev.goldenpath.auth.PlainHttp.Request;
import dev.goldenpath.client.JsonText;
import java.security.Key;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;

/** What the {@link WaysServer} has issued, accepts, and was asked. Thread-safe. */
final class WaysDesk {
    private final Key own;
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final Map<String, String> opaque = new ConcurrentHashMap<>();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();
    private final List<JWK> trusted = new CopyOnWriteArrayList<>();
    private volatile Map<String, Object> last = Map.of();

    WaysDesk() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        own = new SecretKeySpec(key, "HMAC");
        refreshTokens.add(WaysServer.REFRESH_TOKEN);
    }

    void count(String what) {
        counts.computeIfAbsent(what, name -> new AtomicInteger()).incrementAndGet();
    }

    Map<String, AtomicInteger> counts() {
        return counts;
    }

    /** All that was ever issued. */
    Collection<String> secrets() {
        return secrets;
    }

    void seen(Request request) {
        last = Map.of("authorization", request.header("authorization"), "form", request.form());
    }

    /** The last request for a token. */
    Map<String, Object> last() {
        return last;
    }

    /** From now on, what one of these keys has signed is accepted; a JSON Web Key Set. */
    void trust(String keys) throws Exception {
        trusted.clear();
        trusted.addAll(JWKSet.parse(keys).getKeys());
    }

    /** The trusted keys, but for shared secrets, which nobody publishes. */
    String published() {
        return JsonText.write(Map.of(
                "keys",
                trusted.stream()
                        .filter(key -> !(key instanceof OctetSequenceKey))
                        .map(key -> key.toPublicJWK().toJSONObject())
                        .toList()));
    }

    String token(String subject, String issuer, String scope, JsonText behaviour) throws Exception {
        String token = behaviour.at("/opaque").isPresent()
                ? UUID.randomUUID().toString()
                : jwt(subject, issuer, scope, behaviour);
        opaque.put(token, subject);
        secrets.add(token);
        count("issued");
        return token;
    }

    private String jwt(String subject, String issuer, String scope, JsonText behaviour) throws Exception {
        long now = now(behaviour).getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("sub", subject);
        claims.put("iss", issuer);
        claims.put("aud", List.of("shop", "chat"));
        claims.put("iat", now);
        claims.put("exp", now + behaviour.at("/lifetime", Long.class).orElse(3600L));
        claims.put("scope", scope);
        return PlainJws.sign(Map.of("alg", "HS256", "typ", "JWT"), claims, own);
    }

    String refreshToken() {
        String token = "refresh-" + UUID.randomUUID();
        refreshTokens.add(token);
        secrets.add(token);
        return token;
    }

    /** Takes a refresh token back; each can be used once. */
    boolean redeem(String token) {
        boolean unused = refreshTokens.remove(token);
        if (!unused) {
            count("replayed");
        }
        return unused;
    }

    String session() {
        String session = "session-" + UUID.randomUUID();
        sessions.add(session);
        secrets.add(session);
        return session;
    }

    boolean isSession(String cookie) {
        return sessions.contains(cookie);
    }

    /** Whose a token is, that is one of this desk's or of a trusted key, and valid by this server's clock. */
    Optional<String> subject(String token, JsonText behaviour) throws Exception {
        if (token.equals(WaysServer.TOKEN)) {
            return Optional.of("alice-id");
        }
        if (token.split("\\.", -1).length != 3) {
            return Optional.ofNullable(opaque.get(token));
        }
        boolean valid = PlainJws.verifies(token, opaque.containsKey(token) ? own : key(token));
        JsonText claims = part(token, 1);
        Instant now = now(behaviour);
        return valid
                        && now.isBefore(Instant.ofEpochSecond(
                                claims.at("/exp", Long.class).orElseThrow()))
                ? claims.at("/sub", String.class)
                : Optional.empty();
    }

    private Key key(String token) throws Exception {
        String kid = part(token, 0).at("/kid", String.class).orElse(null);
        JWK key = trusted.stream()
                .filter(candidate -> kid == null || kid.equals(candidate.getKeyID()))
                .findFirst()
                .orElseThrow();
        if (key instanceof RSAKey rsa) {
            return rsa.toPublicKey();
        }
        if (key instanceof ECKey ec) {
            return ec.toPublicKey();
        }
        if (key instanceof OctetSequenceKey secret) {
            return secret.toSecretKey("HMAC");
        }
        return Ed25519.publicKey(((OctetKeyPair) key).getDecodedX());
    }

    static JsonText part(String token, int index) {
        return JsonText.parse(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]), UTF_8));
    }

    private static Instant now(JsonText behaviour) {
        return Instant.now().plusSeconds(behaviour.at("/clock", Long.class).orElse(0L));
    }
}
