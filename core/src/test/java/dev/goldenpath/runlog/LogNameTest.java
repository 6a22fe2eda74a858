package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogNameTest {

    @ParameterizedTest
    @CsvSource({
        "run-r1-12-1700000000000.jsonl, r1, 12, 1700000000000",
        "run-r1-12-1700000000000-2.jsonl, r1, 12, 1700000000000",
        "run-100-1699999999999-12-1700000000000.jsonl, 100-1699999999999, 12, 1700000000000",
        "run-100-1699999999999-12-1700000000000-13.jsonl, 100-1699999999999, 12, 1700000000000"
    })
    void tellsRunAndJvm(String file, String run, long pid, long start) {
        assertThat(LogName.of(Path.of("logs", file))).contains(new LogName(run, pid, start));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"run-r1.jsonl", "run-r1-12-1700000000000.jsonl.part", "run-12-1700000000000.jsonl", "notes"})
    void anyOtherFileIsNone(String file) {
        assertThat(LogName.of(Path.of(file))).isEmpty();
    }
}
