package dev.goldenpath.websocket;

import org.glassfish.tyrus.client.ClientManager;

/**
 * Keeps its executors until it is shut down for good. Tyrus's own shuts them down whenever its last session closes, and
 * a handshake that begins just then never ends.
 */
final class SteadyClient extends ClientManager {

    @Override
    protected void shutdown(ShutDownCondition whenLastSessionCloses) {
        // Only the unconditional shutdown() ends them.
    }
}
