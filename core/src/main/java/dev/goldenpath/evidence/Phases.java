package dev.goldenpath.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long the parts of a network call took, from the monotonic clock. The run log calls them {@code wait}, {@code
 * receive} and {@code total}.
 *
 * @param waited from the request handed to the connection to the response head, absent when none arrived
 * @param receive from the response head to the end of the body, absent when none arrived
 * @param total the whole call as its caller saw it
 * @since 0.1.0
 */
public record Phases(
        @JsonProperty("wait") @Nullable Duration waited,
        @Nullable Duration receive,
        Duration total) {}
