package dev.goldenpath.gallery;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** Answers a message with the events of a little piece of work. */
@ServerEndpoint("/ws")
public final class GallerySocket {

    /** What it answers first; the client has the rest as one message. */
    @OnMessage
    public String answer(String message) {
        return "{\"type\":\"" + ("begin".equals(message) ? "started" : "echoed") + "\"}";
    }
}
