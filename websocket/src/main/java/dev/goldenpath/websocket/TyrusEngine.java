package dev.goldenpath.websocket;

import dev.goldenpath.client.BypassSearch;
import dev.goldenpath.client.CallWatch;
import dev.goldenpath.client.LightThreads;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.Timeouts;
import dev.goldenpath.environment.TlsSettings;
import dev.goldenpath.evidence.CallFailure.Kind;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.http.UserCookies;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.Session;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.jspecify.annotations.Nullable;

/** Makes handshakes over one shared pool of network threads and records each. Thread-safe. */
final class TyrusEngine implements AutoCloseable {
    /** What Tyrus can take of frames that arrive together, besides the largest message. */
    private static final int BUFFER_FOR_MORE = 3 << 20;

    private static final String COOKIE = "Cookie";

    private final GrizzlyNoise noise = GrizzlyNoise.silenced();
    private final List<SilentLog> silent = SilentLog.kept();
    private final AtomicLong sessions = new AtomicLong();
    private final ClientManager client = TyrusClient.create();
    private final Map<Optional<TlsSettings>, SocketTls> tls = new ConcurrentHashMap<>();
    /** As many as there are handshakes at once, and none of them longer. */
    private final ExecutorService connectors = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            0,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            LightThreads.named("goldenpath-websocket-connect-"));

    SocketAttempt attempt(SocketCall call) {
        // Resolved before anything is sent, so that no handshake goes unrecorded.
        Recording recording = call.context().recording();
        ShownToken token = ShownToken.of(call.context());
        SocketAttempt attempt = attempt(call, token, recording);
        UserCookies.keep(call.context(), call.url(), attempt.headers("Set-Cookie"));
        attempt.session().ifPresent(session -> introduce(session, token));
        CallWatch calls = call.context().calls();
        if (calls.isWatched(recording) && attempt.isAnswered()) {
            calls.tell(recording, new ReplayableHandshake(call, attempt));
        }
        return attempt;
    }

    private static void introduce(SocketSession session, ShownToken token) {
        String message = token.message();
        if (message != null) {
            try {
                session.send(message);
            } catch (ServiceCallException e) {
                // Accepted and ended at once: the session tells how.
                return;
            }
        }
    }

    private SocketAttempt attempt(SocketCall call, ShownToken token, Recording recording) {
        URI url = token.appendedTo(call.url());
        SystemProxies.refuse(call);
        HandshakeTimer timer = new HandshakeTimer();
        Map<String, List<String>> headers = headers(call, token);
        lookForBypasses(call, recording, url, headers);
        HandshakeTrace trace = new HandshakeTrace(headers, timer, tls(call), properties(call));
        Optional<String> peer;
        try {
            peer = SocketPeer.of(
                    url, timer, connectors, call.context().service().timeouts().connect());
        } catch (TimeoutException e) {
            return refused(call, log(call, recording, url, null), trace, ConnectReason.of(e, trace, call));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused(call, log(call, recording, url, null), trace, ConnectReason.of(e, trace, call));
        }
        HandshakeLog log = log(call, recording, url, peer.orElse(null));
        if (peer.isEmpty()) {
            return refused(
                    call,
                    log,
                    trace,
                    ConnectFailure.broken(null, Kind.UNKNOWN_HOST, NetworkPhase.DNS, "unknown host", null));
        }
        timer.begin(NetworkPhase.CONNECT);
        List<String> subprotocols = call.subprotocolsWith(token);
        SessionEndpoint endpoint = new SessionEndpoint(call, log, trace, subprotocols);
        ClientEndpointConfig config = ClientEndpointConfig.Builder.create()
                .preferredSubprotocols(subprotocols)
                .configurator(trace)
                .build();
        Future<Session> connecting = connectors.submit(() -> {
            try {
                return client.connectToServer(endpoint, config, decodedByTyrus(url));
            } finally {
                trace.ended();
            }
        });
        return await(connecting, call, log, trace, endpoint);
    }

    /** Before it is recorded, for what is found is masked from then on. */
    private static void lookForBypasses(
            SocketCall call, Recording recording, URI url, Map<String, List<String>> headers) {
        BypassSearch search = call.context().bypasses();
        headers.forEach((name, values) -> values.forEach(value -> search.header(recording, name, value)));
        search.parameters(recording, url.getRawQuery());
    }

    private HandshakeLog log(SocketCall call, Recording recording, URI url, @Nullable String peer) {
        return new HandshakeLog(call, recording, sessions.incrementAndGet(), url, peer);
    }

    private static SocketAttempt await(
            Future<Session> connecting,
            SocketCall call,
            HandshakeLog log,
            HandshakeTrace trace,
            SessionEndpoint endpoint) {
        Timeouts timeouts = call.context().service().timeouts();
        try {
            if (!trace.awaitOpen(timeouts.connect().toNanos())) {
                throw new TimeoutException("not connected in time");
            }
            connecting.get(call.context().service().socket().answerWithin().toNanos(), TimeUnit.NANOSECONDS);
            return endpoint.session()
                    .map(session -> SocketAttempt.accepted(call, trace, session))
                    .orElseGet(() -> refused(call, log, trace, endpoint.refusal()));
        } catch (InterruptedException e) {
            trace.abandon();
            Thread.currentThread().interrupt();
            return broken(e, call, log, trace, endpoint);
        } catch (TimeoutException e) {
            trace.abandon();
            return broken(e, call, log, trace, endpoint);
        } catch (ExecutionException e) {
            return broken(e.getCause() instanceof Exception thrown ? thrown : e, call, log, trace, endpoint);
        } finally {
            trace.forget();
            // Where it is still under way, nobody will take what comes of it.
            connecting.cancel(true);
        }
    }

    private static SocketAttempt broken(
            Exception thrown, SocketCall call, HandshakeLog log, HandshakeTrace trace, SessionEndpoint endpoint) {
        if (!endpoint.abandon()) {
            // Accepted in the moment this side gave up: recorded already, and ended here.
            SocketSession late = endpoint.session().orElseThrow();
            late.close();
            return SocketAttempt.accepted(call, trace, late);
        }
        return refused(call, log, trace, ConnectReason.of(thrown, trace, call));
    }

    private static SocketAttempt refused(
            SocketCall call, HandshakeLog log, HandshakeTrace trace, ConnectFailure failure) {
        return SocketAttempt.refused(call, trace, log.refused(trace, failure), failure);
    }

    @Override
    public void close() {
        connectors.shutdownNow();
        client.shutdown();
        noise.close();
        silent.forEach(SilentLog::close);
    }

    private @Nullable SocketTls tls(SocketCall call) {
        return call.url().getScheme().equals("wss")
                ? tls.computeIfAbsent(
                        Optional.ofNullable(call.context().service().tls()),
                        settings -> SocketTls.of(settings.orElse(null)))
                : null;
    }

    private static Map<String, Object> properties(SocketCall call) {
        return Map.of(
                ClientProperties.INCOMING_BUFFER_SIZE,
                call.context().service().socket().largestMessage() + BUFFER_FOR_MORE);
    }

    /** Tyrus sends the path and the query decoded, which is then what was meant. */
    private static URI decodedByTyrus(URI url) {
        return URI.create(url.toString().replace("%", "%25"));
    }

    private static Map<String, List<String>> headers(SocketCall call, ShownToken token) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(token.headers());
        List<String> ofUser = headers.getOrDefault(COOKIE, List.of());
        headers.remove(COOKIE);
        call.headers().forEach((name, values) -> headers.merge(name, values, TyrusEngine::both));
        List<String> ofTest = headers.getOrDefault(COOKIE, List.of());
        // In one value: several would be joined by commas, which no cookie may be.
        UserCookies.header(call.context(), call.url(), ofUser, ofTest)
                .ifPresent(all -> headers.put(COOKIE, List.of(all)));
        return headers;
    }

    private static List<String> both(List<String> ofUser, List<String> ofTest) {
        return Stream.concat(ofUser.stream(), ofTest.stream()).toList();
    }
}
