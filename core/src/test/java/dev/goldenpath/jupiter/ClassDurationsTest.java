package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.history.History;
import dev.goldenpath.history.HistoryRun;
import dev.goldenpath.history.KeptTest;
import dev.goldenpath.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDurationsTest {
    @TempDir
    private Path folder;

    @Test
    void areThoseOfTheHistoryThatIsTold() throws Exception {
        Path file = folder.resolve("history.jsonl");
        assertThat(ClassDurations.known(Map.of(), Map.of())).isEmpty();
        assertThat(known(file.toString())).isEmpty();
        KeptTest test = new KeptTest(
                "[engine:junit-jupiter]/[class:a.LongIT]/[nested-class:Within]/[method:m()]",
                "a.LongIT$Within",
                "m()",
                Verdict.PASSED,
                false,
                Duration.ofSeconds(7),
                null);
        History.EMPTY
                .with(new HistoryRun("r1", Instant.EPOCH, "local", null, false, Map.of(), List.of(test)))
                .write(file);

        assertThat(known(file.toString())).isEqualTo(Map.of("a.LongIT", Duration.ofSeconds(7)));
    }

    @Test
    void aRelativePathIsRefused() {
        assertThatThrownBy(() -> known("history.jsonl"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "system property goldenpath.history: 'history.jsonl' is a relative path, and shards need the"
                                + " whole one, the same in every JVM.");
    }

    @Test
    void aHistoryOfWhichOnlyAPartCanBeReadIsRefused() throws Exception {
        Path file = folder.resolve("history.jsonl");
        History.EMPTY
                .with(new HistoryRun("r1", Instant.EPOCH, "local", null, false, Map.of(), List.of()))
                .write(file);
        Files.writeString(file, Files.readString(file) + "{\"format\":\"golden");

        assertThatThrownBy(() -> known(file.toString()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("system property goldenpath.history: '" + file
                        + "' is damaged, and shards may not split by a part of it: ");
    }

    private static Map<String, Duration> known(String path) {
        return ClassDurations.known(Map.of("goldenpath.history", path), Map.of());
    }
}
