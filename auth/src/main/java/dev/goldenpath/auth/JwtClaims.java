package dev.goldenpath.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a token says about itself. Its signature is not verified: that is the business of the services it is sent to, and
 * here it only decides when to ask for the next one.
 *
 * @param subject the {@code sub} claim
 * @param issuer the {@code iss} claim
 * @param audience the {@code aud} claim, empty when there is none
 * @param scopes what it is good for: the words of a text, or those of a list named {@code scp}; empty when it does not say
 * @param issuedAt the {@code iat} claim
 * @param expiresAt the {@code exp} claim
 */
record JwtClaims(
        @Nullable String subject,
        @Nullable String issuer,
        List<String> audience,
        List<String> scopes,
        @Nullable Instant issuedAt,
        @Nullable Instant expiresAt) {
    private static final JwtClaims NONE = new JwtClaims(null, null, List.of(), List.of(), null, null);

    JwtClaims {
        audience = List.copyOf(audience);
        scopes = List.copyOf(scopes);
    }

    /** The claims of {@code token}; none at all when it is opaque or encrypted. */
    static JwtClaims of(String token) {
        try {
            JWTClaimsSet claims = JWTParser.parse(token).getJWTClaimsSet();
            return claims == null ? NONE : of(claims);
        } catch (ParseException e) {
            return NONE;
        }
    }

    private static JwtClaims of(JWTClaimsSet claims) {
        return new JwtClaims(
                claims.getSubject(),
                claims.getIssuer(),
                claims.getAudience().stream().filter(Objects::nonNull).toList(),
                scopes(claims),
                instant(claims.getIssueTime()),
                instant(claims.getExpirationTime()));
    }

    private static List<String> scopes(JWTClaimsSet claims) {
        if (claims.getClaim("scope") instanceof String words) {
            return Scopes.of(words);
        }
        return claims.getClaim("scp") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
