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
 * @param issuedAt the {@code iat} claim
 * @param expiresAt the {@code exp} claim
 */
record JwtClaims(
        @Nullable String subject,
        @Nullable String issuer,
        List<String> audience,
        @Nullable Instant issuedAt,
        @Nullable Instant expiresAt) {
    private static final JwtClaims NONE = new JwtClaims(null, null, List.of(), null, null);

    JwtClaims {
        audience = List.copyOf(audience);
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
                instant(claims.getIssueTime()),
                instant(claims.getExpirationTime()));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
