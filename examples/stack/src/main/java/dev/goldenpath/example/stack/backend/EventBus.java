package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.web.Json;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;

/**
 * Carries events between all backend processes through Redis, one channel per user. Subscribes again for as long as it
 * takes after Redis was away; what was published meanwhile is lost. Thread-safe.
 */
final class EventBus implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventBus.class);
    private static final String CHANNEL_PREFIX = "events:";
    /** Three waits at most, for a connection in the pool, for a new one, for the answer: together less than 2 s. */
    private static final int CONNECTION_TIMEOUT_MS = 400;

    private static final int ANSWER_TIMEOUT_MS = 1_000;
    private static final int RETRY_MS = 250;

    private final RedisClient redis;
    private final BiConsumer<UUID, String> subscriber;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean subscribed;

    /** Starts to listen in the background; the subscriber is called by one thread, in the order of publication. */
    static EventBus open(int port, BiConsumer<UUID, String> subscriber) {
        EventBus bus = new EventBus(port, subscriber);
        Thread listener = new Thread(bus::listen, "events");
        listener.setDaemon(true);
        listener.start();
        return bus;
    }

    private EventBus(int port, BiConsumer<UUID, String> subscriber) {
        this.subscriber = subscriber;
        this.redis = RedisClient.builder()
                .hostAndPort("127.0.0.1", port)
                .clientConfig(DefaultJedisClientConfig.builder()
                        .connectionTimeoutMillis(CONNECTION_TIMEOUT_MS)
                        .socketTimeoutMillis(ANSWER_TIMEOUT_MS)
                        // What a new connection would say first is one more answer to wait for.
                        .serverDefaultProtocol()
                        .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                        .build())
                .poolConfig(pool())
                .build();
    }

    private static ConnectionPoolConfig pool() {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxWait(Duration.ofMillis(CONNECTION_TIMEOUT_MS));
        return pool;
    }

    void publish(AgentEvent event) {
        redis.publish(CHANNEL_PREFIX + event.userId(), Json.write(event));
    }

    /** Returns normally if Redis answers, and delivers to this process. */
    void ping() {
        redis.ping();
        if (!subscribed) {
            throw new IllegalStateException("not subscribed to events");
        }
    }

    private void listen() {
        do {
            try {
                // It takes a connection that idles where there is one: once it succeeds, none of before an outage is
                // left.
                redis.psubscribe(new Subscription(), CHANNEL_PREFIX + "*");
            } catch (RuntimeException lost) {
                // Redis may still be starting: only the loss of a subscription is news.
                if (subscribed && closed.getCount() > 0) {
                    LOG.warn("No events until Redis is back: {}", lost.getMessage());
                }
            }
            subscribed = false;
        } while (!closedWithin(RETRY_MS));
    }

    private boolean closedWithin(int milliseconds) {
        try {
            return closed.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        redis.close();
    }

    private final class Subscription extends JedisPubSub {
        @Override
        public void onPSubscribe(String pattern, int subscribedChannels) {
            LOG.info("Subscribed to events");
            subscribed = true;
        }

        @Override
        public void onPMessage(String pattern, String channel, String message) {
            subscriber.accept(UUID.fromString(channel.substring(CHANNEL_PREFIX.length())), message);
        }
    }
}
