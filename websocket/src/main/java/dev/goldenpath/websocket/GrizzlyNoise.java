package dev.goldenpath.websocket;

import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.glassfish.grizzly.filterchain.DefaultFilterChain;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one harmless warning out of the user's log: Tyrus may look for the queue of a connection it has closed a moment
 * before. All else passes, through the filter that was there before.
 */
final class GrizzlyNoise implements Filter, AutoCloseable {
    private static final String ORIGIN = "org.glassfish.tyrus.container.grizzly.client.GrizzlyClientFilter";

    /** Held here, because the logging system forgets a logger, and its filter, that nobody holds. */
    private final Logger logger = Logger.getLogger(DefaultFilterChain.class.getName());

    private final @Nullable Filter before = logger.getFilter();

    static GrizzlyNoise silenced() {
        GrizzlyNoise noise = new GrizzlyNoise();
        noise.logger.setFilter(noise);
        return noise;
    }

    @Override
    public boolean isLoggable(LogRecord message) {
        return !isClosedQueue(message.getThrown()) && (before == null || before.isLoggable(message));
    }

    @Override
    public void close() {
        if (logger.getFilter() == this) {
            logger.setFilter(before);
        }
    }

    private static boolean isClosedQueue(@Nullable Throwable thrown) {
        return thrown instanceof NullPointerException
                && thrown.getStackTrace().length > 0
                && thrown.getStackTrace()[0].getClassName().equals(ORIGIN);
    }
}
