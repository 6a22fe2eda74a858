package dev.goldenpath.websocket;

import java.time.Duration;
import java.time.Instant;

/**
 * A text message as it arrived, whole and not redacted.
 *
 * @param number its place among the messages that its session received, pongs and binary ones included, from 1
 * @param text the message
 * @param at when it arrived
 * @param sinceConnect when it arrived, counted from the start of its session's handshake on the monotonic clock
 * @since 0.1.0
 */
public record ReceivedMessage(long number, String text, Instant at, Duration sinceConnect) {}
