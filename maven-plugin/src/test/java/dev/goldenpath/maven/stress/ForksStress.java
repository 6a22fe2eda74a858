package dev.goldenpath.maven.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the tests are spread over JVMs, threads and reruns, every place tells the same numbers. */
class ForksStress {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Dforks=1",
                "-Dforks=2",
                "-Dforks=1 -Dreuse=false",
                "-Dforks=2 -Dreuse=false",
                "-Dconcurrent=true",
                "-Dreruns=1",
                "-Dforks=2 -Dreruns=1",
                "-Dforks=2 -Dconcurrent=true",
                "-Dforks=2 -Dreuse=false -Dconcurrent=true -Dreruns=2",
                "-Dforks=2 -Dconcurrent=true -Dreruns=1 -Djunit.version=5.14.4",
                "-Dforks=2 -Dconcurrent=true -Dreruns=1 -Djunit.version=6.1.3"
            })
    void everyPlaceTellsTheSameNumbers(String options) throws Exception {
        ShopBuild build = ShopBuild.in(Path.of("target", "stress", options.replaceAll("[^\\w.]+", "_")));

        String printed = build.run(
                Stream.concat(Stream.of("verify", "-Dmaven.test.failure.ignore"), Stream.of(options.split(" ", -1)))
                        .toArray(String[]::new));

        LoggedRun run = Agreement.of(build, printed);
        assertThat(run.jvms(End.KILLED)).isEmpty();
        assertThat(run.jvms()).flatExtracting(LoggedJvm::problems).isEmpty();
        assertThat(run.tests().stream()
                        .filter(LoggedTest::isFlaky)
                        .map(test -> test.plan().name()))
                .hasSize(options.contains("reruns") ? 4 : 0);
    }

    @Test
    void everyPlaceTellsTheSameNumbersOfAllVerdicts() throws Exception {
        ShopBuild build = ShopBuild.mixed(Path.of("target", "stress", "mixed"));

        String printed = build.run("verify", "-Dmaven.test.failure.ignore", "-Dforks=2");

        LoggedRun run = Agreement.of(build, printed);
        assertThat(run.jvms(End.KILLED)).hasSize(1);
        assertThat(run.tests().stream().map(LoggedTest::verdict).distinct())
                .containsExactlyInAnyOrder(Verdict.values());
        assertThat(run.tests().stream()
                        .flatMap(test -> test.last().stream())
                        .flatMap(last -> last.takenBack().stream()))
                .hasSize(1);
    }
}
