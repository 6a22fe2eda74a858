package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SilentLogTest {
    private final Logger logger = Logger.getLogger(SilentLogTest.class.getName());

    @AfterEach
    void restore() {
        logger.setFilter(null);
    }

    @Test
    void passesWhatUsersHaveToKnowAlone() {
        try (SilentLog silent = SilentLog.of(logger)) {
            assertThat(logger.getFilter()).isSameAs(silent);
            assertThat(silent.isLoggable(new LogRecord(Level.WARNING, "broken")))
                    .isTrue();
            assertThat(silent.isLoggable(new LogRecord(Level.INFO, "begun"))).isTrue();
            assertThat(silent.isLoggable(new LogRecord(Level.CONFIG, "to wss://…")))
                    .isFalse();
            assertThat(silent.isLoggable(new LogRecord(Level.FINEST, "sent …"))).isFalse();
        }
        assertThat(logger.getFilter()).isNull();
    }

    @Test
    void asksTheFilterThatWasThereBeforeAndPutsItBack() {
        Filter users = message -> false;
        logger.setFilter(users);
        try (SilentLog silent = SilentLog.of(logger)) {
            assertThat(silent.isLoggable(new LogRecord(Level.WARNING, "broken")))
                    .isFalse();
        }
        assertThat(logger.getFilter()).isSameAs(users);
    }

    @Test
    void leavesALaterFilterInItsPlace() {
        Filter users = message -> true;
        try (SilentLog silent = SilentLog.of(logger)) {
            assertThat(logger.getFilter()).isSameAs(silent);
            logger.setFilter(users);
        }
        assertThat(logger.getFilter()).isSameAs(users);
    }
}
