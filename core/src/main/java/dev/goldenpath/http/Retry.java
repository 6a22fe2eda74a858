package dev.goldenpath.http;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.CallFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When a request is sent again: {@code Retry.upTo(3).onStatus(503).every(ofMillis(200))}. Each try is an exchange of its
 * own in the evidence. Immutable.
 *
 * @since 0.1.0
 */
public final class Retry {
    private static final Duration DEFAULT_PAUSE = Duration.ofMillis(200);

    private final int tries;
    private final Duration pause;
    private final Set<Integer> statuses;
    private final Set<CallFailure.Kind> failures;

    private Retry(int tries, Duration pause, Set<Integer> statuses, Set<CallFailure.Kind> failures) {
        this.tries = tries;
        this.pause = pause;
        this.statuses = statuses;
        this.failures = failures;
    }

    /**
     * At most this many tries in all, 200 ms apart; say with {@link #onStatus} or {@link #onFailure} after what.
     *
     * @throws IllegalArgumentException when it is less than 2
     */
    public static Retry upTo(int tries) {
        if (tries < 2) {
            throw new IllegalArgumentException("Retry.upTo(" + tries + ") tries nothing again: it counts all tries.");
        }
        return new Retry(tries, DEFAULT_PAUSE, Set.of(), Set.of());
    }

    /** Again after an answer with one of these statuses; a {@code Retry-After} in seconds is kept to. */
    public Retry onStatus(int... codes) {
        Set<Integer> all = new TreeSet<>(statuses);
        Arrays.stream(codes).forEach(all::add);
        return new Retry(tries, pause, Set.copyOf(all), failures);
    }

    /** Again after a call that broke in one of these ways. */
    public Retry onFailure(CallFailure.Kind first, CallFailure.Kind... more) {
        Set<CallFailure.Kind> all = EnumSet.of(first, more);
        all.addAll(failures);
        return new Retry(tries, pause, statuses, Set.copyOf(all));
    }

    /**
     * This long after the end of the try before.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public Retry every(Duration between) {
        if (between.isNegative()) {
            throw new IllegalArgumentException("A pause between two tries can't be negative, but was " + between + ".");
        }
        return new Retry(tries, between, statuses, failures);
    }

    boolean isEmpty() {
        return statuses.isEmpty() && failures.isEmpty();
    }

    /** How long to wait before the next try; empty where there is none. */
    Optional<Duration> after(int tried, @Nullable ServiceResponse answer, @Nullable ServiceCallException failure) {
        boolean again = tried < tries
                && (answer != null
                        ? statuses.contains(answer.status())
                        : failure != null
                                && failure.failure()
                                        .filter(broken -> failures.contains(broken.kind()))
                                        .isPresent());
        return again ? Optional.of(answer == null ? pause : longer(pause, answer)) : Optional.empty();
    }

    private static Duration longer(Duration pause, ServiceResponse answer) {
        return answer.header("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .filter(wanted -> wanted.compareTo(pause) > 0)
                .orElse(pause);
    }
}
