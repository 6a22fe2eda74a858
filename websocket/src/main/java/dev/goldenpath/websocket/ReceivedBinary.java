package dev.goldenpath.websocket;

import java.time.Instant;

/**
 * A binary message as it arrived, whole. Immutable.
 *
 * @since 0.1.0
 */
public final class ReceivedBinary {
    private final long number;
    private final byte[] content;
    private final Instant at;

    ReceivedBinary(long number, byte[] content, Instant at) {
        this.number = number;
        this.content = content;
        this.at = at;
    }

    /** Its place among the messages that its session received, from 1. */
    public long number() {
        return number;
    }

    /** A copy of the message. */
    public byte[] bytes() {
        return content.clone();
    }

    int size() {
        return content.length;
    }

    /** When it arrived. */
    public Instant at() {
        return at;
    }

    /** Its number and its size. */
    @Override
    public String toString() {
        return "message " + number + ", " + content.length + " bytes";
    }
}
