package dev.goldenpath.example.stack.token;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.net.URI;
import java.text.ParseException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the claims of an access token have to be. */
public final class TokenClaims {
    private TokenClaims() {}

    /** Makes a check of issuer, audience and times; null for an issuer or an audience that does not matter. */
    public static DefaultJWTClaimsVerifier<SecurityContext> check(@Nullable URI issuer, @Nullable String audience) {
        JWTClaimsSet.Builder exact = new JWTClaimsSet.Builder();
        if (issuer != null) {
            exact.issuer(issuer.toString());
        }
        DefaultJWTClaimsVerifier<SecurityContext> check = new DefaultJWTClaimsVerifier<>(
                audience, exact.build(), Set.of("sub", TokenRules.EMAIL_CLAIM, "iat", "exp", "jti"));
        // All services run on one clock: an expired token is expired.
        check.setMaxClockSkew(0);
        return check;
    }

    /**
     * Reads claims that have passed.
     *
     * @throws IllegalArgumentException if the subject is no UUID
     */
    public static AccessToken read(JWTClaimsSet claims) throws ParseException {
        return new AccessToken(
                UUID.fromString(claims.getSubject()),
                claims.getStringClaim(TokenRules.EMAIL_CLAIM),
                claims.getIssueTime().toInstant(),
                claims.getExpirationTime().toInstant());
    }
}
