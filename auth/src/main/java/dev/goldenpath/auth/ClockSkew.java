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

    /** Less can't be told from an answer that took its time, for its date is in whole seconds. */
    private static final Duration TOLD = Duration.ofSeconds(5);

    private ClockSkew() {}

    /** Whether it is more than what a skew of nothing may look like. */
    static boolean isSure(Duration skew) {
        return skew.abs().compareTo(TOLD) >= 0;
    }

    /**
     * The skew, negative where that clock is behind; good to a second or so, and to half of what the call took. Empty
     * where the call took so long that there may be none at all.
     *
     * @param sent when the request went out, by our clock
     * @param received when the answer was there
     */
    static Optional<Duration> of(ServiceResponse response, Instant sent, Instant received) {
        return date(response)
                .map(date -> date.plus(HALF_A_SECOND))
                .filter(date -> Duration.between(sent, received).compareTo(TOLD) < 0
                        || date.isBefore(sent.minus(HALF_A_SECOND))
                        || date.isAfter(received.plus(HALF_A_SECOND)))
                .map(date -> Duration.between(
                        sent.plus(Duration.between(sent, received).dividedBy(2)), date));
    }

    /** When a service answered, by its own clock, in whole seconds; empty where it does not tell. */
    static Optional<Instant> date(ServiceResponse response) {
        return response.header("Date").flatMap(ClockSkew::instant);
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
