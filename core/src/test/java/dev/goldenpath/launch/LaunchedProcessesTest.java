package dev.goldenpath.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.Waiting;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchedProcessesTest {
    @TempDir
    private Path folder;

    private LaunchScene scene;

    @BeforeEach
    void open() {
        scene = new LaunchScene(folder);
    }

    @AfterEach
    void endAll() throws Exception {
        scene.close();
    }

    @Test
    void writesTheirOutputIntoAFileEachRedacted() {
        scene.redaction.addValue("s3cret");
        LaunchedProcesses shared = scene.share(
                "- { name: one/a, command: [sh, -c, \"echo out s3cret; echo err >&2; exec sleep 300\"] }",
                "- { name: two, command: [sh, -c, \"echo started; exec sleep 300\"] }");
        Waiting.until(() -> scene.output("one_a").equals("out ***\nerr\n"));
        Waiting.until(() -> scene.output("two").equals("started\n"));
        assertThat(shared.failure()).isEmpty();
        assertThat(scene.file("two"))
                .isEqualTo(scene.run().resolve("local-two-" + scene.supervisor().pid() + ".log"));
    }

    @Test
    void aSecretThatIsAddedLaterIsMaskedFromThenOn() throws IOException {
        Path go = folder.resolve("go");
        LaunchedProcesses shared = scene.share("- { name: loud, command: [sh, -c, \"echo s3cret; while [ ! -e " + go
                + " ]; do echo s3cret '{\\\"pin\\\":1}'; sleep 0.1; done; exit 1\"] }");
        Waiting.until(() -> scene.output("loud").startsWith("s3cret\n"));
        scene.redaction.addField("pin");
        scene.redaction.addValue("s3cret");
        Waiting.until(() -> scene.output("loud").endsWith("\n*** {\"pin\":\"***\"}\n"));
        Files.createFile(go);
        Waiting.until(() -> shared.failure().isPresent());
        assertThat(shared.failure().orElseThrow())
                .endsWith("\n*** {\"pin\":\"***\"}")
                .doesNotContain("s3cret");
    }

    @Test
    void aProcessThatEndedIsToldWithItsLastLines() {
        LaunchedProcesses shared = scene.share(
                "- { name: fine, command: [sleep, 300] }",
                "- { name: broken, command: [sh, -c, \"for i in $(seq 1 30); do echo line $i; done; exit 3\"] }");
        Waiting.until(() -> shared.failure().isPresent());
        assertThat(shared.failure())
                .contains("process 'broken' (goldenpath.yaml:6) ended with exit code 3. Its last lines, from "
                        + scene.file("broken") + ":\n"
                        + String.join(
                                "\n",
                                Stream.iterate(11, i -> i <= 30, i -> i + 1)
                                        .map(i -> "line " + i)
                                        .toList()));
    }

    @Test
    void aProcessThatEndedSilently() {
        LaunchedProcesses shared = scene.share("- { name: broken, command: [sh, -c, exit 0] }");
        Waiting.until(() -> shared.failure().isPresent());
        assertThat(shared.failure().orElseThrow()).endsWith(scene.file("broken") + ":\n(nothing)");
    }

    @Test
    void closingEndsAProcessThatIgnoresItAndWhatItStarted() {
        // A number of its own, by which whatever is left of it would be found.
        String number = Long.toString(300 + ProcessHandle.current().pid());
        String command = "trap '' TERM; sleep N & echo $$ $!; while true; do sleep N; done".replace("N", number);
        LaunchedProcesses shared = scene.share("- { name: stubborn, command: [sh, -c, \"" + command + "\"] }");
        Waiting.until(() -> scene.output("stubborn").endsWith("\n"));
        List<ProcessHandle> tree = Stream.of(scene.output("stubborn").strip().split(" ", 0))
                .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                .toList();
        assertThat(tree).hasSize(2).allMatch(ProcessState::isRunning);
        shared.close();
        tree.forEach(handle -> Waiting.until(() -> !ProcessState.isRunning(handle)));
        Waiting.until(scene::isOver);
        assertThat(ProcessHandle.allProcesses().filter(handle -> isSleeping(handle, number)))
                .isEmpty();
        assertThat(scene.files("", ".err")).isEmpty();
    }

    private static boolean isSleeping(ProcessHandle handle, String number) {
        return List.of(handle.info().arguments().orElse(new String[0])).contains(number);
    }

    @Test
    void whatAShellStartedIsAskedToEndBeforeItIsKilled() {
        Path asked = folder.resolve("asked");
        String child = "(trap 'touch " + asked + "; exit' TERM; echo ready; while true; do sleep 0.1; done)";
        scene.share("- { name: shell, command: [sh, -c, \"" + child + " & wait\"] }");
        Waiting.until(() -> scene.output("shell").equals("ready\n"));
        scene.supervisor().destroy();
        Waiting.until(scene::isOver);
        assertThat(asked).exists();
    }

    @Test
    void whatAProcessLeftBehindWhenItEndedIsEndedToo() throws IOException {
        Path end = folder.resolve("end");
        LaunchedProcesses shared = scene.share("- { name: hasty, command: [sh, -c, \"sleep 300 >/dev/null 2>&1 & "
                + "echo $!; while [ ! -e " + end + " ]; do sleep 0.1; done; exit 3\"] }");
        ProcessHandle left = scene.told("hasty");
        Waiting.until(() -> scene.state().processes().contains(ProcessMark.of(left)));
        Files.createFile(end);
        Waiting.until(() -> shared.failure().isPresent());
        assertThat(ProcessState.isRunning(left)).isTrue();
        shared.close();
        Waiting.until(() -> !ProcessState.isRunning(left));
    }

    @Test
    void anotherEnvironmentHasProcessesOfItsOwn() {
        String yaml = "environments:\n"
                + "  one: { launch: [ { name: stack, command: echo one } ] }\n"
                + "  two: { launch: [ { name: stack, command: echo two } ] }\n";
        for (String name : List.of("one", "two")) {
            LaunchedProcesses shared =
                    scene.share(new Project(folder).yaml(yaml).loader().load(name));
            Waiting.until(() -> shared.failure().isPresent());
            assertThat(scene.files(name + "-stack-", ".log"))
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasContent(name));
        }
    }

    @Test
    void aProgramThatIsNotThereIsNamedToEveryoneAndThoseBeforeItEnd() {
        scene.redaction.addValue("s3cret");
        String[] launch = {
            "- { name: first, command: [sh, -c, \"echo $$; exec sleep 300\"] }",
            "- { name: gone, command: /no/such/program --key s3cret }"
        };
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> scene.share(launch))
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasMessageStartingWith("""
                            Process 'gone' could not be started.
                              command:  /no/such/program --key ***
                              declared: goldenpath.yaml:6
                              folder:   %s
                              cause:    java.io.IOException: Cannot run program "/no/such/program": \
                            """.formatted(Path.of("").toAbsolutePath()));
        }
        // One supervisor has told it twice.
        assertThat(scene.files("local-first-", ".log")).hasSizeLessThan(2);
        String pid = scene.output("first").strip();
        assertThat(pid.isEmpty()
                        || ProcessHandle.of(Long.parseLong(pid))
                                .filter(ProcessState::isRunning)
                                .isEmpty())
                .isTrue();
    }

    @Test
    void javaIsTheOneThatRunsThisJvm() {
        LaunchedProcesses shared = scene.share("- { name: java, command: java -version }");
        Waiting.until(() -> shared.failure().isPresent());
        assertThat(shared.failure().orElseThrow())
                .contains("ended with exit code 0")
                .contains(System.getProperty("java.version"));
    }

    @Test
    void theMostPatientSettingCounts() {
        Environment environment = scene.environment(
                "- { name: a, command: sleep 300, ready-within: 90s }", "- { name: b, command: sleep 300 }");
        assertThat(scene.share(environment).readyWithin()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void whereNothingIsLaunchedNoSupervisorIs() {
        Environment environment = new Project(folder)
                .yaml("environments:\n  local:\n    services: { a: { url: 'http://127.0.0.1:1' } }\n")
                .load();
        LaunchedProcesses shared = scene.share(environment);
        assertThat(shared.failure()).isEmpty();
        assertThat(shared.readyWithin()).isEqualTo(Duration.ofSeconds(30));
        assertThat(scene.run()).doesNotExist();
    }
}
