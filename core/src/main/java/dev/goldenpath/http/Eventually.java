package dev.goldenpath.http;

import dev.goldenpath.client.Pause;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.CallFailure;
import java.time.Duration;

/**
 * How long to wait for what becomes so in its own time: {@code upTo(ofSeconds(30)).every(ofMillis(500))}. A condition is
 * tried at once and then again until it holds; an {@link AssertionError} and a {@link ServiceCallException} mean not yet,
 * and whatever else it throws ends the wait. Tries run on the calling thread, so that their evidence is the test's.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class Eventually {
    /** Longer waits are mistakes, and too long for the clock. */
    static final Duration LONGEST = Duration.ofDays(365);

    private static final Duration DEFAULT_INTERVAL = Duration.ofMillis(200);

    private final Duration limit;
    private final Duration interval;

    private Eventually(Duration limit, Duration interval) {
        this.limit = limit;
        this.interval = interval;
    }

    /**
     * A condition that passes by returning.
     *
     * @param <E> what it may throw besides assertion errors
     */
    @FunctionalInterface
    public interface Condition<E extends Throwable> {

        /** Throws an {@link AssertionError} where it does not hold yet. */
        void check() throws E;
    }

    /**
     * A condition that gives a value.
     *
     * @param <T> the value
     * @param <E> what it may throw besides assertion errors
     */
    @FunctionalInterface
    public interface Source<T, E extends Throwable> {

        /** Throws an {@link AssertionError} where there is no such value yet. */
        T get() throws E;
    }

    /**
     * At most this long, trying every 200 ms.
     *
     * @throws IllegalArgumentException when it is not positive
     */
    public static Eventually upTo(Duration limit) {
        return new Eventually(positive(limit), DEFAULT_INTERVAL);
    }

    /**
     * The next try begins this long after the end of the one before, and none after the limit.
     *
     * @throws IllegalArgumentException when it is not positive
     */
    public Eventually every(Duration between) {
        return new Eventually(limit, positive(between));
    }

    /**
     * Returns as soon as {@code condition} does. The calls in it keep their own limits, so that the last try may end after
     * the limit.
     *
     * @throws AssertionError when it did not hold in time, or the thread was interrupted, which it then still is; the
     *     message tells how often what was seen instead, and the cause is what was seen last
     * @throws E what {@code condition} throws, unchanged
     */
    public <E extends Throwable> void untilAsserted(Condition<E> condition) throws E {
        this.<Boolean, E>untilDone("What was awaited", left -> {
            condition.check();
            return true;
        });
    }

    /**
     * As {@link #untilAsserted(Condition)}, and returns what {@code source} does.
     *
     * @throws IllegalArgumentException when that is {@code false}: it looks like a condition, and nothing was asserted
     */
    public <T, E extends Throwable> T untilAsserted(Source<T, E> source) throws E {
        return this.<T, E>untilDone("What was awaited", left -> {
            T value = source.get();
            if (Boolean.FALSE.equals(value)) {
                throw new IllegalArgumentException(
                        "What was awaited returned false, which ends the wait: only a failed "
                                + "assertion means not yet. Assert it: assertThat(…).isTrue().");
            }
            return value;
        });
    }

    /** One try. */
    interface Try<T, E extends Throwable> {

        /** Throws an {@link AssertionError} or a {@link ServiceCallException} for not yet; {@code left} is positive. */
        T within(Duration left) throws E;
    }

    <T, E extends Throwable> T untilDone(String awaited, Try<T, E> attempt) throws E {
        long begin = System.nanoTime();
        long deadline = begin + limit.toNanos();
        FailedTries failed = new FailedTries();
        Duration left = limit;
        do {
            try {
                return attempt.within(left);
            } catch (AssertionError | ServiceCallException e) {
                failed.add(e, isCutOff(e, deadline));
            }
            boolean again = Pause.isOver(interval, deadline);
            left = again ? Duration.ofNanos(deadline - System.nanoTime()) : Duration.ZERO;
        } while (left.compareTo(Duration.ZERO) > 0);
        throw failed.error(awaited, limit, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Whether the try told nothing of what was awaited: it had no time. */
    private static boolean isCutOff(Throwable e, long deadline) {
        return System.nanoTime() - deadline >= 0
                && e instanceof ServiceCallException call
                && call.failure()
                        .filter(failure -> failure.kind() == CallFailure.Kind.TIMEOUT)
                        .isPresent();
    }

    private static Duration positive(Duration period) {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("A time to wait must be longer than nothing, but was " + period + ".");
        }
        if (period.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A time to wait must be a year at most, but was " + period + ".");
        }
        return period;
    }

    /** For messages: {@code up to 30 s, every 200 ms}. */
    @Override
    public String toString() {
        return "up to " + DurationWords.chosen(limit) + ", every " + DurationWords.chosen(interval);
    }
}
