package dev.goldenpath.websocket;

import java.util.Arrays;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.glassfish.grizzly.filterchain.DefaultFilterChain;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two harmless warnings out of the user's log: Tyrus may read from a connection that it has closed a moment
 * before, and a handshake of ours that was given up is kept from going out. All else passes, through the filter that was there before.
 */
final class GrizzlyNoise implements Filter, AutoCloseable {
    private static final String TYRUS = "org.glassfish.tyrus.";
    private static final String ORIGIN = TYRUS + "container.grizzly.client.GrizzlyClientFilter";

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
        Throwable thrown = message.getThrown();
        return !(thrown instanceof AbandonedHandshakeException)
                && !isOfClosedConnection(thrown)
                && (before == null || before.isLoggable(message));
    }

    @Override
    public void close() {
        if (logger.getFilter() == this) {
            logger.setFilter(before);
        }
    }

    /**
     * Without the connection's attributes Tyrus finds no queue for what it has read, or takes it for the answer to a
     * handshake that was over long ago.
     */
    private static boolean isOfClosedConnection(@Nullable Throwable thrown) {
        if (!(thrown instanceof NullPointerException || thrown instanceof IllegalStateException)) {
            return false;
        }
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length > 0
                && trace[0].getClassName().startsWith(TYRUS)
                && Arrays.stream(trace).anyMatch(frame -> frame.getClassName().equals(ORIGIN));
    }
}
