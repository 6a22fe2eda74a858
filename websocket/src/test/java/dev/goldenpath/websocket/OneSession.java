package dev.goldenpath.websocket;

import java.net.URI;

/** Opens one session, closes the provider and returns; that it ends is for a test to see. */
public final class OneSession {
    private OneSession() {}

    public static void main(String[] args) {
        try (Scene scene = new Scene(URI.create(args[0]))) {
            scene.socket().connect("/echo").send("hello");
        }
    }
}
