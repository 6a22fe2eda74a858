package dev.goldenpath.websocket;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.evidence.Phase;
import org.jspecify.annotations.Nullable;

/**
 * A text message with what assertions need of it.
 *
 * @param json absent when the message is not JSON
 * @param type the event type, absent when the message has none
 * @param nanos when it arrived, as a reading of {@link System#nanoTime()}
 * @param receivedIn the part of the test it was recorded in
 */
record Arrival(
        ReceivedMessage message,
        @Nullable JsonText json,
        @Nullable String type,
        long nanos,
        Phase receivedIn) {}
