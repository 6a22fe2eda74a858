package dev.goldenpath.websocket;

import java.util.Optional;

/** Reads events as long as it needs to, and says what is not as expected. */
interface EventCheck {
    Optional<EventMismatch> of(EventCursor events);
}
