package dev.goldenpath.websocket;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.evidence.RecordedEvidence;
import org.jspecify.annotations.Nullable;

/**
 * A text message with what assertions need of it.
 *
 * @param json absent when the message is not JSON
 * @param type the event type, absent when the message has none
 * @param nanos when it arrived, as a reading of {@link System#nanoTime()}
 * @param recorded the evidence it left
 */
record Arrival(
        ReceivedMessage message,
        @Nullable JsonText json,
        @Nullable String type,
        long nanos,
        RecordedEvidence recorded) {}
