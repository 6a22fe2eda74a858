package dev.goldenpath.cause;

import java.time.Instant;

/**
 * Something that was seen at some time.
 *
 * @param <T> what
 * @param at when the look at it began
 * @param reference by which people find it in the run log
 * @param what was seen
 * @since 0.1.0
 */
public record Seen<T>(Instant at, String reference, T what) {}
