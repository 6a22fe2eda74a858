package dev.goldenpath.http;

import dev.goldenpath.client.TlsFacts;
import dev.goldenpath.environment.PeerAddress;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.NetworkPhase;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSession;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.jspecify.annotations.Nullable;

/** What one exchange goes over, and when. Not thread-safe, as its timer. */
final class ConnectionTrace {
    private final @Nullable CancellableDependency exchange;
    private final ExchangeTimer timer = new ExchangeTimer();
    private @Nullable String target;
    private final List<Connection.Attempt> attempts = new ArrayList<>(0);
    private boolean asked;
    private @Nullable HttpHost proxy;
    private @Nullable EndpointDetails endpoint;
    private @Nullable SSLSession session;
    private long sentBefore;
    private long receivedBefore;
    private boolean whole;
    private long sent;
    private long received;
    private @Nullable Integer refusedByProxy;

    /** The trace of this exchange, or of none. */
    ConnectionTrace(@Nullable CancellableDependency exchange) {
        this.exchange = exchange;
    }

    ExchangeTimer timer() {
        return timer;
    }

    /** What is asked for, path and query, is told to whoever writes the request alone. */
    void keepTarget(String pathAndQuery) {
        target = pathAndQuery;
    }

    /** Path and query of the request; {@code null} outside any exchange. */
    @Nullable
    String target() {
        return target;
    }

    /** A connection is asked for. */
    void asked(@Nullable HttpHost through) {
        asked = true;
        proxy = through;
        timer.begin(NetworkPhase.QUEUED);
    }

    /** Whether nobody waits for this any more. */
    boolean isGivenUp() {
        return exchange != null && exchange.isCancelled();
    }

    void attempted(Connection.Attempt attempt) {
        attempts.add(attempt);
    }

    /** The request is about to be sent over this connection. */
    void uses(HttpClientConnection connection) {
        EndpointDetails details = connection.getEndpointDetails();
        endpoint = details;
        session = connection.getSSLSession();
        if (details != null) {
            sentBefore = details.getSentBytesCount();
            receivedBefore = details.getReceivedBytesCount();
        }
    }

    /** All of the answer that was announced has arrived: the connection may serve another exchange from now on. */
    void whole() {
        count();
        whole = true;
    }

    /** A body was announced too. */
    void bodyFollows() {
        whole = false;
    }

    private void count() {
        EndpointDetails used = endpoint;
        if (used != null && !whole) {
            sent = used.getSentBytesCount() - sentBefore;
            received = used.getReceivedBytesCount() - receivedBefore;
        }
    }

    /** The proxy refused to open a tunnel, so that no service was reached. */
    void refusedByProxy(int status) {
        refusedByProxy = status;
    }

    /** With which status the proxy refused; {@code null} when it did not. */
    @Nullable
    Integer refusedByProxy() {
        return refusedByProxy;
    }

    boolean isProxied() {
        return proxy != null;
    }

    /** The facts as evidence, read after the exchange; {@code null} when no connection was asked for. */
    @Nullable
    Connection connection() {
        if (!asked) {
            return null;
        }
        count();
        EndpointDetails used = endpoint;
        return new Connection(
                used != null && attempts.isEmpty(),
                used == null ? null : text(used.getRemoteAddress()),
                used == null ? null : text(used.getLocalAddress()),
                proxy == null ? null : proxy.getHostName() + ":" + proxy.getPort(),
                attempts,
                TlsFacts.of(session),
                sent,
                received);
    }

    static @Nullable String text(@Nullable SocketAddress address) {
        return address instanceof InetSocketAddress socket && socket.getAddress() != null
                ? PeerAddress.textOf(socket)
                : null;
    }
}
