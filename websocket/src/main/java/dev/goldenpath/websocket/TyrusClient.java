package dev.goldenpath.websocket;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.util.Map;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.container.grizzly.client.GrizzlyClientContainer;
import org.glassfish.tyrus.container.grizzly.client.GrizzlyClientProperties;
import org.glassfish.tyrus.spi.ClientContainer;
import org.glassfish.tyrus.spi.ClientEngine;

/** Makes Tyrus's client as this library needs it. */
final class TyrusClient {
    private static final int FEWEST_THREADS = 2;
    private static final int MOST_THREADS = 4;
    /**
     * Tyrus shares its network threads, all of them daemons, through the whole JVM. To end them whenever idle would race
     * with the next handshake, so they stay.
     */
    private static final int NEVER_IDLE_SECONDS = 24 * 60 * 60;
    /** Longer than any limit of ours: a handshake that takes too long is interrupted by its own. */
    private static final int ANSWER_LIMIT_MILLIS = 60 * 60 * 1000;

    private TyrusClient() {}

    static ClientManager create() {
        ClientManager client = ClientManager.createClient(Container.class.getName());
        // Without an idle limit Tyrus has no reason to reschedule one at every message, on executors that may have
        // ended.
        client.setDefaultMaxSessionIdleTimeout(-1);
        client.getProperties()
                .putAll(Map.of(
                        ClientProperties.HANDSHAKE_TIMEOUT,
                        ANSWER_LIMIT_MILLIS,
                        ClientProperties.SHARED_CONTAINER,
                        true,
                        ClientProperties.SHARED_CONTAINER_IDLE_TIMEOUT,
                        NEVER_IDLE_SECONDS,
                        GrizzlyClientProperties.WORKER_THREAD_POOL_CONFIG,
                        ThreadPoolConfig.defaultConfig()
                                .setPoolName("goldenpath-websocket")
                                .setCorePoolSize(FEWEST_THREADS)
                                .setMaxPoolSize(MOST_THREADS)));
        return client;
    }

    /**
     * Tyrus's Grizzly container, told of by each handshake's trace. Public, for Tyrus makes it by its name; nobody else
     * gets to see it. Thread-safe.
     */
    public static final class Container implements ClientContainer {
        private final ClientContainer grizzly = new GrizzlyClientContainer();

        @Override
        public void openClientSocket(ClientEndpointConfig config, Map<String, Object> properties, ClientEngine engine)
                throws DeploymentException, IOException {
            if (!(config.getConfigurator() instanceof HandshakeTrace trace)) {
                throw new IllegalArgumentException("Only the handshakes of a TyrusEngine are opened here.");
            }
            // Of this connection alone: Tyrus has copied them.
            properties.putAll(trace.properties());
            grizzly.openClientSocket(config, properties, new TracedEngine(engine, trace));
            trace.opened();
        }
    }
}
