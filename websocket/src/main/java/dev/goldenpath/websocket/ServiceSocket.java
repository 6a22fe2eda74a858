package dev.goldenpath.websocket;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.ServiceCallException;

/**
 * Opens WebSockets of one declared service, as one test user or anonymously. Neither retries nor follows redirects.
 * Limits are the service's: {@code timeouts.connect} for a connection, {@code websocket.answer-within} for the answer.
 * Thread-safe.
 *
 * <pre>{@code
 * SocketSession chat = socket.connect("/ws");
 * chat.sendJson(new Ask("hello"));
 * assertThat(chat.events())
 *         .arriveInOrder(within(ofSeconds(30)), "agent_started", "agent_completed")
 *         .eachExactlyOnce(quietFor(ofMillis(500)));
 * }</pre>
 *
 * <p>It records for the test it was injected into, whichever thread uses it. One that serves several tests, from {@code
 * @BeforeAll}, a test factory, or the field or constructor of a class with one instance for all tests, records for the
 * test that runs on the calling thread; on other threads use {@link #forThisTest()}. A session records for the test it was opened in, as long as it is open.
 *
 * @since 0.1.0
 */
public final class ServiceSocket implements AutoCloseable {
    private final TyrusEngine engine;
    private final ClientContext context;
    private final OpenSessions sessions;

    ServiceSocket(TyrusEngine engine, ClientContext context, OpenSessions origin) {
        this.engine = engine;
        this.context = context;
        this.sessions = new OpenSessions(origin);
    }

    /**
     * Opens a session.
     *
     * @param path starts with a slash; may have a query
     * @throws ServiceCallException when the service refuses or cannot be reached, breaks the protocol, or does not
     *     answer in time
     * @throws IllegalStateException when this is a shared client, and no test can be told from the calling thread; or
     *     this client is closed
     */
    public SocketSession connect(String path) {
        return connecting(path).open();
    }

    /**
     * Tries to open a session; a refusal is an outcome like any other: {@code
     * assertThat(socket.attempt("/ws")).hasStatus(401)}. An accepted attempt has opened a session.
     *
     * @param path starts with a slash; may have a query
     * @throws IllegalStateException as {@link #connect}
     */
    public SocketAttempt attempt(String path) {
        return connecting(path).attempt();
    }

    /**
     * Starts a handshake with headers or subprotocols of its own.
     *
     * @param path starts with a slash; may have a query
     */
    public SocketRequest connecting(String path) {
        return new SocketRequest(engine, context, sessions, path);
    }

    /**
     * The same client for use on any thread, recording for the test that runs on this one. Closed together with this
     * one.
     *
     * @throws IllegalStateException when no test runs on this thread
     */
    public ServiceSocket forThisTest() {
        return new ServiceSocket(engine, context.boundTo(context.recording()), sessions);
    }

    /**
     * Closes with code 1000 every session opened with this client that is still open. Does not wait for the service's
     * answer.
     */
    @Override
    public void close() {
        sessions.close();
    }

    @Override
    public String toString() {
        return "WebSocket client of " + context.service().name() + context.caller();
    }
}
