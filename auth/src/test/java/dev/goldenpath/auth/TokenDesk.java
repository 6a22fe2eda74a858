package dev.goldenpath.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.goldenpath.client.JsonText;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The {@link TokenServer}'s tokens: issued, verified and counted. Thread-safe. */
final class TokenDesk {
    private final byte[] key = new byte[32];
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final Set<String> unusedRefreshTokens = ConcurrentHashMap.newKeySet();
    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    TokenDesk() {
        new SecureRandom().nextBytes(key);
    }

    void count(String what) {
        counts.computeIfAbsent(what, name -> new AtomicInteger()).incrementAndGet();
    }

    Map<String, AtomicInteger> counts() {
        return counts;
    }

    /** Every token and refresh token there ever was. */
    Collection<String> secrets() {
        return secrets;
    }

    Map<String, Object> issue(JsonText behaviour) throws JOSEException {
        boolean opaque = behaviour.at("/opaque").isPresent();
        String token = opaque ? UUID.randomUUID().toString() : jwt(behaviour);
        String refreshToken = "refresh-" + UUID.randomUUID();
        unusedRefreshTokens.add(refreshToken);
        secrets.addAll(List.of(token, refreshToken));
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("access", token);
        if (behaviour.at("/withoutRefreshToken").isEmpty()) {
            session.put("refresh", refreshToken);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("session", session);
        behaviour.at("/expiresIn").ifPresent(seconds -> answer.put("expires_in", seconds));
        return answer;
    }

    /** Takes a refresh token back; each can be used once. */
    boolean redeem(String refreshToken) {
        boolean unused = unusedRefreshTokens.remove(refreshToken);
        if (!unused) {
            count("replayed");
        }
        return unused;
    }

    /** Whether a token is one of this desk's, and has not expired by this server's clock. */
    boolean accepts(String token, JsonText behaviour) throws JOSEException, ParseException {
        if (behaviour.at("/opaque").isPresent()) {
            return secrets.contains(token);
        }
        SignedJWT jwt = SignedJWT.parse(token);
        return jwt.verify(new MACVerifier(key))
                && now(behaviour)
                        .isBefore(jwt.getJWTClaimsSet().getExpirationTime().toInstant());
    }

    private String jwt(JsonText behaviour) throws JOSEException {
        Instant now = now(behaviour);
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .subject("alice-id")
                .issuer("https://auth.example.com")
                .audience(List.of("backend", "chat"))
                .expirationTime(Date.from(
                        now.plusSeconds(behaviour.at("/lifetime", Long.class).orElse(3600L))));
        if (behaviour.at("/withoutIssuedAt").isEmpty()) {
            claims.issueTime(Date.from(now));
        }
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        jwt.sign(new MACSigner(key));
        return jwt.serialize();
    }

    private static Instant now(JsonText behaviour) {
        return Instant.now()
                .plusSeconds(behaviour.at("/clockOffset", Long.class).orElse(0L));
    }
}
