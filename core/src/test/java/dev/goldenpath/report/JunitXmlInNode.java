package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers from npm count; they are in the folder that the system property {@code readers} names. */
class JunitXmlInNode {
    private static final Path MODULES = Path.of(System.getProperty("readers", "target/readers"), "node_modules")
            .toAbsolutePath();
    private static final Path SCRIPT =
            Path.of("src/test/resources/readers/count.mjs").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void bothCountWhatTheDocumentSays() throws Exception {
        assertThat(counts(FullRun.read()))
                .containsExactly(
                        "junit2json: 11 tests, 2 failures, 5 errors, 1 skipped; says 11, 2, 5",
                        // It counts those that ran.
                        "test-results-parser: 10 tests, 2 failures, 5 errors, 1 skipped, 3 passed");
    }

    @Test
    void hostileTextsAreTextsToBoth() throws Exception {
        LoggedRun run = HostileRun.read();
        int each = run.tests().size() / 3;

        assertThat(counts(run).get(0))
                .isEqualTo("junit2json: %d tests, %d failures, %d errors, %d skipped; says %d, %d, %d"
                        .formatted(3 * each, each, each, each, 3 * each, each, each));
    }

    private List<String> counts(LoggedRun run) throws IOException, InterruptedException {
        Path file = folder.resolve("goldenpath-junit.xml");
        Files.writeString(file, Xml.written(run, false));
        Path output = folder.resolve("output");
        Process node = new ProcessBuilder("node", SCRIPT.toString(), MODULES.toString(), file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(node.waitFor(1, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(node.exitValue()).as(text).isZero();
        return text.lines().toList();
    }
}
