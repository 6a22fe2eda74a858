package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.runlog.RunLogReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every count, rate and amount is the same in all reports, and the one that was drawn. */
class SumsTest {
    private static final int RUNS = 15;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyReportTellsWhatWasDrawn(long seed) throws Exception {
        for (int i = 0; i < RUNS; i++) {
            Path one = Files.createDirectory(folder.resolve("run-" + i));
            RandomRun drawn = RandomRun.write(one, 1_000 * seed + i);
            Reports reports = Reports.make(one, RunLogReader.read(one, RandomRun.RUN), i % 5 == 0);
            new Sums(drawn, one, reports).check(i % 5 == 0);
        }
    }

    @Test
    void aFigureThatDiffersIsSeen() throws Exception {
        RandomRun drawn = RandomRun.write(folder, 7);
        Sums sums = new Sums(drawn, folder, Reports.make(folder, RunLogReader.read(folder, RandomRun.RUN), false));
        sums.check(false);
        drawn.flaky++;
        assertThatThrownBy(() -> sums.check(false)).isInstanceOf(AssertionError.class);
        drawn.flaky--;
        drawn.exchanges++;
        assertThatThrownBy(() -> sums.check(false)).isInstanceOf(AssertionError.class);
    }
}
