package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.FullBacklog;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.priority.P1;
import dev.goldenpath.report.ConsoleReport;
import dev.goldenpath.runlog.RunLogReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty tests, or with the profile {@code scale} two hundred, against an address that never answers. */
class NeverAnsweringTest {
    private static final int NUMBER = Integer.getInteger("never.answering.tests", 20);

    @TempDir
    Path folder;

    @GoldenPath
    @P1(protects = "echo")
    static class CallsTheVoid {
        static Stream<Integer> numbers() {
            return Stream.iterate(1, number -> number + 1).limit(NUMBER);
        }

        @ParameterizedTest
        @MethodSource("numbers")
        void calls(int number, ServiceClient echo) {
            assertThat(echo.get("/{number}", number).send()).hasStatus(200);
        }
    }

    @Test
    void oneCauseBlocksAllOfThem() throws IOException {
        long began = System.nanoTime();
        GoldenPathRun run;
        try (FullBacklog nobody = FullBacklog.create()) {
            run = GoldenPathRun.with(
                            folder,
                            GoldenPathRun.yaml(nobody.url().toString())
                                    .replace("ready-within: 10s", "ready-within: 2s"))
                    .run(CallsTheVoid.class);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(run.verdicts())
                .hasSize(NUMBER)
                .allSatisfy((name, verdict) -> assertThat(verdict).isEqualTo("BLOCKED"));
        Path out = folder.resolve("out");
        String console = ConsoleReport.of(RunLogReader.read(out, "test"), out);
        assertThat(console).containsOnlyOnce("\nCAUSE   ").contains("""
                        %d tests: %d BLOCKED (P1 %d); 100 EUR per month unverified
                """.formatted(NUMBER, NUMBER, NUMBER));
        System.out.println(NUMBER + " tests against an address that never answers: " + took.toMillis()
                + " ms, of which they waited for it 2 s at most");
        System.out.println(console);
    }
}
