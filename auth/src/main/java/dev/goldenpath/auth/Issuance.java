package dev.goldenpath.auth;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.UserAccount;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.TokenIssued;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts on record, and masks from then on, what has been issued to one user. Thread-safe. */
final class Issuance {
    private final UserAccount user;
    private final Clients clients;

    Issuance(UserAccount user, Clients clients) {
        this.user = user;
        this.clients = clients;
    }

    /**
     * Records a token.
     *
     * @param source how it was obtained
     * @param service who issued it; {@code null} where nobody was asked
     * @param scopes as the issuer told beside the token; empty where it did not
     * @param clockSkew how far the issuer's clock is ahead of ours; {@code null} where that is not known
     * @return what the token says
     */
    JwtClaims record(
            String source, @Nullable String service, String token, List<String> scopes, @Nullable Duration clockSkew) {
        clients.redaction().addValue(token);
        JwtClaims claims = JwtClaims.of(token);
        clients.ownCalls()
                .record(
                        new TokenIssued(
                                user.name(),
                                source,
                                service,
                                claims.subject(),
                                claims.issuer(),
                                claims.audience(),
                                scopes.isEmpty() ? claims.scopes() : scopes,
                                claims.issuedAt(),
                                claims.expiresAt(),
                                clockSkew),
                        System.nanoTime());
        if (service != null && clockSkew != null && ClockSkew.isSure(clockSkew)) {
            tell(service, clockSkew);
        }
        return claims;
    }

    private void tell(String service, Duration skew) {
        String clock = "The clock of service '" + service + "' is about ";
        // Every login measures it anew, and never quite the same: one finding tells enough of a service.
        synchronized (clients.ownCalls()) {
            if (clients.ownCalls().findings().stream()
                    .noneMatch(found -> found.words().startsWith(clock))) {
                clients.ownCalls().find(skewed(clock, skew));
            }
        }
    }

    private static Finding skewed(String clock, Duration skew) {
        long seconds = Math.round(skew.abs().toMillis() / 10_000.0) * 10;
        return Finding.inTraffic(
                "clock-skew",
                Effect.WARNING,
                clock + seconds + " s " + (skew.isNegative() ? "behind" : "ahead of") + " this machine's",
                "Set both clocks by one time server: times in evidence and logs can't be compared otherwise.");
    }
}
