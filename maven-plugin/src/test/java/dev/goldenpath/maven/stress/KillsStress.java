package dev.goldenpath.maven.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.launch.ProcessState;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.RunFolder;
import dev.goldenpath.runlog.RunLogReader;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** A test JVM that is killed, whenever that is, leaves a log that tells it, a red gate and no process. */
class KillsStress {
    private static final int MOMENTS = 20;
    private static final String[] VERIFY = {"verify", "-Dit.test=*IT,LongRun", "-Dmaven.test.failure.ignore"};
    private static final String PLUGIN = "dev.goldenpath:goldenpath-maven-plugin:0.1.0-SNAPSHOT:";

    /** From the first line of a log to the last: the product starts, the tests run, the reports are made. */
    private static Duration wholeRun = Duration.ZERO;

    @BeforeAll
    static void measureAWholeRun() throws Exception {
        ShopBuild build = ShopBuild.in(Path.of("target", "stress", "whole"));
        build.run(VERIFY);
        Path log = log(build).orElseThrow();
        wholeRun = Duration.between(
                run(build).startedAt().orElseThrow(),
                Files.getLastModifiedTime(log).toInstant());
        System.out.printf("a whole run takes %d ms%n", wholeRun.toMillis());
    }

    @RepeatedTest(MOMENTS)
    void aKilledJvmIsToldAndLeavesNothingBehind(RepetitionInfo repetition) throws Exception {
        int number = repetition.getCurrentRepetition();
        // One moment in each part of the run, so that every stage of it is met.
        long part = wholeRun.toMillis() * 9 / 10 / MOMENTS;
        long moment = (number - 1) * part + new Random(number).nextInt((int) part);
        ShopBuild build = ShopBuild.in(Path.of("target", "stress", "kill-" + number));

        Process maven = build.start(VERIFY);
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
                    () -> product.stream().noneMatch(ProcessState::isRunning)
                            && productOf(build).isEmpty());
            System.out.printf(
                    "%2d: killed %d ms after its first line; %d processes of the product, all gone after %d ms%n",
                    number, moment, product.size(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killedAt));
            assertThat(killed).isTrue();
            assertThat(maven.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(build.printed())
                    .contains(
                            "It is red, because",
                            "A test JVM was killed, or could not go on with its log: ",
                            "BUILD FAILURE");
        } finally {
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly();
        }

        String reported = build.run(PLUGIN + "report");
        LoggedRun run = run(build);
        assertThat(run.jvms(End.KILLED)).hasSize(1);
        List<LoggedTest> missing = run.tests().stream()
                .filter(test -> test.verdict() == Verdict.MISSING)
                .toList();
        System.out.printf(
                "    %d of %d planned tests MISSING%n",
                missing.size(), run.tests().size());
        assertThat(reported).contains("BUILD SUCCESS");
        String worklog = Files.readString(build.output().resolve("worklog.md"));
        assertThat(missing).allSatisfy(test -> {
            assertThat(reported).contains(test.plan().name());
            assertThat(worklog).contains(test.plan().name());
        });
        assertThat(build.run(PLUGIN + "gate"))
                .contains(
                        "It is red, because",
                        "A test JVM was killed, or could not go on with its log: ",
                        "BUILD FAILURE");
    }

    @Test
    void aKilledForkTakesNothingFromTheOther() throws Exception {
        ShopBuild build = ShopBuild.in(Path.of("target", "stress", "kill-one-of-two"));
        Process maven = build.start("verify", "-Dit.test=*IT,LongRun", "-Dmaven.test.failure.ignore", "-Dforks=2");
        try {
            await(120, () -> logs(build).size() == 2 && logs(build).stream().allMatch(KillsStress::hasBegunATest));
            assertThat(testJvm(build, maven).destroyForcibly()).isTrue();
            assertThat(maven.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly();
        }

        LoggedRun run = run(build);
        assertThat(run.jvms(End.KILLED)).hasSize(1);
        assertThat(run.jvms(End.FINISHED)).isNotEmpty();
        assertThat(Counts.of(run.tests())).containsKeys("missing", "passed").doesNotContainKey("blocked");
        assertThat(build.printed()).contains("A test JVM was killed, or could not go on with its log: ");
        await(10, () -> productOf(build).isEmpty());
    }

    private static boolean hasBegunATest(Path log) {
        try {
            return Files.readString(log).contains("\"type\":\"test-finished\"");
        } catch (IOException e) {
            return false;
        }
    }

    private static LoggedRun run(ShopBuild build) throws IOException {
        return RunLogReader.read(build.output(), RunFolder.runs(build.output()).get(0));
    }

    private static Optional<Path> log(ShopBuild build) {
        return logs(build).stream().findFirst();
    }

    private static List<Path> logs(ShopBuild build) {
        if (!Files.isDirectory(build.output())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(build.output())) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
        } catch (IOException | UncheckedIOException e) {
            // It changes while it is read.
            return List.of();
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

    /** Everything that runs below the supervisors of this build, and they themselves. */
    private static List<ProcessHandle> productOf(ShopBuild build) {
        Path launch = build.output().resolve("launch");
        if (!Files.isDirectory(launch)) {
            return List.of();
        }
        try (Stream<Path> runs = Files.list(launch)) {
            return runs.flatMap(KillsStress::supervisorsOf)
                    .flatMap(supervisor -> Stream.concat(Stream.of(supervisor), supervisor.descendants()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<ProcessHandle> supervisorsOf(Path run) {
        try (Stream<Path> files = Files.list(run)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.replaceFirst(".*-(\\d+)\\.log", "$1"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                    .filter(ProcessState::isRunning)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
