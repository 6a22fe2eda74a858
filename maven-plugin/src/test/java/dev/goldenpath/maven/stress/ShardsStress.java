package dev.goldenpath.maven.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.Shard;
import dev.goldenpath.report.GateReport;
import dev.goldenpath.report.Reports;
import dev.goldenpath.runlog.LogMerge;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.RunFolder;
import dev.goldenpath.runlog.RunLogReader;
import dev.goldenpath.runlog.SearchWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shards of a build, each a build of its own, are together what one build is. */
class ShardsStress {
    private static final int SHARDS = 5;
    private static final Path FOLDER = Path.of("target", "stress");
    private static final SearchWords WORDS = new SearchWords("", "", "");

    @Test
    void fiveBuildsAreOneMerged() throws Exception {
        ShopBuild whole = ShopBuild.in(FOLDER.resolve("unsharded"));
        String printed = whole.run("verify", "-Dmaven.test.failure.ignore");
        LoggedRun one = Agreement.of(whole, printed);

        List<Path> outputs = new ArrayList<>();
        for (int index = 1; index <= SHARDS; index++) {
            ShopBuild build = ShopBuild.in(FOLDER.resolve("shard-" + index));
            String said = build.run(
                    "verify",
                    "-Dmaven.test.failure.ignore",
                    "-Dgoldenpath.skipGate",
                    "-Dgoldenpath.shard=" + index + "/" + SHARDS);
            assertThat(said).contains("BUILD SUCCESS");
            outputs.add(build.output());
        }
        // Outside the folders of the builds, and new each time.
        Path folder = Files.createTempDirectory(Path.of("target"), "merged");
        LoggedRun merged = LogMerge.of(outputs, null, WORDS).into(folder).read();
        Reports reports = Reports.make(folder, merged, false);

        assertThat(verdicts(merged)).isEqualTo(verdicts(one));
        assertThat(merged.tests()).hasSize(one.tests().size());
        assertThat(Counts.inXml(folder.resolve(Reports.JUNIT_XML))).isEqualTo(Counts.of(one.tests()));
        assertThat(Counts.inWorklog(Files.readString(folder.resolve(Reports.WORKLOG))))
                .isEqualTo(Counts.of(one.tests()));
        assertThat(reports.gate().reasons()).isEqualTo(GateReport.of(one).reasons());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Dforks=1", "-Dforks=2", "-Dreuse=false"})
    void aShardWithoutTestsIsGreenAndHasALog(String option) throws Exception {
        ShopBuild build = ShopBuild.in(FOLDER.resolve("empty" + option.replaceAll("[^\\w.]+", "_")));
        String printed = build.run("verify", option, "-Dit.test=CartIT,SearchIT", "-Dgoldenpath.shard=1/" + SHARDS);

        assertThat(printed).contains("BUILD SUCCESS").contains(": green");
        LoggedRun run =
                RunLogReader.read(build.output(), RunFolder.runs(build.output()).get(0));
        assertThat(run.tests()).isEmpty();
        assertThat(run.starts()
                        .map(start -> start.shard() == null ? 0 : start.shard().index()))
                .containsExactly(1);
        assertThat(GateReport.of(run.judgedAs(new Shard(1, SHARDS))).isGreen()).isTrue();
        assertThat(GateReport.of(run).isGreen()).isFalse();
    }

    private static Map<String, String> verdicts(LoggedRun run) {
        Map<String, String> verdicts = new TreeMap<>();
        for (LoggedTest test : run.tests()) {
            verdicts.put(
                    test.plan().test(), test.verdict() + " " + test.attempts().size());
        }
        return verdicts;
    }
}
