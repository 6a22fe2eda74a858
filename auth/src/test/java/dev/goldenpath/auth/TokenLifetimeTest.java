package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenLifetimeTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant ELSEWHERE = NOW.minus(Duration.ofDays(400));

    @Test
    void isTheDistanceOfTheClaimsLessTheSecondTheyAreRoundedTo() {
        assertThat(lifetime(claims(ELSEWHERE, ELSEWHERE.plusSeconds(300)), null))
                .contains(Duration.ofSeconds(299));
        assertThat(lifetime(claims(ELSEWHERE, ELSEWHERE.plusSeconds(1)), null)).contains(Duration.ZERO);
    }

    @Test
    void isTheShorterWhereTheAnswerSaysSomethingElse() {
        JwtClaims backdated = claims(ELSEWHERE, ELSEWHERE.plusSeconds(360));

        assertThat(lifetime(backdated, Duration.ofSeconds(300))).contains(Duration.ofSeconds(300));
        assertThat(lifetime(backdated, Duration.ofSeconds(900))).contains(Duration.ofSeconds(359));
    }

    @Test
    void isWhatTheAnswerSaysWhereTheClaimsSayNothingOrNonsense() {
        assertThat(lifetime(claims(null, null), Duration.ofSeconds(60))).contains(Duration.ofSeconds(60));
        assertThat(lifetime(claims(NOW, NOW), Duration.ofSeconds(60))).contains(Duration.ofSeconds(60));
    }

    @Test
    void needsThisMachinesClockOnlyWhereTheExpiryStandsAlone() {
        assertThat(lifetime(claims(null, NOW.plusSeconds(60)), null)).contains(Duration.ofSeconds(60));
        assertThat(lifetime(claims(null, NOW.plusSeconds(60)), Duration.ofSeconds(50)))
                .contains(Duration.ofSeconds(50));
    }

    @Test
    void isUnknownWhereNothingIsSaidOrTheClocksDisagree() {
        assertThat(lifetime(claims(NOW, null), null)).isEmpty();
        assertThat(lifetime(claims(null, null), Duration.ZERO)).isEmpty();
        assertThat(lifetime(claims(null, NOW.minusSeconds(1)), null)).isEmpty();
    }

    private static Optional<Duration> lifetime(JwtClaims claims, Duration expiresIn) {
        return TokenLifetime.of(claims, Optional.ofNullable(expiresIn), NOW);
    }

    private static JwtClaims claims(Instant issuedAt, Instant expiresAt) {
        return new JwtClaims("alice", null, List.of(), List.of(), issuedAt, expiresAt);
    }
}
