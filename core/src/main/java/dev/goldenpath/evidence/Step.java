package dev.goldenpath.evidence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something the author of a test says was done: a step of the test, or of its clean-up.
 *
 * @param name the author's words, redacted
 * @param duration how long it took, absent for a mere note
 * @param failure what ended it, in a few words, redacted; absent when it went well
 * @param user name of the test user whose step it is, of many; absent for a step of the test itself
 * @since 0.1.0
 */
public record Step(
        String name,
        @Nullable Duration duration,
        @Nullable String failure,
        @Nullable String user) implements Evidence {
    /** What {@link #kind()} says. */
    public static final String KIND = "step";

    /** A step of the test itself. */
    public Step(String name, @Nullable Duration duration, @Nullable String failure) {
        this(name, duration, failure, null);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
