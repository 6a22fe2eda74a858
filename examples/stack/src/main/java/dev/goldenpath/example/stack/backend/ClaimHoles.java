package dev.goldenpath.example.stack.backend;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import dev.goldenpath.example.stack.token.AccessToken;
import dev.goldenpath.example.stack.token.TokenClaims;
import dev.goldenpath.example.stack.token.TokenRules;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** Whether the claims of a token pass, soundly or through a hole that is open. Thread-safe. */
final class ClaimHoles {
    /** For whom no expiry counts, sockets don't end with the token either. */
    private static final Duration LONG = Duration.ofDays(1);

    private final Faults faults;
    private final URI issuer;

    ClaimHoles(Faults faults, URI issuer) {
        this.faults = faults;
        this.issuer = issuer;
    }

    Optional<AccessToken> pass(RawToken token) {
        try {
            JWTClaimsSet claims = withoutWhatDoesNotMatter(token.claims());
            TokenClaims.check(
                            faults.isOn(Fault.AUTH_ISSUER) ? null : issuer,
                            faults.isOn(Fault.AUTH_AUDIENCE) ? null : TokenRules.AUDIENCE)
                    .verify(claims, null);
            return Optional.of(TokenClaims.read(claims));
        } catch (BadJWTException | ParseException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private JWTClaimsSet withoutWhatDoesNotMatter(JWTClaimsSet claims) {
        JWTClaimsSet.Builder left = new JWTClaimsSet.Builder(claims);
        if (faults.isOn(Fault.AUTH_EXPIRED) && claims.getExpirationTime() != null) {
            left.expirationTime(Date.from(Instant.now().plus(LONG)));
        }
        if (faults.isOn(Fault.AUTH_NOT_BEFORE)) {
            left.notBeforeTime(null);
        }
        return left.build();
    }
}
