package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.goldenpath.Waiting;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.report.GateReport;
import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.RunLogReader;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SeveralJvmsTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    Path folder;

    @GoldenPath
    static class One {
        @RepeatedTest(3)
        void calls(ServiceClient echo) {
            assertThat(echo.get("/one").send()).hasStatus(200);
        }
    }

    @GoldenPath
    static class Other {
        @RepeatedTest(2)
        void calls(ServiceClient echo) {
            assertThat(echo.get("/other").send()).hasStatus(200);
        }

        @Test
        void fails(ServiceClient echo) {
            assertThat(echo.get("/other").send()).hasStatus(500);
        }
    }

    @GoldenPath
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Endless {
        @Test
        @Order(1)
        void passes(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }

        @Test
        @Order(2)
        void neverEnds(ServiceClient echo) throws InterruptedException {
            assertThat(echo.get("/").send()).hasStatus(200);
            new CountDownLatch(1).await();
        }

        @Test
        @Order(3)
        void neverBegins(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }
    }

    @Test
    void everyReportTellsOfAllJvmsOfTheRun() throws IOException {
        GoldenPathRun.against(SERVICE, folder);

        try (Fork one = Fork.start(folder, One.class);
                Fork other = Fork.start(folder, Other.class)) {
            one.awaitEnd();
            other.awaitEnd();
        }

        LoggedRun run = logged();
        assertThat(run.jvms()).extracting(LoggedJvm::end).containsExactly(End.FINISHED, End.FINISHED);
        assertThat(run.tests()).hasSize(6);
        assertThat(written("worklog.md"))
                .contains(
                        "| total    | all      |       6 |      5 |      1 |       0 |       0 |     0 |       0 |    83.3 % |")
                .contains("JVMs: 2");
        assertThat(written("goldenpath-junit.xml"))
                .contains("<testsuites name=\"Golden Path\" tests=\"6\" failures=\"1\" errors=\"0\" skipped=\"0\"");
        assertThat(Stream.of("One", "Other").map(this::printedByFork))
                .as("the last to close counts all")
                .anyMatch(printed -> printed.lines().anyMatch(line -> line.startsWith("total        6       5")));
    }

    @Test
    void aKilledJvmsUnfinishedTestsAreMissingAndTheGateIsRed() throws IOException {
        GoldenPathRun.against(SERVICE, folder);

        try (Fork fork = Fork.start(folder, Endless.class)) {
            Waiting.until(() -> logHas("/[method:neverEnds(", "http-exchange"));
            assertThat(logged().pending()).isEqualTo(2);
            fork.kill();
        }

        LoggedRun run = logged();
        assertThat(run.jvms()).extracting(LoggedJvm::end).containsExactly(End.KILLED);
        assertThat(run.tests())
                .extracting(test -> test.plan().name(), LoggedTest::verdict)
                .containsExactly(
                        tuple("passes(ServiceClient)", Verdict.PASSED),
                        tuple("neverEnds(ServiceClient)", Verdict.MISSING),
                        tuple("neverBegins(ServiceClient)", Verdict.MISSING));
        GateReport gate = GateReport.of(run);
        assertThat(gate.isGreen()).isFalse();
        assertThat(gate.reasons())
                .containsExactly(
                        "A test JVM was killed, or could not go on with its log: "
                                + run.jvms().get(0).log() + " has no last line.",
                        "2 tests are MISSING: what was planned must be reported.");
    }

    private LoggedRun logged() throws IOException {
        return RunLogReader.read(folder.resolve("out"), "test");
    }

    /** Whether a line holds all of this; as text, for the log is being written. */
    private boolean logHas(String... parts) {
        Path out = folder.resolve("out");
        if (!Files.isDirectory(out)) {
            return false;
        }
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(out, "*.jsonl")) {
            for (Path log : logs) {
                if (Files.readString(log)
                        .lines()
                        .anyMatch(line -> Stream.of(parts).allMatch(line::contains))) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String written(String report) throws IOException {
        return Files.readString(folder.resolve("out").resolve(report));
    }

    private String printedByFork(String name) {
        try {
            return Files.readString(folder.resolve("fork-" + name + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
