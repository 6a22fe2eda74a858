package dev.goldenpath.websocket;

import java.time.Duration;
import java.time.Instant;

/**
 * A text message as it arrived, whole and not redacted.
 *
 * @param text the message
 * @param at when it arrived
 * @param sinceConnect when it arrived, counted from the start of its session's handshake on the monotonic clock
 * @since 0.1.0
 */
public record ReceivedMessage(String text, Instant at, Duration sinceConnect) {}
