package dev.goldenpath.websocket;

import java.util.Map;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.container.grizzly.client.GrizzlyClientProperties;

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
        ClientManager client = ClientManager.createClient(TracedContainer.class.getName());
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
        KeptAwake.keep(client);
        return client;
    }
}
