package dev.goldenpath.websocket;

import dev.goldenpath.client.RedactedCause;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.container.grizzly.client.GrizzlyClientProperties;
import org.jspecify.annotations.Nullable;

/** Makes handshakes over one shared pool of threads and records each. Thread-safe. */
final class TyrusEngine implements AutoCloseable {
    private static final int FEWEST_THREADS = 2;
    private static final int MOST_THREADS = 4;
    /**
     * Tyrus shares its network threads, all of them daemons, through the whole JVM. To end them whenever idle would race
     * with the next handshake, so they stay.
     */
    private static final int NEVER_IDLE_SECONDS = 24 * 60 * 60;

    private final GrizzlyNoise noise = GrizzlyNoise.silenced();
    private final AtomicLong sessions = new AtomicLong();
    private final ClientManager client;

    /** An engine that waits this long for the answer to a handshake. */
    TyrusEngine(Duration answerLimit) {
        client = new SteadyClient();
        // Without an idle limit Tyrus has no reason to reschedule one at every message.
        client.setDefaultMaxSessionIdleTimeout(-1);
        client.getProperties()
                .putAll(Map.of(
                        ClientProperties.HANDSHAKE_TIMEOUT,
                        Math.toIntExact(answerLimit.toMillis()),
                        ClientProperties.SHARED_CONTAINER,
                        true,
                        ClientProperties.SHARED_CONTAINER_IDLE_TIMEOUT,
                        NEVER_IDLE_SECONDS,
                        GrizzlyClientProperties.WORKER_THREAD_POOL_CONFIG,
                        ThreadPoolConfig.defaultConfig()
                                .setPoolName("goldenpath-websocket")
                                .setCorePoolSize(FEWEST_THREADS)
                                .setMaxPoolSize(MOST_THREADS)));
    }

    SocketAttempt attempt(SocketCall call) {
        // Resolved before anything is sent, so that no handshake goes unrecorded.
        Recording recording = call.context().recording();
        HandshakeTrace trace = new HandshakeTrace(headers(call));
        HandshakeLog log = new HandshakeLog(call, recording, sessions.incrementAndGet());
        SessionEndpoint endpoint = new SessionEndpoint(call, log, trace);
        ClientEndpointConfig config = ClientEndpointConfig.Builder.create()
                .preferredSubprotocols(call.subprotocols())
                .configurator(trace)
                .build();
        try {
            client.connectToServer(endpoint, config, decodedByTyrus(call.url()));
            return endpoint.session()
                    .map(session -> SocketAttempt.accepted(call, trace, session))
                    .orElseGet(() -> refused(call, log, trace, trace.status(), endpoint.refusal(), null));
        } catch (DeploymentException | IOException e) {
            return broken(call, log, trace, endpoint, e);
        }
    }

    @Override
    public void close() {
        client.shutdown();
        noise.close();
    }

    private static SocketAttempt broken(
            SocketCall call, HandshakeLog log, HandshakeTrace trace, SessionEndpoint endpoint, Exception thrown) {
        ConnectFailure failure = new ConnectFailure(thrown);
        if (failure.isInterruption()) {
            Thread.currentThread().interrupt();
        }
        Integer answered = failure.isAnswer() ? trace.awaitedStatus() : trace.status();
        if (!endpoint.abandon()) {
            // Accepted in the moment this side gave up: recorded already, and ended here.
            SocketSession late = endpoint.session().orElseThrow();
            late.close();
            return SocketAttempt.accepted(call, trace, late);
        }
        Integer status = answered == null ? failure.status().orElse(null) : answered;
        Exception cause = RedactedCause.of(thrown, call.context().redaction());
        return refused(call, log, trace, status, failure.inWords(status), cause);
    }

    private static SocketAttempt refused(
            SocketCall call,
            HandshakeLog log,
            HandshakeTrace trace,
            @Nullable Integer status,
            String failure,
            @Nullable Exception cause) {
        RecordedEvidence recorded = log.handshake(trace, status, null, failure);
        return SocketAttempt.refused(call, trace, recorded, cause);
    }

    /** Tyrus sends the path and the query decoded, which is then what was meant. */
    private static URI decodedByTyrus(URI url) {
        return URI.create(url.toString().replace("%", "%25"));
    }

    private static Map<String, List<String>> headers(SocketCall call) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        call.context()
                .user()
                .map(RequestAuthorizer::headers)
                .ifPresent(all -> all.forEach((name, value) -> headers.put(name, List.of(value))));
        headers.putAll(call.headers());
        return headers;
    }
}
