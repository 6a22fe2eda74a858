package dev.goldenpath.http;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a call is made.
 *
 * @param limit for the whole call, with all its exchanges and the pauses between them
 * @param followsRedirects whether a redirect is followed
 * @param retry when an exchange is tried again; {@code null} for never
 * @param onNewConnection whether each exchange opens a connection of its own
 * @param reading how the body of each answer is read
 */
record CallOptions(
        Duration limit,
        boolean followsRedirects,
        @Nullable Retry retry,
        boolean onNewConnection,
        Supplier<ResponseReading> reading) {}
