package dev.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.cli.Invocation.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments that start processes for themselves: the doctor does so only when told to. */
class LaunchTest {
    private static final String STACK = """
            environments:
              local:
                ports: [web]
                launch:
                  - { name: stack, command: '%s', ready-within: 30s }
                services:
                  web: { url: "http://127.0.0.1:${port.web}/well", health: /health }
            """;

    @TempDir
    Path folder;

    @Test
    void saysThatNothingRunsAndHowToLook() throws Exception {
        Invocation.write(folder, STACK.formatted("java Stack ${port.web}"));
        Ended ended = Invocation.of(folder, "doctor").run();

        assertThat(ended.out()).endsWith("""

                Not looked at: nothing runs yet on the free ports chosen for web.
                  Tests start stack for themselves. To start it now, look, and end it again: add --launch
                  To look at what runs already, say on which ports: -Dgoldenpath.ports.web=…
                """);
        assertThat(ended.exitCode()).isEqualTo(3);
    }

    @Test
    void startsWhatIsToBeLookedAtAndLeavesNothingBehind() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Invocation.write(folder, STACK.formatted(clinic() + " ${port.web}"));
        Ended ended = Invocation.of(folder, "doctor", "--launch")
                .with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary)
                .run();

        assertThat(ended.out()).contains("\nStarting stack …\n").endsWith("""

                Ready: services 1 of 1 healthy.
                """);
        assertThat(ended.exitCode()).isZero();
        assertThat(running()).isEmpty();
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("goldenpath")))
                    .isEmpty();
        }
    }

    @Test
    void tellsWhatAProcessSaidThatEnded() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Invocation.write(folder, STACK.formatted(Invocation.program() + " -version"));
        Ended ended = Invocation.of(folder, "doctor", "--launch")
                .with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary)
                .run();

        String log = ended.out().replaceFirst("(?s).*Its last lines, from (\\S+):\n.*", "$1");
        assertThat(ended.out()).contains("""

                Root cause
                  process 'stack' (goldenpath.yaml:5) ended with exit code 0. Its last lines, from %s:
                """.formatted(log));
        assertThat(ended.out()).endsWith("\n\nNot ready: services 0 of 1 healthy.\n");
        assertThat(Path.of(log)).startsWith(temporary).content().contains(" version ");
        assertThat(ended.exitCode()).isEqualTo(3);
    }

    @Test
    void tellsWhatCannotBeStarted() throws Exception {
        Invocation.write(folder, STACK.formatted("no-such-program ${port.web}"));
        Ended ended = Invocation.of(folder, "doctor", "--launch").run();

        assertThat(ended.out().replaceAll("program \\d{5}", "program PORT").replaceAll("folder: .*", "folder:   …"))
                .contains("""

                        Not ready: Process 'stack' could not be started.
                          command:  no-such-program PORT
                          declared: goldenpath.yaml:5
                          folder:   …
                          cause:    java.io.IOException: Cannot run program "no-such-program": error=2,""");
        assertThat(ended.exitCode()).isEqualTo(3);
    }

    @Test
    void endsWhatItStartedWhenItIsInterrupted() throws Exception {
        Invocation.write(folder, STACK.formatted(clinic() + " ${port.web}").replace("/well", "/ill"));
        Invocation doctor = Invocation.of(folder, "doctor", "--launch");
        Process process = doctor.start();
        doctor.awaitText("Probes");

        process.destroy();
        Ended ended = doctor.end(process);

        assertThat(ended.normalisedFrom("Interrupted.", 0)).isEqualTo("""
                Interrupted.
                  Not ready so far: web.
                  Ending the processes that were started …
                """);
        assertThat(running()).isEmpty();
    }

    private static String clinic() {
        return Invocation.program() + " -XX:TieredStopAtLevel=1 -cp " + Invocation.classPath() + " "
                + Clinic.class.getName();
    }

    /** The processes of this user that were started with the class path of this test and the port argument. */
    private static List<String> running() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.matches(".*" + Clinic.class.getName().replace(".", "\\.") + " \\d+"))
                .toList();
    }
}
