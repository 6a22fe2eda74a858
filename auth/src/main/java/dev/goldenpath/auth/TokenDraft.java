package dev.goldenpath.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token that the project signs itself, with the {@code tokens.signing} of the service: made by {@link
 * ServiceTokens#mint}. Unless told otherwise it has the issuer and the audience of the service, where these are known, is
 * issued now, lives 5 minutes, and has a {@code jti} of its own.
 *
 * <p>Nothing is checked, so that a token can be as wrong as a test needs it. Not thread-safe; may be signed more than
 * once.
 *
 * @since 0.1.0
 */
public final class TokenDraft {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final TokenService service;
    private final Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> header = new HashMap<>();
    private Duration lifetime = LIFETIME;

    TokenDraft(TokenService service) {
        this.service = service;
    }

    /** Whom it is about: {@code sub}. */
    public TokenDraft subject(String subject) {
        return claim("sub", subject);
    }

    /** Who issues it: {@code iss}. */
    public TokenDraft issuer(String issuer) {
        return claim("iss", issuer);
    }

    /** Whom it is for: {@code aud}, a text where it is one, else a list. */
    public TokenDraft audience(String... audience) {
        return claim("aud", audience.length == 1 ? audience[0] : List.copyOf(Arrays.asList(audience)));
    }

    /** A claim of any name, instead of what it would be otherwise; an {@link Instant} in whole seconds since 1970. */
    public TokenDraft claim(String name, Object value) {
        claims.put(name, value instanceof Instant instant ? (Object) instant.getEpochSecond() : value);
        return this;
    }

    /** Leaves a claim out, whatever would set it. */
    public TokenDraft without(String claim) {
        claims.put(claim, null);
        return this;
    }

    /** From now to {@code exp}; of a negative one, the token has expired. */
    public TokenDraft lifetime(Duration lifetime) {
        this.lifetime = lifetime;
        return this;
    }

    /** From when it is valid: {@code nbf}. */
    public TokenDraft notBefore(Instant notBefore) {
        return claim("nbf", notBefore);
    }

    /** The {@code kid}, instead of that of the key. */
    public TokenDraft keyId(String keyId) {
        return header("kid", keyId);
    }

    /** A header of any name, instead of what it would be otherwise; {@code alg} stays that of the key. */
    public TokenDraft header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    /**
     * Signs it. The token is masked from now on wherever it shows.
     *
     * @throws IllegalArgumentException when no token can have these headers
     * @throws dev.goldenpath.environment.ConfigurationException when the declared key can't sign
     * @throws dev.goldenpath.environment.EnvironmentNotReadyException when the issuer is not declared, and can't be
     *     discovered
     */
    public Jwt sign() {
        Instant now = service.clock().instant();
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        if (!claims.containsKey("iss")) {
            service.issuer().ifPresent(issuer -> all.put("iss", issuer.name()));
        }
        if (!service.audience().isEmpty()) {
            all.put("aud", service.audience().size() == 1 ? service.audience().get(0) : service.audience());
        }
        all.put("iat", now.getEpochSecond());
        all.put("exp", now.plus(lifetime).getEpochSecond());
        all.put("jti", UUID.randomUUID().toString());
        all.putAll(claims);
        Map<String, Object> there = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (value != null) {
                there.put(name, value);
            }
        });
        String token = service.signing().sign(header, there);
        service.clients().redaction().addValue(token);
        return new Jwt(JwtText.parse(token), service);
    }
}
