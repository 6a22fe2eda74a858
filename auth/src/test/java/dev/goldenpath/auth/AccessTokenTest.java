package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccessTokenTest {
    /** So near the end that the monotonic clock overflows meanwhile. */
    private static final long REQUESTED = Long.MAX_VALUE - 1;

    @Test
    void isDueWhenAFifthOfAShortLifetimeIsLeft() {
        AccessToken token = lasting(Duration.ofSeconds(50));

        assertThat(token.isFresh(after(Duration.ofSeconds(40).minusNanos(1)))).isTrue();
        assertThat(token.isFresh(after(Duration.ofSeconds(40)))).isFalse();
        assertThat(token.isValid(after(Duration.ofSeconds(50).minusNanos(1)))).isTrue();
        assertThat(token.isValid(after(Duration.ofSeconds(50)))).isFalse();
    }

    @Test
    void isNoLongerSentOnceACallMayArriveTooLate() {
        AccessToken token = lasting(Duration.ofSeconds(50));

        assertThat(token.isGoodForACall(after(Duration.ofSeconds(45).minusNanos(1))))
                .isTrue();
        assertThat(token.isGoodForACall(after(Duration.ofSeconds(45)))).isFalse();
        assertThat(lasting(null).isGoodForACall(after(Duration.ofDays(365)))).isTrue();
    }

    @Test
    void isDueWhenThirtySecondsOfALongLifetimeAreLeft() {
        AccessToken token = lasting(Duration.ofHours(1));

        assertThat(token.isFresh(after(Duration.ofSeconds(3570).minusNanos(1)))).isTrue();
        assertThat(token.isFresh(after(Duration.ofSeconds(3570)))).isFalse();
    }

    @Test
    void isNeverDueWhereItsLifetimeIsUnknown() {
        AccessToken token = lasting(null);

        assertThat(token.isFresh(after(Duration.ofDays(365)))).isTrue();
        assertThat(token.isValid(after(Duration.ofDays(365)))).isTrue();
    }

    @Test
    void lastsLongerThanNanosecondsCanCount() {
        AccessToken token = lasting(Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(token.isFresh(after(Duration.ofDays(365)))).isTrue();
    }

    @Test
    void doesNotShowItself() {
        assertThat(lasting(null)).hasToString("***");
    }

    private static AccessToken lasting(Duration lifetime) {
        return new AccessToken("the-token", "the-refresh-token", lifetime, REQUESTED);
    }

    private static long after(Duration duration) {
        return REQUESTED + duration.toNanos();
    }
}
