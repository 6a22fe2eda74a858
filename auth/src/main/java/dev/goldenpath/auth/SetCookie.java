package dev.goldenpath.auth;

import dev.goldenpath.evidence.Redaction;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cookie as an answer sets it.
 *
 * @param name of the cookie
 * @param value never shown
 * @param seconds what {@code Max-Age} says; absent where it says nothing
 */
record SetCookie(String name, String value, @Nullable Long seconds) {

    /** Reads the value of a header {@code Set-Cookie}; empty where it sets nothing. */
    static Optional<SetCookie> parse(String header) {
        String[] parts = header.split(";", -1);
        int equals = parts[0].indexOf('=');
        if (equals < 1) {
            return Optional.empty();
        }
        Long seconds = null;
        for (int i = 1; i < parts.length; i++) {
            String attribute = parts[i].strip();
            if (attribute.regionMatches(true, 0, "Max-Age=", 0, 8)
                    && attribute.substring(8).matches("\\d{1,15}")) {
                seconds = Long.valueOf(attribute.substring(8));
            }
        }
        return Optional.of(new SetCookie(
                parts[0].substring(0, equals).strip(),
                parts[0].substring(equals + 1).strip(),
                seconds));
    }

    /** How long it lasts; empty where it lasts as long as the session. */
    Optional<Duration> maxAge() {
        return Optional.ofNullable(seconds).filter(number -> number > 0).map(Duration::ofSeconds);
    }

    /** Never shows the value. */
    @Override
    public String toString() {
        return name + "=" + Redaction.MASK;
    }
}
