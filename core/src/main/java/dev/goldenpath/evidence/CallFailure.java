package dev.goldenpath.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Why no whole answer arrived.
 *
 * @param kind what broke
 * @param phase the part of the call it broke in, absent when it was in none
 * @param words the same for people, redacted
 * @since 0.1.0
 */
public record CallFailure(Kind kind, @Nullable NetworkPhase phase, String words) {

    /** What can break. */
    public enum Kind {
        /** Nobody listens there. */
        REFUSED,
        /** The name is unknown. */
        UNKNOWN_HOST,
        /** There is no way to the address. */
        UNREACHABLE,
        /** A limit ran out. */
        TIMEOUT,
        /** No TLS connection came about. */
        TLS,
        /** The peer broke the connection. */
        RESET,
        /** The peer closed the connection without an answer. */
        CLOSED,
        /** The answer ended before its end. */
        TRUNCATED,
        /** What came back was no HTTP. */
        PROTOCOL,
        /** The proxy refused. */
        PROXY,
        /** Anything else: the words tell. */
        OTHER
    }
}
