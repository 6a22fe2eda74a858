package dev.goldenpath.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.Waiting;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Redaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchedProcessesTest {
    private final Redaction redaction = new Redaction();

    @TempDir
    private Path folder;

    @Test
    void writesTheirOutputIntoAFileEachRedacted() {
        redaction.addValue("s3cret");
        try (LaunchedProcesses launched = start(
                "- { name: one/a, command: [sh, -c, \"echo out s3cret; echo err >&2; exec sleep 300\"] }",
                "- { name: two, command: [sh, -c, \"echo started; exec sleep 300\"] }")) {
            Waiting.until(() -> output("one_a").equals("out ***\nerr\n"));
            Waiting.until(() -> output("two").equals("started\n"));
            assertThat(launched.failure()).isEmpty();
        }
    }

    @Test
    void aProcessThatEndedIsToldWithItsLastLines() {
        try (LaunchedProcesses launched = start(
                "- { name: fine, command: [sleep, 300] }",
                "- { name: broken, command: [sh, -c, \"for i in $(seq 1 30); do echo line $i; done; exit 3\"] }")) {
            Waiting.until(() -> launched.failure().isPresent());
            assertThat(launched.failure())
                    .contains("process 'broken' (goldenpath.yaml:6) ended with exit code 3. Its last lines, from "
                            + file("broken") + ":\n"
                            + String.join(
                                    "\n",
                                    Stream.iterate(11, i -> i <= 30, i -> i + 1)
                                            .map(i -> "line " + i)
                                            .toList()));
        }
    }

    @Test
    void aProcessThatEndedSilently() {
        try (LaunchedProcesses launched = start("- { name: broken, command: [sh, -c, exit 0] }")) {
            Waiting.until(() -> launched.failure().isPresent());
            assertThat(launched.failure().orElseThrow()).endsWith(file("broken") + ":\n(nothing)");
        }
    }

    @Test
    void closingEndsAProcessThatIgnoresItAndWhatItStarted() {
        // A number of its own, by which whatever is left of it would be found.
        String number = Long.toString(300 + ProcessHandle.current().pid());
        String command = "trap '' TERM; sleep N & echo $$ $!; while true; do sleep N; done".replace("N", number);
        List<ProcessHandle> tree;
        try (LaunchedProcesses launched = start("- { name: stubborn, command: [sh, -c, \"" + command + "\"] }")) {
            Waiting.until(() -> output("stubborn").endsWith("\n"));
            tree = Stream.of(output("stubborn").strip().split(" ", 0))
                    .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                    .toList();
            assertThat(tree).hasSize(2).allMatch(ProcessHandle::isAlive);
            assertThat(launched.failure()).isEmpty();
        }
        tree.forEach(handle -> Waiting.until(() -> !handle.isAlive()));
        assertThat(ProcessHandle.allProcesses().filter(handle -> isSleeping(handle, number)))
                .isEmpty();
    }

    private static boolean isSleeping(ProcessHandle handle, String number) {
        return List.of(handle.info().arguments().orElse(new String[0])).contains(number);
    }

    @Test
    void whatAShellStartedIsAskedToEndBeforeItIsKilled() {
        Path asked = folder.resolve("asked");
        String child = "(trap 'touch " + asked + "; exit' TERM; echo ready; while true; do sleep 0.1; done)";
        try (LaunchedProcesses launched = start("- { name: shell, command: [sh, -c, \"" + child + " & wait\"] }")) {
            Waiting.until(() -> output("shell").equals("ready\n"));
            assertThat(launched.failure()).isEmpty();
        }
        assertThat(asked).exists();
    }

    @Test
    void whatAProcessLeftBehindWhenItEndedIsEndedToo() throws IOException {
        Path end = folder.resolve("end");
        String command = "sleep 300 >/dev/null 2>&1 & echo $!; while [ ! -e " + end + " ]; do sleep 0.1; done; exit 3";
        ProcessHandle left;
        try (LaunchedProcesses launched = start("- { name: hasty, command: [sh, -c, \"" + command + "\"] }")) {
            Waiting.until(() -> output("hasty").endsWith("\n"));
            left = ProcessHandle.of(Long.parseLong(output("hasty").strip())).orElseThrow();
            assertThat(launched.failure()).isEmpty();
            Files.createFile(end);
            Waiting.until(() -> launched.failure().isPresent());
            assertThat(left.isAlive()).isTrue();
        }
        Waiting.until(() -> !left.isAlive());
    }

    @Test
    void nothingIsLeftOfAJvmThatIsEndedWhileItStartsThem() throws Exception {
        // A number of its own, by which whatever is left of it would be found.
        String number = Long.toString(400 + ProcessHandle.current().pid());
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LaunchMain.class.getName(),
                        folder.toString(),
                        number)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("jvm.log").toFile())
                .start();
        assertThat(jvm.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(jvm.exitValue()).isEqualTo(130);
        assertThat(folder.resolve("output")).isNotEmptyDirectory();
        assertThat(ProcessHandle.allProcesses().filter(handle -> isSleeping(handle, number)))
                .isEmpty();
    }

    @Test
    void anotherEnvironmentAndAnotherJvmHaveFilesOfTheirOwn() {
        String yaml = "environments:\n"
                + "  one: { launch: [ { name: stack, command: echo one } ] }\n"
                + "  two: { launch: [ { name: stack, command: echo two } ] }\n";
        for (String name : List.of("one", "two")) {
            Environment environment = new Project(folder).yaml(yaml).loader().load(name);
            try (LaunchedProcesses launched =
                    LaunchedProcesses.start(environment, folder.resolve("output"), redaction)) {
                Waiting.until(() -> launched.failure().isPresent());
            }
        }
        long pid = ProcessHandle.current().pid();
        assertThat(folder.resolve("output/launch-one-stack-" + pid + ".log")).hasContent("one");
        assertThat(folder.resolve("output/launch-two-stack-" + pid + ".log")).hasContent("two");
    }

    @Test
    void aProcessGoesOnWhereItsOutputCanNotBeWritten() throws IOException {
        Files.createDirectories(folder.resolve("output"));
        Files.createSymbolicLink(file("loud"), Path.of("/dev/full"));
        Path done = folder.resolve("done");
        String command = "seq 1 30000 && touch " + done + "; exit 3";
        try (LaunchedProcesses launched = start("- { name: loud, command: [sh, -c, \"" + command + "\"] }")) {
            Waiting.until(() -> launched.failure().isPresent());
            assertThat(launched.failure().orElseThrow())
                    .startsWith("process 'loud' (goldenpath.yaml:5) ended with exit code 3. Its last lines, from "
                            + file("loud") + ":\n29981\n")
                    .endsWith("\n30000\n(this file is not whole: java.io.IOException: No space left on device)");
        }
        assertThat(done).exists();
    }

    @Test
    void aFileThatCanNotBeMadeIsTold() throws IOException {
        Files.createDirectories(file("loud"));
        try (LaunchedProcesses launched = start("- { name: loud, command: echo hello }")) {
            Waiting.until(() -> launched.failure().isPresent());
            assertThat(launched.failure().orElseThrow())
                    .endsWith(":\nhello\n(this file is not whole: java.nio.file.FileSystemException: " + file("loud")
                            + ": Is a directory)");
        }
    }

    @Test
    void aProgramThatIsNotThereIsNamedAndThoseBeforeItEnd() {
        redaction.addValue("s3cret");
        assertThatThrownBy(() -> start(
                                "- { name: first, command: [sh, -c, \"echo $$; exec sleep 300\"] }",
                                "- { name: gone, command: /no/such/program --key s3cret }")
                        .close())
                .isInstanceOf(EnvironmentNotReadyException.class)
                .hasMessageStartingWith("""
                        Process 'gone' could not be started.
                          command:  /no/such/program --key ***
                          declared: goldenpath.yaml:6
                          folder:   %s
                          cause:    java.io.IOException: Cannot run program "/no/such/program": \
                        """.formatted(Path.of("").toAbsolutePath()));
        String pid = output("first").strip();
        assertThat(pid.isEmpty()
                        || ProcessHandle.of(Long.parseLong(pid))
                                .filter(ProcessHandle::isAlive)
                                .isEmpty())
                .isTrue();
    }

    @Test
    void javaIsTheOneThatRunsThisJvm() {
        try (LaunchedProcesses launched = start("- { name: java, command: java -version }")) {
            Waiting.until(() -> launched.failure().isPresent());
            assertThat(launched.failure().orElseThrow())
                    .contains("ended with exit code 0")
                    .contains(System.getProperty("java.version"));
        }
    }

    @Test
    void theMostPatientSettingCounts() {
        Environment environment = environment(
                "- { name: a, command: sleep 300, ready-within: 90s }", "- { name: b, command: sleep 300 }");
        try (LaunchedProcesses launched = LaunchedProcesses.start(environment, folder.resolve("output"), redaction)) {
            assertThat(launched.readyWithin()).isEqualTo(Duration.ofSeconds(90));
        }
    }

    private LaunchedProcesses start(String... launch) {
        return LaunchedProcesses.start(environment(launch), folder.resolve("output"), redaction);
    }

    private Environment environment(String... launch) {
        return new Project(folder)
                .yaml("environments:\n  local:\n    services: { a: { url: 'http://127.0.0.1:1' } }\n    launch:\n      "
                        + String.join("\n      ", launch) + "\n")
                .load();
    }

    private Path file(String name) {
        return folder.resolve(
                "output/launch-local-" + name + "-" + ProcessHandle.current().pid() + ".log");
    }

    private String output(String name) {
        try {
            return Files.exists(file(name)) ? Files.readString(file(name)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
