/**
 * WebSockets of declared services. {@link dev.goldenpath.websocket.ServiceSocket} is the door; every handshake, every
 * message in either direction and the end of every session it opens is recorded as evidence.
 */
@NullMarked
package dev.goldenpath.websocket;

import org.jspecify.annotations.NullMarked;
