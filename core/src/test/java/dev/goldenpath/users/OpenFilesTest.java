package dev.goldenpath.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class OpenFilesTest {
    @Test
    void whoCanHaveNoConnectionForEachUserIsToldHowManyThereWouldHaveToBe() {
        assertThatThrownBy(() -> new OpenFiles(100, 2_099).requireFor(2_000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("2000 users at once need a connection each, and this process may have 2099 files and "
                        + "connections open, of which 100 are. Let it have at least 4100 (on Linux: ulimit -n), or ask "
                        + "for fewer users.");
    }

    @Test
    void oneForEachIsEnough() {
        assertThatCode(() -> new OpenFiles(100, 2_100).requireFor(2_000)).doesNotThrowAnyException();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theSystemTells() {
        OpenFiles now = OpenFiles.now();

        assertThat(now.open()).isPositive();
        assertThat(now.most()).isGreaterThan(now.open()).isLessThan(Long.MAX_VALUE);
    }
}
