package dev.goldenpath.websocket;

import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what goes over the wire out of the user's log, however much that is set to tell: below INFO, these classes of
 * Tyrus write addresses, headers and messages with the secrets in them. Neither a property of Tyrus nor a seam of it
 * stands before that. All else passes, through the filter that was there before.
 */
final class SilentLog implements Filter, AutoCloseable {
    private static final String TYRUS = "org.glassfish.tyrus.";
    private static final List<String> TELLING = List.of(
            TYRUS + "client.TyrusClientEngine",
            TYRUS + "container.grizzly.client.GrizzlyClientFilter",
            TYRUS + "container.grizzly.client.GrizzlyClientSocket",
            TYRUS + "core.TyrusRemoteEndpoint");

    /** Held here, because the logging system forgets a logger, and its filter, that nobody holds. */
    private final Logger logger;

    private final @Nullable Filter before;

    private SilentLog(Logger logger) {
        this.logger = logger;
        this.before = logger.getFilter();
    }

    /** Silent from now on, until each is closed. */
    static List<SilentLog> kept() {
        return TELLING.stream().map(Logger::getLogger).map(SilentLog::of).toList();
    }

    static SilentLog of(Logger logger) {
        SilentLog silent = new SilentLog(logger);
        logger.setFilter(silent);
        return silent;
    }

    @Override
    public boolean isLoggable(LogRecord message) {
        return message.getLevel().intValue() >= Level.INFO.intValue() && (before == null || before.isLoggable(message));
    }

    @Override
    public void close() {
        if (logger.getFilter() == this) {
            logger.setFilter(before);
        }
    }
}
