package dev.goldenpath.benchmarks.reports;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.goldenpath.benchmarks.frame.Options;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportsRatioTest {
    private static final String SAMPLES = "[0-9]+\\.[0-9]{2} n=1 p25=[0-9.]+ p75=[0-9.]+\n";

    @Test
    void measuresAllReportsOfARunAndTheParseOfItsLog() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            new ReportsRatio(1).run(Options.parse(List.of("ratio", "reports", "--tests", "200")), out);
        }
        String printed = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(
                printed.matches("(?s)RATIO reports.seconds " + SAMPLES + "RATIO reports.over-parse " + SAMPLES
                        + "RATIO reports.over-parse-cold " + SAMPLES + "RATIO reports.growth " + SAMPLES
                        + "BASE reports.parse-seconds " + SAMPLES
                        + "SIZE report.html-mb [0-9.]+\nJDK .*"),
                printed);
    }
}
