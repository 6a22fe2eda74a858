package dev.goldenpath.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProcessMarkTest {
    private final ProcessMark own = ProcessMark.of(ProcessHandle.current());

    @Test
    void findsTheProcessAndNoOtherOneOfItsNumber() {
        assertThat(own.find()).contains(ProcessHandle.current());
        assertThat(startedLater(Duration.ofMillis(1_900)).find()).isPresent();
        assertThat(startedLater(Duration.ofMillis(-1_900)).find()).isPresent();
        assertThat(startedLater(Duration.ofMillis(2_100)).find()).isEmpty();
        assertThat(startedLater(Duration.ofMillis(-2_100)).find()).isEmpty();
    }

    @Test
    void findsNoneWhoseStartIsUnknown() {
        assertThat(new ProcessMark(own.pid(), Instant.EPOCH).find()).isEmpty();
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(ProcessMark.parse(own.toString())).isEqualTo(own);
    }

    private ProcessMark startedLater(Duration by) {
        return new ProcessMark(own.pid(), own.start().plus(by));
    }
}
