package dev.goldenpath.websocket;

import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.NetworkPhase;
import jakarta.websocket.ClientEndpointConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Adds the headers of one handshake, and keeps what went out, what came back, and when. Thread-safe. */
final class HandshakeTrace extends ClientEndpointConfig.Configurator {
    static final int SWITCHING_PROTOCOLS = 101;
    private static final String READ_WHEN_WRITTEN = "Upgrade";

    private volatile Map<String, List<String>> ownHeaders;
    private final HandshakeTimer timer;
    private final boolean secure;
    private volatile Map<String, Object> properties;
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile Map<String, List<String>> requestHeaders = Map.of();
    private volatile Map<String, List<String>> responseHeaders = Map.of();
    private volatile @Nullable Integer status;
    private volatile Connection.@Nullable Tls tls;
    private volatile boolean abandoned;

    /**
     * A trace of a handshake that has not begun.
     *
     * @param tls what makes it one over TLS; {@code null} without
     * @param properties of Tyrus, for this handshake alone
     */
    HandshakeTrace(
            Map<String, List<String>> ownHeaders,
            HandshakeTimer timer,
            @Nullable SocketTls tls,
            Map<String, Object> properties) {
        this.ownHeaders = ownHeaders;
        this.timer = timer;
        this.secure = tls != null;
        Map<String, Object> all = new TreeMap<>(properties);
        if (tls != null) {
            all.putAll(tls.properties(this));
        }
        this.properties = all;
    }

    @Override
    public void beforeRequest(Map<String, List<String>> headers) {
        headers.putAll(ownHeaders);
        requestHeaders = copy(headers);
        // The container reads the headers to write them, right after it has connected.
        headers.put(
                READ_WHEN_WRITTEN,
                new FirstRead(requestHeaders.getOrDefault(READ_WHEN_WRITTEN, List.of()), this::connected));
    }

    /** In the midst of what Grizzly does when it has connected: what is thrown here closes the connection. */
    private void connected() {
        if (abandoned) {
            throw new AbandonedHandshakeException();
        }
        timer.begin(secure ? NetworkPhase.TLS : NetworkPhase.UPGRADE);
    }

    /** The peer showed who it is, and is trusted. */
    void trusted(Connection.Tls peer) {
        tls = peer;
    }

    /** There is a connection, over TLS where it is one over TLS. */
    void opened() {
        timer.begin(NetworkPhase.UPGRADE);
        open.countDown();
    }

    void answered(int answer, Map<String, List<String>> headers) {
        timer.begin(NetworkPhase.UPGRADE);
        timer.end();
        responseHeaders = copy(WholeHeaders.of(headers));
        status = answer;
    }

    /** Nothing more will come of it. */
    void ended() {
        open.countDown();
    }

    /** From now on nothing is sent: nobody would know of it. */
    void abandon() {
        abandoned = true;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    /** What has been recorded of it is kept no longer: Tyrus holds on to this for as long as the session is open. */
    void forget() {
        ownHeaders = Map.of();
        properties = Map.of();
        requestHeaders = Map.of();
        responseHeaders = Map.of();
    }

    /** Waits until there is a connection, or none will be; false when the time is up. */
    boolean awaitOpen(long nanos) throws InterruptedException {
        return open.await(nanos, TimeUnit.NANOSECONDS);
    }

    HandshakeTimer timer() {
        return timer;
    }

    /** Of Tyrus, for this handshake alone. */
    Map<String, Object> properties() {
        return properties;
    }

    Map<String, List<String>> requestHeaders() {
        return requestHeaders;
    }

    /** Empty when no answer arrived. */
    Map<String, List<String>> responseHeaders() {
        return responseHeaders;
    }

    /** Absent when no answer arrived. */
    @Nullable
    Integer status() {
        return status;
    }

    /** Absent without TLS, and where no peer was accepted. */
    Connection.@Nullable Tls tls() {
        return tls;
    }

    private static Map<String, List<String>> copy(Map<String, List<String>> headers) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return copy;
    }
}
