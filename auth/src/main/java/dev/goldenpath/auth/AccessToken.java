package dev.goldenpath.auth;

import dev.goldenpath.evidence.Redaction;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A token and how long it lasts.
 *
 * @param value the token itself
 * @param refreshToken what buys the next one, absent when only a login does
 * @param lifetime counted from {@code requestedNanos}, absent when unknown
 * @param requestedNanos {@link System#nanoTime()} at which it was asked for. It was issued a little later, so that it
 *     is never taken for younger than it is, however slow the answer was
 */
record AccessToken(
        String value,
        @Nullable String refreshToken,
        @Nullable Duration lifetime,
        long requestedNanos) implements IssueOutcome {
    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(30);
    private static final int MARGIN_DIVISOR = 5;

    /** Whether it needs no renewal yet. */
    boolean isFresh(long nowNanos) {
        return lifetime == null || left(lifetime, nowNanos).compareTo(margin(lifetime)) > 0;
    }

    /**
     * Whether a call that has yet to be sent will very likely arrive before it expires, so that there is no need to wait
     * for the renewal that is under way.
     */
    boolean isGoodForACall(long nowNanos) {
        return lifetime == null
                || left(lifetime, nowNanos).compareTo(margin(lifetime).dividedBy(2)) > 0;
    }

    /** Whether it has not expired yet. */
    boolean isValid(long nowNanos) {
        return lifetime == null || left(lifetime, nowNanos).compareTo(Duration.ZERO) > 0;
    }

    private Duration left(Duration lifetime, long nowNanos) {
        return lifetime.minusNanos(nowNanos - requestedNanos);
    }

    private static Duration margin(Duration lifetime) {
        Duration share = lifetime.dividedBy(MARGIN_DIVISOR);
        return share.compareTo(LONGEST_MARGIN) < 0 ? share : LONGEST_MARGIN;
    }

    /** Never shows a token. */
    @Override
    public String toString() {
        return Redaction.MASK;
    }
}
