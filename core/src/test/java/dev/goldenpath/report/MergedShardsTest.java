package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.FoundRun;
import dev.goldenpath.runlog.LogMerge;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunLogReader;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.runlog.SearchWords;
import dev.goldenpath.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shards of a run, merged, say what one machine says that has run all of it. */
class MergedShardsTest {
    private static final int SHARDS = 5;
    private static final int SPLITS = 5;
    private static final SearchWords WORDS = new SearchWords("", "", "");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void fiveShardsAreTheRun(long seed) throws Exception {
        for (int split = 0; split < SPLITS; split++) {
            Path here = folder.resolve("split-" + split);
            DrawnTests drawn = new DrawnTests(100 * seed + split);
            Path whole = here.resolve("whole");
            Map<Integer, List<String>> classes = split(drawn, new Random(seed + split));
            shards(drawn, here.resolve("shards"), classes);
            // One machine that has the tests in the same order.
            drawn.write(
                    whole,
                    "whole",
                    null,
                    classes.values().stream().flatMap(List::stream).toList());

            Path merged = here.resolve("merged");
            FoundRun run =
                    LogMerge.of(List.of(here.resolve("shards")), null, WORDS).into(merged);

            Map<String, List<String>> expected =
                    RunFigures.of(whole, Reports.make(whole, RunLogReader.read(whole, "whole"), false));
            Map<String, List<String>> figures = RunFigures.of(merged, Reports.make(merged, run.read(), false));
            expected.forEach((report, said) ->
                    assertThat(figures.get(report)).as(report).containsExactlyInAnyOrderElementsOf(said));
            assertThat(run.read().tests()).hasSize(drawn.count());
        }
    }

    @Test
    void aShardThatIsKilledMidwayLeavesItsTestsMissingAndTheGateRed() throws Exception {
        DrawnTests drawn = new DrawnTests(5);
        List<Path> logs = shards(drawn, folder.resolve("shards"), split(drawn, new Random(5)));
        Path killed = logs.stream()
                .max(Comparator.comparing(log -> log.toFile().length()))
                .orElseThrow();
        List<String> lines = Files.readAllLines(killed);
        int planned = (int) lines.stream()
                .filter(line -> line.contains("\"type\":\"test-planned\""))
                .count();
        int cut = lines.size() - 1;
        while (lines.subList(0, cut).stream()
                        .filter(line -> line.contains("\"type\":\"test-finished\""))
                        .count()
                >= planned / 2) {
            cut--;
        }
        // The last line as a kill leaves it.
        Files.writeString(
                killed,
                String.join("\n", lines.subList(0, cut)) + "\n" + lines.get(cut).substring(0, 20),
                StandardCharsets.UTF_8);

        LoggedRun run = LogMerge.of(List.of(folder.resolve("shards")), "build-41", WORDS)
                .into(folder.resolve("merged"))
                .read();

        assertThat(run.run()).isEqualTo("build-41");
        assertThat(run.tests()).hasSize(drawn.count());
        long missing = run.tests().stream()
                .filter(test -> test.verdict() == Verdict.MISSING)
                .count();
        assertThat(missing).isPositive();
        assertThat(GateReport.of(run).reasons())
                .anyMatch(reason -> reason.startsWith("A test JVM was killed, or could not go on with its log: "))
                .anyMatch(reason ->
                        reason.startsWith(missing + (missing == 1 ? " test is" : " tests are") + " MISSING: "));
    }

    /** Each class in a shard that is drawn; some may have none. */
    private static Map<Integer, List<String>> split(DrawnTests drawn, Random random) {
        Map<Integer, List<String>> classes = new TreeMap<>();
        IntStream.rangeClosed(1, SHARDS).forEach(index -> classes.put(index, new ArrayList<>()));
        drawn.classes()
                .forEach(name -> Objects.requireNonNull(classes.get(1 + random.nextInt(SHARDS)))
                        .add(name));
        return classes;
    }

    private static List<Path> shards(DrawnTests drawn, Path into, Map<Integer, List<String>> classes) throws Exception {
        List<Path> logs = new ArrayList<>();
        for (Map.Entry<Integer, List<String>> shard : classes.entrySet()) {
            logs.add(drawn.write(
                    into.resolve("machine-" + shard.getKey()),
                    "whole-" + shard.getKey(),
                    new RunStart.Part(shard.getKey(), SHARDS, "names"),
                    shard.getValue()));
        }
        return logs;
    }
}
