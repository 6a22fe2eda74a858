package dev.goldenpath.http;

import dev.goldenpath.evidence.NetworkPhase;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLSession;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolVersion;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** A connection for the length of one exchange, which tells when sending, waiting and receiving begin. */
final class TimedConnection implements HttpClientConnection {
    private final HttpClientConnection wire;
    private final ConnectionTrace trace;
    private final ExchangeTimer timer;

    TimedConnection(HttpClientConnection wire, ConnectionTrace trace) {
        this.wire = wire;
        this.trace = trace;
        this.timer = trace.timer();
    }

    @Override
    public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
        timer.begin(NetworkPhase.SEND);
        wire.sendRequestHeader(request);
    }

    @Override
    public void flush() throws IOException {
        wire.flush();
        if (timer.open() == NetworkPhase.SEND) {
            timer.begin(NetworkPhase.WAIT);
        }
    }

    @Override
    public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
        awaitFirstByte();
        ClassicHttpResponse head = wire.receiveResponseHeader();
        trace.whole();
        return head;
    }

    private void awaitFirstByte() throws IOException {
        if (timer.open() != NetworkPhase.WAIT) {
            return;
        }
        if (wire.isDataAvailable(wire.getSocketTimeout())) {
            timer.begin(NetworkPhase.RECEIVE);
        } else if (!wire.isStale()) {
            throw new SocketTimeoutException("Read timed out");
        }
        // Else the connection has ended: receiving says how.
    }

    @Override
    public boolean isConsistent() {
        return wire.isConsistent();
    }

    @Override
    public void terminateRequest(ClassicHttpRequest request) throws HttpException, IOException {
        wire.terminateRequest(request);
    }

    @Override
    public void sendRequestEntity(ClassicHttpRequest request) throws HttpException, IOException {
        wire.sendRequestEntity(request);
    }

    @Override
    public void receiveResponseEntity(ClassicHttpResponse response) throws HttpException, IOException {
        trace.bodyFollows();
        wire.receiveResponseEntity(response);
        HttpEntity body = response.getEntity();
        if (body != null) {
            response.setEntity(new CountedEntity(body, trace));
        }
    }

    @Override
    public boolean isDataAvailable(Timeout timeout) throws IOException {
        return wire.isDataAvailable(timeout);
    }

    @Override
    public boolean isStale() throws IOException {
        return wire.isStale();
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    @Override
    public void close(CloseMode mode) {
        wire.close(mode);
    }

    @Override
    public EndpointDetails getEndpointDetails() {
        return wire.getEndpointDetails();
    }

    @Override
    public SocketAddress getLocalAddress() {
        return wire.getLocalAddress();
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return wire.getRemoteAddress();
    }

    @Override
    public ProtocolVersion getProtocolVersion() {
        return wire.getProtocolVersion();
    }

    @Override
    public SSLSession getSSLSession() {
        return wire.getSSLSession();
    }

    @Override
    public boolean isOpen() {
        return wire.isOpen();
    }

    @Override
    public Timeout getSocketTimeout() {
        return wire.getSocketTimeout();
    }

    @Override
    public void setSocketTimeout(Timeout timeout) {
        wire.setSocketTimeout(timeout);
    }
}
