package dev.goldenpath.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AssertProvider;

/**
 * A token that says something about itself: a signed JSON Web Token in its compact form, or one that is not signed at
 * all ({@code alg: none}). Reading it verifies nothing: {@code assertThat(jwt).isSound()} does. Immutable; shows itself
 * only to {@link #reveal()}.
 *
 * <p>Values are plain Java: String, Integer, Long, BigInteger, Double, Boolean, Map or List, none of which can be
 * changed. A header or claim that is {@code null} counts as absent.
 *
 * @since 0.1.0
 */
public final class Jwt implements AssertProvider<JwtAssert> {
    private final JwtText text;
    private final TokenService service;

    Jwt(JwtText text, TokenService service) {
        this.text = text;
        this.service = service;
    }

    /** All headers by name. */
    public Map<String, Object> header() {
        return text.header();
    }

    /** A header; empty where there is none. */
    public Optional<Object> header(String name) {
        return Optional.ofNullable(text.header().get(name));
    }

    /** The {@code alg} header, such as {@code ES256}; {@code none} of a token without a signature. */
    public String algorithm() {
        return text.algorithm();
    }

    /** The {@code kid} header: the name of the key that signed it; empty where there is none. */
    public Optional<String> keyId() {
        return header("kid").map(Object::toString);
    }

    /** All claims by name. */
    public Map<String, Object> claims() {
        return text.claims();
    }

    /** A claim; empty where there is none. */
    public Optional<Object> claim(String name) {
        return Optional.ofNullable(text.claims().get(name));
    }

    /** The {@code sub} claim: whom it is about; empty where there is none. */
    public Optional<String> subject() {
        return claim("sub").map(Object::toString);
    }

    /** The {@code iss} claim: who issued it; empty where there is none. */
    public Optional<String> issuer() {
        return claim("iss").map(Object::toString);
    }

    /** The {@code aud} claim: whom it is for, be it a text or a list; empty where there is none. */
    public List<String> audience() {
        return claim("aud").map(ClaimValues::texts).orElse(List.of());
    }

    /** What it is good for: the words of {@code scope}, else those of {@code scp}, each a text or a list. */
    public List<String> scopes() {
        return claim("scope").or(() -> claim("scp")).map(ClaimValues::words).orElse(List.of());
    }

    /** The {@code iat} claim: when it was issued; empty where there is none, or no number. */
    public Optional<Instant> issuedAt() {
        return claim("iat").flatMap(ClaimValues::instant);
    }

    /** The {@code nbf} claim: from when it is valid; empty where there is none, or no number. */
    public Optional<Instant> notBefore() {
        return claim("nbf").flatMap(ClaimValues::instant);
    }

    /** The {@code exp} claim: from when it is valid no more; empty where there is none, or no number. */
    public Optional<Instant> expiresAt() {
        return claim("exp").flatMap(ClaimValues::instant);
    }

    /** From {@code iat} to {@code exp}; empty where one of them is not there. */
    public Optional<Duration> lifetime() {
        return issuedAt().flatMap(issued -> expiresAt().map(expires -> Duration.between(issued, expires)));
    }

    /** The token itself, compact: for the one call that needs it, never for a message. */
    public String reveal() {
        return text.compact();
    }

    /** For AssertJ: {@code assertThat(jwt)} calls it. */
    @Override
    public JwtAssert assertThat() {
        return new JwtAssert(this);
    }

    JwtText text() {
        return text;
    }

    TokenService service() {
        return service;
    }

    /** Algorithm, key id, subject and expiry, redacted; never the token. */
    @Override
    public String toString() {
        String words = "JWT " + algorithm() + keyId().map(kid -> ", kid " + kid).orElse("")
                + subject().map(subject -> ", of " + subject).orElse("")
                + expiresAt().map(expires -> ", expires " + expires).orElse("");
        return service.redacted(words);
    }
}
