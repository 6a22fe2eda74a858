package dev.goldenpath.readiness;

import dev.goldenpath.evidence.ServiceState;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** When a service is looked at again of itself: soon at first, seldom when it is down for long, never while it is well. */
final class Pauses {
    private static final Duration SOON = Duration.ofMillis(250);
    private static final Duration LATER = Duration.ofSeconds(1);
    private static final Duration SELDOM = Duration.ofSeconds(5);
    private static final Duration LONGEST_WISH = Duration.ofSeconds(30);
    private static final int OFTEN = 20;
    private static final int LONG = 100;

    private final Board board;
    private final Patience patience;

    Pauses(Board board, Patience patience) {
        this.board = board;
        this.patience = patience;
    }

    /** Empty where the service, and all that it reports, is well. */
    Optional<Duration> after(ServiceWatch watch) {
        Picture now = board.picture();
        boolean well = services(watch)
                .allMatch(name ->
                        now.of(name).checks().stream().allMatch(check -> check.state() == ServiceState.HEALTHY));
        return well ? Optional.empty() : Optional.of(pause(watch, now));
    }

    private Duration pause(ServiceWatch watch, Picture now) {
        int asked = now.of(watch.service().name()).asked();
        Duration usual = asked < OFTEN ? SOON : asked < LONG ? LATER : SELDOM;
        Duration wish = services(watch)
                .flatMap(name -> board.retryAfter(name).stream())
                .max(Duration::compareTo)
                .map(wished -> shorter(wished, LONGEST_WISH))
                .orElse(usual);
        Duration left = patience.left();
        // Whatever the service wishes, its last chance is right before its time is over.
        return left.compareTo(SOON) > 0 ? shorter(wish, longer(left.minus(SOON), SOON)) : longer(wish, LATER);
    }

    private static Stream<String> services(ServiceWatch watch) {
        return Stream.concat(
                Stream.of(watch.service().name()), watch.reported().stream().map(other -> other.name()));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
