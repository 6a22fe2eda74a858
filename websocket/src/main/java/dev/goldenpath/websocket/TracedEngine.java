package dev.goldenpath.websocket;

import org.glassfish.tyrus.spi.ClientEngine;
import org.glassfish.tyrus.spi.Connection;
import org.glassfish.tyrus.spi.UpgradeRequest;
import org.glassfish.tyrus.spi.UpgradeResponse;
import org.glassfish.tyrus.spi.Writer;

/**
 * Tells a handshake's trace of the answer, before Tyrus does anything about it: Tyrus itself says nothing of a redirect or
 * of an answer it can't accept, and reports a refusal before the answer that tells of it.
 */
final class TracedEngine implements ClientEngine {
    private final ClientEngine engine;
    private final HandshakeTrace trace;

    TracedEngine(ClientEngine engine, HandshakeTrace trace) {
        this.engine = engine;
        this.trace = trace;
    }

    @Override
    public UpgradeRequest createUpgradeRequest(TimeoutHandler timeoutHandler) {
        return engine.createUpgradeRequest(timeoutHandler);
    }

    @Override
    public ClientUpgradeInfo processResponse(
            UpgradeResponse response, Writer writer, Connection.CloseListener closeListener) {
        trace.answered(response.getStatus(), response.getHeaders());
        return engine.processResponse(response, writer, closeListener);
    }

    @Override
    public void processError(Throwable error) {
        engine.processError(error);
    }
}
