package dev.goldenpath.websocket;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.HandshakeResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.glassfish.tyrus.spi.UpgradeResponse;
import org.jspecify.annotations.Nullable;

/** Adds the headers of one handshake, and keeps what went out and what came back. Thread-safe. */
final class HandshakeTrace extends ClientEndpointConfig.Configurator {
    static final int SWITCHING_PROTOCOLS = 101;
    /** Tyrus reports a refusal before it hands over the response that tells of it. */
    private static final long RESPONSE_LIMIT_MILLIS = 200;

    private final Map<String, List<String>> ownHeaders;
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile Map<String, List<String>> requestHeaders = Map.of();
    private volatile Map<String, List<String>> responseHeaders = Map.of();
    private volatile @Nullable Integer status;

    HandshakeTrace(Map<String, List<String>> ownHeaders) {
        this.ownHeaders = ownHeaders;
    }

    @Override
    public void beforeRequest(Map<String, List<String>> headers) {
        headers.putAll(ownHeaders);
        requestHeaders = copy(headers);
    }

    @Override
    public void afterResponse(HandshakeResponse response) {
        responseHeaders = copy(response.getHeaders());
        status = response instanceof UpgradeResponse answer ? answer.getStatus() : SWITCHING_PROTOCOLS;
        answered.countDown();
    }

    /** As {@link #status()}, for an answer that has arrived but is perhaps not known yet. */
    @Nullable
    Integer awaitedStatus() {
        try {
            return answered.await(RESPONSE_LIMIT_MILLIS, TimeUnit.MILLISECONDS) ? status : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return status;
        }
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

    private static Map<String, List<String>> copy(Map<String, List<String>> headers) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return copy;
    }
}
