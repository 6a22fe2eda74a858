package dev.goldenpath.http;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.TlsReason;
import dev.goldenpath.environment.Timeouts;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallFailure.Kind;
import dev.goldenpath.evidence.NetworkPhase;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** Says in a few words why no whole response arrived. */
final class FailureWords {
    private FailureWords() {}

    /** A failure as it stands when {@code thrown} ends the exchange, redacted. */
    static CallFailure of(Throwable thrown, Exchange exchange, ClientContext context) {
        NetworkPhase phase = exchange.trace().timer().open();
        Kind kind = kindOf(thrown);
        if (kind == Kind.CLOSED && phase == NetworkPhase.RECEIVE) {
            return new CallFailure(Kind.PROTOCOL, phase, "the answer is no valid HTTP (no status line)");
        }
        String words = words(kind, thrown, phase, context.service().timeouts());
        return new CallFailure(kind, phase, context.redaction().text(words));
    }

    /** The limit of the whole call ran out. */
    static CallFailure ofLimit(Exchange exchange, Duration limit) {
        return new CallFailure(
                Kind.TIMEOUT, exchange.trace().timer().open(), "no whole answer within " + DurationWords.chosen(limit));
    }

    /** The thread that waited was interrupted, and still is. */
    static CallFailure ofInterrupt(Exchange exchange) {
        return new CallFailure(Kind.OTHER, exchange.trace().timer().open(), "the thread was interrupted");
    }

    /** Why a connection to one address failed. */
    static String ofConnect(IOException e) {
        return switch (kindOf(e)) {
            case REFUSED -> "connection refused";
            case TIMEOUT -> "no connection in time";
            case UNREACHABLE -> "no route to the host";
            default -> String.valueOf(e.getMessage());
        };
    }

    private static Kind kindOf(Throwable e) {
        if (e instanceof UnknownHostException) {
            return Kind.UNKNOWN_HOST;
        }
        // Includes the time-outs of a connect, of a handshake and of the pool.
        if (e instanceof SocketTimeoutException
                || e instanceof ConnectionRequestTimeoutException
                || (e instanceof SSLException && e.getCause() instanceof SocketTimeoutException)) {
            return Kind.TIMEOUT;
        }
        if (e instanceof SSLException) {
            return Kind.TLS;
        }
        if (e instanceof NoRouteToHostException) {
            return Kind.UNREACHABLE;
        }
        if (e instanceof ConnectException) {
            return Kind.REFUSED;
        }
        if (e instanceof NoHttpResponseException) {
            return Kind.CLOSED;
        }
        if (e instanceof ConnectionClosedException
                || e instanceof TruncatedChunkException
                || e instanceof EOFException) {
            return Kind.TRUNCATED;
        }
        if (e instanceof SocketException) {
            return Kind.RESET;
        }
        if (e instanceof ProxyRefusedException) {
            return Kind.PROXY;
        }
        return e instanceof ClientProtocolException
                        || e instanceof MalformedChunkCodingException
                        || e instanceof ZipException
                ? Kind.PROTOCOL
                : Kind.OTHER;
    }

    private static String words(Kind kind, Throwable e, @Nullable NetworkPhase phase, Timeouts timeouts) {
        return switch (kind) {
            case REFUSED -> "connection refused";
            case UNKNOWN_HOST -> "unknown host";
            case UNREACHABLE -> "no route to the host";
            case TIMEOUT -> timeout(phase, timeouts);
            case TLS -> "TLS failure (" + TlsReason.of(e) + ")";
            case RESET -> "connection broken (" + e.getMessage() + ")";
            case CLOSED -> "connection closed without an answer";
            case TRUNCATED -> "answer cut short";
            case PROTOCOL -> "the answer is no valid HTTP (" + e.getMessage() + ")";
            case PROXY -> String.valueOf(e.getMessage());
            // Whatever else is thrown is told by its type: its message alone may say nothing.
            case OTHER ->
                "call broken ("
                        + (e instanceof BodyTooLargeException || e instanceof ReaderFailedException
                                ? e.getMessage()
                                : e)
                        + ")";
        };
    }

    private static String timeout(@Nullable NetworkPhase phase, Timeouts timeouts) {
        return switch (phase == null ? NetworkPhase.WAIT : phase) {
            case QUEUED -> "no free connection within " + DurationWords.chosen(timeouts.silence());
            case DNS -> "no address in time";
            case CONNECT -> "no connection within " + DurationWords.chosen(timeouts.connect());
            case TLS -> "no TLS connection within " + DurationWords.chosen(timeouts.connect());
            case UPGRADE, SEND, WAIT -> "no answer within " + DurationWords.chosen(timeouts.silence());
            case RECEIVE -> "the answer stopped for " + DurationWords.chosen(timeouts.silence());
        };
    }
}
