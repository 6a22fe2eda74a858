package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.glassfish.grizzly.filterchain.DefaultFilterChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrizzlyNoiseTest {
    private final Logger logger = Logger.getLogger(DefaultFilterChain.class.getName());
    private final Filter before = logger.getFilter();

    @AfterEach
    void restore() {
        logger.setFilter(before);
    }

    @Test
    void silencesWhatIsReadFromAClosedConnectionAlone() {
        Throwable noQueue = thrownIn(new NullPointerException(), "container.grizzly.client.GrizzlyClientFilter");
        Throwable noHandshake = thrownIn(
                new IllegalStateException(),
                "client.TyrusClientEngine",
                "container.grizzly.client.GrizzlyClientFilter");
        try (GrizzlyNoise noise = GrizzlyNoise.silenced()) {
            assertThat(noise.isLoggable(thrown(noQueue))).isFalse();
            assertThat(noise.isLoggable(thrown(noHandshake))).isFalse();
            assertThat(noise.isLoggable(thrown(thrownIn(new IllegalStateException(), "client.TyrusClientEngine"))))
                    .isTrue();
            assertThat(noise.isLoggable(
                            thrown(thrownIn(new IOException(), "container.grizzly.client.GrizzlyClientFilter"))))
                    .isTrue();
            assertThat(noise.isLoggable(thrown(new NullPointerException("another"))))
                    .isTrue();
            assertThat(noise.isLoggable(new LogRecord(Level.WARNING, "nothing thrown")))
                    .isTrue();
        }
    }

    private static Throwable thrownIn(Throwable thrown, String... classes) {
        thrown.setStackTrace(Stream.of(classes)
                .map(name -> new StackTraceElement("org.glassfish.tyrus." + name, "handle", "", 1))
                .toArray(StackTraceElement[]::new));
        return thrown;
    }

    @Test
    void asksTheFilterThatWasThereBeforeAndPutsItBack() {
        Filter users = message -> false;
        logger.setFilter(users);
        try (GrizzlyNoise noise = GrizzlyNoise.silenced()) {
            assertThat(logger.getFilter()).isSameAs(noise);
            assertThat(noise.isLoggable(new LogRecord(Level.WARNING, "another")))
                    .isFalse();
        }
        assertThat(logger.getFilter()).isSameAs(users);
    }

    @Test
    void leavesALaterFilterInItsPlace() {
        Filter users = message -> true;
        try (GrizzlyNoise noise = GrizzlyNoise.silenced()) {
            assertThat(logger.getFilter()).isSameAs(noise);
            logger.setFilter(users);
        }
        assertThat(logger.getFilter()).isSameAs(users);
    }

    private static LogRecord thrown(Throwable thrown) {
        LogRecord message = new LogRecord(Level.WARNING, "GRIZZLY0013");
        message.setThrown(thrown);
        return message;
    }
}
