package dev.goldenpath.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.history.History;
import dev.goldenpath.history.HistoryRun;
import dev.goldenpath.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryMojoTest {
    @TempDir
    Path base;

    private HistoryMojo goal;
    private LinesLogged logged;
    private Path file;

    @BeforeEach
    void open() {
        logged = new LinesLogged();
        goal = new HistoryMojo();
        goal.setLog(logged);
        goal.basedir = base.toFile();
        file = base.resolve("history.jsonl");
    }

    @Test
    void addsTheNewestRunAndKeepsAsManyAsItIsTold() throws Exception {
        for (int run = 1; run <= 3; run++) {
            new Runs(base.resolve("r" + run)).wrote("r" + run, Verdict.FAILED);
            goal.logs = "r" + run;
            goal.keep = 2;
            goal.execute();
        }
        assertThat(History.read(file).runs()).extracting(HistoryRun::run).containsExactly("r2", "r3");
        assertThat(logged.lines()).contains("info: Added run r3 to " + file + ".");
    }

    @Test
    void addsToTheFileThatReportsReadAndTellsWhatWasLeftOut() throws Exception {
        new Runs(base.resolve("target/goldenpath")).wrote("r1", Verdict.PASSED);
        goal.history = "ci/past.jsonl";
        goal.execute();
        Path told = base.resolve("ci/past.jsonl");
        Files.writeString(told, "{\"format\":\"golden", StandardOpenOption.APPEND);
        goal.execute();

        assertThat(History.read(told).runs()).hasSize(1);
        assertThat(logged.lines()).contains("warn: " + told + ":2 was left out: it is no whole JSON object.");
        assertThat(file).doesNotExist();
    }

    @Test
    void whatKeepsItFromItsWorkIsAnError() throws Exception {
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("There is no run log in " + base.resolve("target/goldenpath")
                        + ". Run the tests first, or tell where the logs are with -Dgoldenpath.logs.");
        new Runs(base.resolve("target/goldenpath")).wrote("r1", Verdict.PASSED);
        Files.writeString(file, "# Notes\n");
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The run could not be added: " + file
                        + " is no history: none of its lines is one of a run. Name another file, or remove this one.");
        goal.keep = 0;
        assertThatThrownBy(goal::execute).hasMessage("goldenpath.keep is 0: at least 1 run has to be kept.");
    }
}
