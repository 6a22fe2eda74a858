package dev.goldenpath.evidence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long the parts of a network call took, from the monotonic clock.
 *
 * @param receive from the response head to the end of the body, absent when no response arrived
 * @param total the whole call as its caller saw it
 * @since 0.1.0
 */
public record Phases(@Nullable Duration receive, Duration total) {}
