package dev.goldenpath.maven.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.RunFolder;
import dev.goldenpath.runlog.RunLogReader;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** A test JVM that is killed, whenever that is, leaves a log that tells it, a red gate and no process. */
class KillsStress {
    private static final int MOMENTS = 20;
    /** From the creation of the log on: the product starts, the tests run, the reports are made. */
    private static final int SPAN_MILLIS = 12_000;

    @RepeatedTest(MOMENTS)
    void aKilledJvmIsToldAndLeavesNothingBehind(RepetitionInfo repetition) throws Exception {
        long seed = repetition.getCurrentRepetition();
        // One moment in each part of the span, so that every stage is met.
        int part = SPAN_MILLIS / MOMENTS;
        int moment = (repetition.getCurrentRepetition() - 1) * part + new Random(seed).nextInt(part);
        ShopBuild build = ShopBuild.in(Path.of("target", "stress", "kill-" + repetition.getCurrentRepetition()));

        Process maven = build.start("verify");
        try {
            await(120, () -> log(build).isPresent());
            ProcessHandle testJvm = testJvm(build, maven);
            TimeUnit.MILLISECONDS.sleep(moment);
            List<ProcessHandle> product = productOf(build);
            boolean killed = testJvm.destroyForcibly();
            long killedAt = System.nanoTime();

            assertThat(maven.waitFor(120, TimeUnit.SECONDS)).isTrue();
            await(
                    10,
                    () -> product.stream().noneMatch(ProcessHandle::isAlive)
                            && productOf(build).isEmpty());
            System.out.printf(
                    "moment %d ms: %d processes of the product were gone %d ms after the kill%n",
                    moment, product.size(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killedAt));
            assertThat(killed).isTrue();
        } finally {
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly();
        }

        String reported = build.run("dev.goldenpath:goldenpath-maven-plugin:0.1.0-SNAPSHOT:report");
        LoggedRun run =
                RunLogReader.read(build.output(), RunFolder.runs(build.output()).get(0));
        assertThat(run.jvms(End.KILLED)).hasSize(1);
        List<LoggedTest> missing = run.tests().stream()
                .filter(test -> test.verdict() == Verdict.MISSING)
                .toList();
        System.out.printf(
                "  %d of %d planned tests are MISSING%n",
                missing.size(), run.tests().size());
        assertThat(reported).contains("BUILD SUCCESS");
        String worklog = Files.readString(build.output().resolve("worklog.md"));
        assertThat(missing).allSatisfy(test -> {
            assertThat(reported).contains(test.plan().name());
            assertThat(worklog).contains(test.plan().name());
        });
        String judged = build.run("dev.goldenpath:goldenpath-maven-plugin:0.1.0-SNAPSHOT:gate");
        assertThat(judged).contains("It is red, because", "A test JVM was killed: ", "BUILD FAILURE");
    }

    private static Optional<Path> log(ShopBuild build) {
        if (!Files.isDirectory(build.output())) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(build.output())) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** By the process id in the log's name: a shell stands between Maven and its fork. */
    private static ProcessHandle testJvm(ShopBuild build, Process maven) {
        String[] parts = log(build).orElseThrow().getFileName().toString().split("-", -1);
        long pid = Long.parseLong(parts[parts.length - 2]);
        return maven.descendants()
                .filter(process -> process.pid() == pid)
                .findFirst()
                .orElseThrow();
    }

    /** Everything that runs below the supervisor of this build, and the supervisor. */
    private static List<ProcessHandle> productOf(ShopBuild build) {
        Path launch = build.output().resolve("launch");
        if (!Files.isDirectory(launch)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(launch)) {
            List<ProcessHandle> supervisors = files.filter(
                            file -> file.toString().endsWith(".log"))
                    .map(file -> file.getFileName().toString().replaceFirst(".*-(\\d+)\\.log", "$1"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                    .filter(ProcessHandle::isAlive)
                    .toList();
            return supervisors.stream()
                    .flatMap(supervisor -> Stream.concat(Stream.of(supervisor), supervisor.descendants()))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(int seconds, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %d s", seconds).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
