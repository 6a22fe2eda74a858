package dev.goldenpath.benchmarks.ratio;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.container.grizzly.client.GrizzlyClientProperties;

/** The WebSocket client that the library is built on, configured as the library configures it, and nothing else. */
final class BareTyrus implements AutoCloseable {
    private static final int ANSWER_LIMIT_MILLIS = 10_000;
    private static final int NEVER_IDLE_SECONDS = 24 * 60 * 60;

    private final ClientManager client = ClientManager.createClient();

    BareTyrus() {
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
                                .setPoolName("bare-websocket")
                                .setCorePoolSize(2)
                                .setMaxPoolSize(4)));
    }

    /** Opens a session at the path {@code /echo} of {@code server}. */
    Session connect(Endpoint endpoint, URI server) throws IOException {
        URI url = URI.create("ws://" + server.getAuthority() + "/echo");
        try {
            return client.connectToServer(
                    endpoint, ClientEndpointConfig.Builder.create().build(), url);
        } catch (DeploymentException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
