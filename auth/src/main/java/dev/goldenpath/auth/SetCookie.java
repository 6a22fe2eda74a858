package dev.goldenpath.auth;

import dev.goldenpath.evidence.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cookie as an answer sets it, or removes it.
 *
 * @param name of the cookie
 * @param value never shown
 * @param seconds what {@code Max-Age} says; absent where it says nothing
 * @param expires what {@code Expires} says; absent as {@code seconds}
 */
record SetCookie(
        String name,
        String value,
        @Nullable Long seconds,
        @Nullable Instant expires) {

    /** Reads the value of a header {@code Set-Cookie}; empty where it names no cookie. */
    static Optional<SetCookie> parse(String header) {
        String[] parts = header.split(";", -1);
        int equals = parts[0].indexOf('=');
        if (equals < 1) {
            return Optional.empty();
        }
        Long seconds = null;
        Instant expires = null;
        for (int i = 1; i < parts.length; i++) {
            String[] attribute = parts[i].split("=", 2);
            String said = attribute.length == 1 ? "" : attribute[1].strip();
            switch (attribute[0].strip().toLowerCase(Locale.ROOT)) {
                case "max-age" -> seconds = said.matches("-?\\d{1,15}") ? Long.valueOf(said) : seconds;
                case "expires" -> expires = instant(said).orElse(expires);
                default -> {
                    // The others tell where it may be sent, which the declared user decides here.
                }
            }
        }
        return Optional.of(new SetCookie(
                parts[0].substring(0, equals).strip(),
                parts[0].substring(equals + 1).strip(),
                seconds,
                expires));
    }

    private static Optional<Instant> instant(String date) {
        try {
            // Netscape wrote the date with hyphens, and so do some services to this day.
            return Optional.of(ZonedDateTime.parse(date.replace('-', ' '), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /**
     * How long it lasts; empty where it lasts as long as the session. What {@code Max-Age} says counts more.
     *
     * @param now by the clock of who sets it
     */
    Optional<Duration> lifetime(Instant now) {
        return seconds == null
                ? Optional.ofNullable(expires).map(end -> Duration.between(now, end))
                : Optional.of(Duration.ofSeconds(seconds));
    }

    /** Whether it is set in order to be gone. */
    boolean removes(Instant now) {
        return value.isEmpty()
                || lifetime(now)
                        .filter(left -> left.compareTo(Duration.ZERO) <= 0)
                        .isPresent();
    }

    /** Never shows the value. */
    @Override
    public String toString() {
        return name + "=" + Redaction.MASK;
    }
}
