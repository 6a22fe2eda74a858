package dev.goldenpath.auth;

import dev.goldenpath.http.ServiceResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The service agreed.
 *
 * @param ask what it was asked
 * @param response with a status of success
 * @param requestedNanos {@link System#nanoTime()} right before it was asked
 * @param clockSkew how far its clock is ahead of ours; absent where its answer does not tell
 */
record Answered(
        Ask ask,
        ServiceResponse response,
        long requestedNanos,
        @Nullable Duration clockSkew) implements Asked {}
