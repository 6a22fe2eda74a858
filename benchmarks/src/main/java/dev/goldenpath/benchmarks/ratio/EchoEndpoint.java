package dev.goldenpath.benchmarks.ratio;

import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Hands the texts that a session of bare Tyrus receives to the thread that waits for them. */
final class EchoEndpoint extends Endpoint {
    private static final int LIMIT_SECONDS = 10;

    private final BlockingQueue<String> received = new ArrayBlockingQueue<>(16);

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.addMessageHandler(String.class, (MessageHandler.Whole<String>) received::add);
    }

    /** Sends an event and waits for its echo. */
    void roundTrip(Session session, String event) throws IOException {
        session.getBasicRemote().sendText(event);
        if (!event.equals(next())) {
            throw new IOException("The bare client got no echo.");
        }
    }

    private @Nullable String next() throws IOException {
        try {
            return received.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for an echo.", e);
        }
    }
}
