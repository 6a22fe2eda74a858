package dev.goldenpath.websocket;

import dev.goldenpath.http.ServiceResponse;

/**
 * Events that an HTTP call is to cause:
 *
 * <pre>{@code
 * ServiceResponse response = backend.post("/api/agents/execute").json(ask).send();
 * after(response).on(chat).firstWithin(ofMillis(50), "agent_started");
 * }</pre>
 *
 * <p>Calls and messages are recorded on one clock. An event counts when it arrived after the request began: before that
 * the request can't be its cause. Immutable.
 *
 * @since 0.1.0
 */
public final class After {
    private final ServiceResponse response;

    private After(ServiceResponse response) {
        this.response = response;
    }

    /** Events that the call which got this response is to cause. */
    public static After after(ServiceResponse response) {
        return new After(response);
    }

    /** Among all events of a session. */
    public EventsAfter on(SocketSession session) {
        return on(session.events());
    }

    /** Among these events. */
    public EventsAfter on(EventStream events) {
        return new EventsAfter(response, events);
    }
}
