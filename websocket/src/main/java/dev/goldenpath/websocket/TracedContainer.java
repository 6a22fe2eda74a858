package dev.goldenpath.websocket;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.util.Map;
import org.glassfish.tyrus.container.grizzly.client.GrizzlyClientContainer;
import org.glassfish.tyrus.spi.ClientContainer;
import org.glassfish.tyrus.spi.ClientEngine;

/**
 * Tyrus's Grizzly container, told of by each handshake's trace. Public for Tyrus alone, which makes it by its name.
 * Thread-safe.
 */
public final class TracedContainer implements ClientContainer {
    private final ClientContainer grizzly = new GrizzlyClientContainer();

    /** As Tyrus makes it. */
    public TracedContainer() {}

    @Override
    public void openClientSocket(ClientEndpointConfig config, Map<String, Object> properties, ClientEngine engine)
            throws DeploymentException, IOException {
        if (config.getConfigurator() instanceof KeptAwake keeper) {
            keeper.open(engine);
        } else if (config.getConfigurator() instanceof HandshakeTrace trace) {
            // Of this connection alone: Tyrus has copied them.
            properties.putAll(trace.properties());
            grizzly.openClientSocket(config, properties, new TracedEngine(engine, trace));
            trace.opened();
        } else {
            throw new IllegalArgumentException("Only the handshakes of a TyrusEngine are opened here.");
        }
    }
}
