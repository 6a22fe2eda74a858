package dev.goldenpath.users;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of one user.
 *
 * @param user the test user's name
 * @param number from 1
 * @param iterations how many it finished
 * @param took from when it began to its end
 * @param thrown what ended it; absent where all went well
 * @param step the step that it failed in; absent outside of any
 * @since 0.1.0
 */
public record UserOutcome(
        String user,
        int number,
        int iterations,
        Duration took,
        @Nullable Throwable thrown,
        @Nullable String step) {

    /** Whether all went well. */
    public boolean passed() {
        return thrown == null;
    }

    /** What ended it, as {@code free7 in step 'create thread': Expected status 201}; empty where all went well. */
    public Optional<String> failure() {
        return Optional.ofNullable(thrown)
                .map(failed -> user + (step == null ? "" : " in step '" + step + "'") + ": " + words(failed));
    }

    /** What was thrown, as short as it says enough. */
    static String words(Throwable thrown) {
        String message = thrown.getMessage();
        // What somebody asserted says all; of anything else its type says more than "com/example/Ask".
        return message != null && thrown instanceof AssertionError
                ? message.strip()
                : thrown.toString().strip();
    }
}
