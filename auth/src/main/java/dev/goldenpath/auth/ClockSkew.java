package dev.goldenpath.auth;

import dev.goldenpath.http.ServiceResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Tells from the header {@code Date} of an answer how far the clock of a service is ahead of ours. */
final class ClockSkew {
    /** The header tells whole seconds, and so the middle of one of them is the best guess. */
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private ClockSkew() {}

    /**
     * The skew, negative where that clock is behind; good to a second or so, and to half of what the call took.
     *
     * @param sent when the request went out, by our clock
     * @param received when the answer was there
     */
    static Optional<Duration> of(ServiceResponse response, Instant sent, Instant received) {
        return response.header("Date").flatMap(ClockSkew::instant).map(date -> {
            Instant middle = sent.plus(Duration.between(sent, received).dividedBy(2));
            return Duration.between(middle, date.plus(HALF_A_SECOND));
        });
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
