package dev.goldenpath.websocket;

import dev.goldenpath.client.JsonText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message of a type that a contract lists.
 *
 * @param number its place among the messages its session received, from 1; 0 when this client has sent it
 * @param text the message
 * @param json the same, read
 * @param nanos when it arrived or was sent, as a reading of {@link System#nanoTime()}
 */
record ContractEvent(long number, String type, String text, JsonText json, long nanos) {

    static ContractEvent received(Arrival arrival, String type, JsonText json) {
        return new ContractEvent(arrival.number(), type, arrival.text(), json, arrival.nanos());
    }

    /** The value at a place of the contract; empty where nothing stands there, or the contract names no place. */
    Optional<Object> at(@Nullable String pointer) {
        return pointer == null ? Optional.empty() : json.at(pointer);
    }

    /** The whole of it, for comparison. */
    Optional<Object> content() {
        return json.at("");
    }
}
