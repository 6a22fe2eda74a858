package dev.goldenpath.websocket;

import dev.goldenpath.client.RedactedCause;
import dev.goldenpath.client.TlsReason;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.CallFailure.Kind;
import dev.goldenpath.evidence.NetworkPhase;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.glassfish.tyrus.core.HandshakeException;
import org.jspecify.annotations.Nullable;

/** Tells from what Tyrus threw, and from what the trace has seen, why no session was opened. */
final class ConnectReason {
    private static final int DEEPEST = 10;

    private final List<Throwable> chain;
    private final Exception thrown;
    private final HandshakeTrace trace;
    private final SocketCall call;

    private ConnectReason(Exception thrown, HandshakeTrace trace, SocketCall call) {
        this.chain = Stream.iterate((Throwable) thrown, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        this.thrown = thrown;
        this.trace = trace;
        this.call = call;
    }

    static ConnectFailure of(Exception thrown, HandshakeTrace trace, SocketCall call) {
        return new ConnectReason(thrown, trace, call).failure();
    }

    private ConnectFailure failure() {
        Exception cause = RedactedCause.of(thrown, call.context().redaction());
        Integer status = trace.status();
        if (status != null && status != HandshakeTrace.SWITCHING_PROTOCOLS) {
            return ConnectFailure.refused(status, cause);
        }
        NetworkPhase phase = trace.timer().open();
        Kind kind = kind();
        return ConnectFailure.broken(
                status, kind, kind == Kind.PROTOCOL ? NetworkPhase.UPGRADE : phase, words(kind, phase), cause);
    }

    private Kind kind() {
        if (find(InterruptedException.class).isPresent()) {
            return Kind.OTHER;
        }
        if (find(TimeoutException.class).isPresent()) {
            return Kind.TIMEOUT;
        }
        if (find(SSLException.class).isPresent()) {
            return Kind.TLS;
        }
        if (find(NoRouteToHostException.class).isPresent()) {
            return Kind.UNREACHABLE;
        }
        if (find(ConnectException.class).isPresent()) {
            return Kind.REFUSED;
        }
        return trace.status() != null || find(HandshakeException.class).isPresent() ? Kind.PROTOCOL : Kind.OTHER;
    }

    private String words(Kind kind, @Nullable NetworkPhase phase) {
        return switch (kind) {
            case TIMEOUT -> timeout(phase);
            case TLS -> "TLS failure (" + TlsReason.of(find(SSLException.class).orElseThrow()) + ")";
            case UNREACHABLE -> "no route to the host";
            case REFUSED -> "connection refused";
            case PROTOCOL -> "invalid answer to the handshake (" + origin() + ")";
            default ->
                find(InterruptedException.class).isPresent() ? "interrupted" : "handshake broken (" + origin() + ")";
        };
    }

    private String timeout(@Nullable NetworkPhase phase) {
        if (trace.status() != null) {
            return "accepted, but no session came about in time";
        }
        ServiceEndpoint service = call.context().service();
        String connect = Periods.inWords(service.timeouts().connect());
        return switch (phase == null ? NetworkPhase.UPGRADE : phase) {
            case DNS -> "no address within " + connect;
            case CONNECT -> "no connection within " + connect;
            case TLS -> "no TLS connection within " + connect;
            default ->
                "no answer to the handshake within "
                        + Periods.inWords(service.socket().answerWithin());
        };
    }

    private @Nullable String origin() {
        return chain.get(chain.size() - 1).getMessage();
    }

    private <T extends Throwable> Optional<T> find(Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
