package dev.goldenpath.evidence;

import java.util.Locale;

/**
 * A part of a network call, in the order in which they happen. One that did not happen in a call is absent from its
 * {@link Phases}.
 *
 * @since 0.1.0
 */
public enum NetworkPhase {
    /** From asking the pool to having a connection, or the right to open one. */
    QUEUED,
    /** Looking up the name. */
    DNS,
    /** Opening the TCP connection, over all addresses that were tried; with a proxy, up to its tunnel. */
    CONNECT,
    /** The TLS handshake. */
    TLS,
    /** Of a WebSocket alone: from the request for it, once there is a connection, to the answer. */
    UPGRADE,
    /** Writing the request. */
    SEND,
    /** From the end of the request to the first byte of the answer. */
    WAIT,
    /** From the first byte to the end of the body. */
    RECEIVE;

    /** The name in reports: {@code wait} for {@link #WAIT}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
