package dev.goldenpath.cause;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span of time in which something was not there.
 *
 * @param since the earliest sign of it
 * @param until when it was first seen to be over; absent where it never was
 * @since 0.1.0
 */
public record Outage(Instant since, @Nullable Instant until) {}
