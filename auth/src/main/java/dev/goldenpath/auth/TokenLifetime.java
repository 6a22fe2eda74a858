package dev.goldenpath.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells how long a token will last that has just been issued. */
final class TokenLifetime {
    /** Claims hold whole seconds, so a token may have been issued almost one second after its {@code iat}. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private TokenLifetime() {}

    /**
     * The lifetime; empty when it is unknown. A distance the server states is preferred, for its clock may be wrong by
     * any amount and its distances still right; of two such statements the cautious one is believed.
     *
     * @param expiresIn what the answer says beside the token
     * @param now this machine's time, which only matters where {@code exp} stands alone
     */
    static Optional<Duration> of(JwtClaims claims, Optional<Duration> expiresIn, Instant now) {
        Instant expiresAt = claims.expiresAt();
        Optional<Duration> claimed = between(claims.issuedAt(), expiresAt).map(TokenLifetime::lessRounding);
        return Stream.of(claimed, expiresIn.filter(TokenLifetime::isPositive))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                // A new token that has already expired by this machine's clock says that the clocks disagree.
                .or(() -> between(now, expiresAt));
    }

    private static Optional<Duration> between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null
                ? Optional.empty()
                : Optional.of(Duration.between(from, to)).filter(TokenLifetime::isPositive);
    }

    private static Duration lessRounding(Duration lifetime) {
        return lifetime.compareTo(ROUNDING) > 0 ? lifetime.minus(ROUNDING) : Duration.ZERO;
    }

    private static boolean isPositive(Duration duration) {
        return duration.compareTo(Duration.ZERO) > 0;
    }
}
