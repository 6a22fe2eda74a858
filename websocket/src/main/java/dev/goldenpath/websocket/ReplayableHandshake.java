package dev.goldenpath.websocket;

import dev.goldenpath.client.ReplayAnswer;
import dev.goldenpath.client.ReplayHeaders;
import dev.goldenpath.client.Replayable;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A handshake that was answered. Thread-safe. */
final class ReplayableHandshake implements Replayable {
    private final SocketCall call;
    private final SocketAttempt attempt;

    ReplayableHandshake(SocketCall call, SocketAttempt attempt) {
        this.call = call;
        this.attempt = attempt;
    }

    @Override
    public String description() {
        return call.description();
    }

    @Override
    public ServiceEndpoint service() {
        return call.context().service();
    }

    @Override
    public Optional<String> user() {
        return Optional.ofNullable(call.context().userName());
    }

    @Override
    public ReplayAnswer answer() {
        return FirstWords.of(attempt);
    }

    /**
     * Makes the handshake again, with the token where the service wants it. When it is accepted, waits for what the
     * service does first, and closes the session.
     */
    @Override
    public ReplayAnswer replay(@Nullable RequestAuthorizer credentials, Recording recording) {
        Redaction redaction = call.context().redaction();
        try (OpenSessions ofReplay = new OpenSessions(null)) {
            SocketAttempt again = new SocketCall(
                            call.engine(),
                            call.context().replaying(credentials, recording),
                            ofReplay,
                            ReplayHeaders.goingAlong(call.url(), redaction),
                            ReplayHeaders.goingAlong(call.headers(), credentials, redaction),
                            call.subprotocols())
                    .attempt();
            if (!again.isAnswered()) {
                // Throws what a test would see.
                again.opened();
            }
            again.session().ifPresent(FirstWords::await);
            return FirstWords.of(again);
        }
    }

    /** The description alone. */
    @Override
    public String toString() {
        return description();
    }
}
