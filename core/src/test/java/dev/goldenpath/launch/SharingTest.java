package dev.goldenpath.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.Waiting;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharingTest {
    private static final String STACK = "- { name: stack, command: [sh, -c, \"echo $$; exec sleep 300\"] }";

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
    void twoJvmsShareOneStackAndTheSecondKeepsItWhenTheFirstIsKilled() {
        ClientJvm first = scene.jvm(STACK);
        assertThat(first.says()).isEqualTo("shared");
        ProcessHandle stack = scene.told("stack");
        ProcessHandle supervisor = scene.supervisor();
        LaunchedProcesses second = scene.share(STACK);
        assertThat(scene.supervisor()).isEqualTo(supervisor);
        first.kill();
        // A third one comes and goes meanwhile.
        ClientJvm third = scene.jvm(STACK);
        assertThat(third.says()).isEqualTo("shared");
        third.kill();
        assertThat(scene.supervisor()).isEqualTo(supervisor);
        assertThat(second.failure()).isEmpty();
        assertThat(ProcessState.isRunning(stack)).isTrue();
        second.close();
        Waiting.until(() -> !ProcessState.isRunning(stack) && !ProcessState.isRunning(supervisor));
        assertThat(scene.isOver()).isTrue();
    }

    @Test
    void nothingIsLeftOfAJvmThatIsKilled() {
        ClientJvm only = scene.jvm(
                STACK,
                "- { name: stubborn, command: [sh, -c, \"trap '' TERM; echo $$; while true; do sleep 0.1; done\"] }");
        assertThat(only.says()).isEqualTo("shared");
        ProcessHandle stack = scene.told("stack");
        ProcessHandle stubborn = scene.told("stubborn");
        ProcessHandle supervisor = scene.supervisor();
        only.kill();
        Waiting.until(() -> !ProcessState.isRunning(stack)
                && !ProcessState.isRunning(stubborn)
                && !ProcessState.isRunning(supervisor));
        assertThat(scene.isOver()).isTrue();
    }

    @Test
    void whoComesSoonAfterTheLastOneFindsTheSameStack() {
        LaunchedProcesses first = scene.share(STACK);
        ProcessHandle supervisor = scene.supervisor();
        first.close();
        // In this JVM, for another one may need longer than the grace to start on a busy machine.
        LaunchedProcesses next = scene.share(STACK);
        assertThat(scene.supervisor()).isEqualTo(supervisor);
        assertThat(next.failure()).isEmpty();
    }

    @Test
    void whoComesWhileItIsBeingStoppedGetsANewOne() {
        String slow = "- { name: slow, command: [sh, -c, "
                + "\"trap 'echo asked' TERM; echo $$; while true; do sleep 0.1; done\"] }";
        scene.share(slow);
        ProcessHandle first = scene.told("slow");
        ProcessHandle supervisor = scene.supervisor();
        supervisor.destroy();
        Waiting.until(() -> scene.output("slow").endsWith("asked\n"));
        LaunchedProcesses next = scene.share(slow);
        assertThat(ProcessState.isRunning(first)).isFalse();
        assertThat(scene.supervisor()).isNotEqualTo(supervisor);
        assertThat(next.failure()).isEmpty();
        // Or the end of this test waits for it as long as its beginning has.
        scene.state().processes().forEach(process -> process.find().ifPresent(ProcessHandle::destroyForcibly));
    }

    @Test
    void whatAKilledSupervisorLeftIsToldAndEnded() {
        LaunchedProcesses shared = scene.share(STACK);
        ProcessHandle stack = scene.told("stack");
        ProcessHandle supervisor = scene.supervisor();
        supervisor.destroyForcibly();
        Waiting.until(() -> shared.failure().isPresent());
        assertThat(shared.failure())
                .contains("the supervisor of its processes (process " + supervisor.pid()
                        + ") is gone, and they end with it. What they wrote is in the files *-" + supervisor.pid()
                        + ".log of " + scene.run() + ", what it wrote itself, if anything, in "
                        + scene.files("", ".err").get(0) + ".");
        shared.close();
        assertThat(ProcessState.isRunning(stack)).isFalse();
        assertThat(scene.isOver()).isTrue();
    }

    @Test
    void theNextOneEndsWhatIsLeftWhenItsJvmWasKilledWithTheSupervisor() throws Exception {
        ClientJvm only = scene.jvm(STACK);
        assertThat(only.says()).isEqualTo("shared");
        ProcessHandle stack = scene.told("stack");
        ProcessHandle supervisor = scene.supervisor();
        // Stopped, it can't clean up itself.
        scene.signal("STOP", only.handle());
        supervisor.destroyForcibly();
        only.kill();
        Waiting.until(() -> !ProcessState.isRunning(supervisor));
        assertThat(ProcessState.isRunning(stack)).isTrue();
        LaunchedProcesses next = scene.share(STACK);
        assertThat(ProcessState.isRunning(stack)).isFalse();
        assertThat(next.failure()).isEmpty();
        assertThat(scene.supervisor()).isNotEqualTo(supervisor);
    }

    @Test
    void whatIsLeftOfARunThatIsOverIsEndedWithoutTouchingWhatIsInUse() throws Exception {
        ClientJvm only = scene.jvm(STACK);
        assertThat(only.says()).isEqualTo("shared");
        ProcessHandle stack = scene.told("stack");
        LaunchedProcesses.endLeftOver(scene.run());
        assertThat(ProcessState.isRunning(stack)).isTrue();
        ProcessHandle supervisor = scene.supervisor();
        scene.signal("STOP", only.handle());
        supervisor.destroyForcibly();
        only.kill();
        Waiting.until(() -> !ProcessState.isRunning(supervisor));
        assertThat(ProcessState.isRunning(stack)).isTrue();
        LaunchedProcesses.endLeftOver(scene.run());
        assertThat(ProcessState.isRunning(stack)).isFalse();
        assertThat(scene.isOver()).isTrue();
        LaunchedProcesses.endLeftOver(folder.resolve("none"));
    }

    @Test
    void aSupervisorThatDoesNotStopIsNotWaitedForWithoutEnd() throws Exception {
        LaunchPlace place = LaunchPlace.of(scene.run(), scene.environment(STACK));
        Files.createDirectories(scene.run());
        Process endless = new ProcessBuilder("sleep", "300").start();
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ProcessMark mark = ProcessMark.of(endless.toHandle());
            new SupervisorState(mark, port.getLocalPort(), "0".repeat(32), List.of()).write(place.state());
            Thread refusing = new Thread(() -> refuse(port));
            refusing.start();
            assertThatThrownBy(this::shareWithoutPatience)
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasMessage("""
                            The processes of environment 'local' could not be shared.
                              cause: java.io.IOException: process %d, which runs them, takes more than 1 s to stop; end it
                              state: %s""".formatted(endless.pid(), place.state()));
            refusing.join();
        } finally {
            endless.destroyForcibly();
        }
    }

    private void shareWithoutPatience() {
        Environment environment = scene.environment(STACK);
        Patience patience = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(1));
        new Supervision(LaunchPlace.of(scene.run(), environment), scene.redaction, patience)
                .lease(environment.launch())
                .close();
    }

    private static void refuse(ServerSocket port) {
        try (Socket client = port.accept()) {
            client.getOutputStream().write(Wire.STOPPING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void bothJvmsUseTheSamePorts() {
        String yaml = "- { name: stack, command: [sh, -c, \"echo ${port.a}; exec sleep 300\"] }\n    ports: [a]";
        ClientJvm first = scene.jvm(yaml);
        ClientJvm second = scene.jvm(yaml);
        assertThat(first.says()).isEqualTo("shared");
        assertThat(second.says()).isEqualTo("shared");
        assertThat(first.says())
                .matches("\\[sh, -c, echo \\d+; exec sleep 300]")
                .isEqualTo(second.says());
        assertThat(Supervisors.states(scene.run())).hasSize(1);
    }

    @Test
    void aJvmThatIsSuspendedKeepsItsStack() throws Exception {
        ClientJvm suspended = scene.jvm(STACK);
        assertThat(suspended.says()).isEqualTo("shared");
        ProcessHandle stack = scene.told("stack");
        scene.signal("STOP", suspended.handle());
        // Another stack, given back after that, ends by the same grace.
        LaunchedProcesses other = scene.share("- { name: other, command: [sh, -c, \"echo $$; exec sleep 301\"] }");
        ProcessHandle ended = scene.told("other");
        other.close();
        Waiting.until(() -> !ProcessState.isRunning(ended));
        assertThat(ProcessState.isRunning(stack)).isTrue();
        scene.signal("CONT", suspended.handle());
        suspended.kill();
        Waiting.until(() -> !ProcessState.isRunning(stack));
    }

    @Test
    void aSuspendedSupervisorIsNotWaitedForWithoutEnd() throws Exception {
        scene.share(STACK);
        ProcessHandle supervisor = scene.supervisor();
        scene.signal("STOP", supervisor);
        // More than a connection takes: nobody who adds a secret is held up.
        for (int i = 0; i < 100; i++) {
            scene.redaction.addValue(i + "x".repeat(100_000));
        }
        assertThatThrownBy(this::shareWithoutPatience)
                .isInstanceOf(EnvironmentNotReadyException.class)
                .hasMessage("""
                        The processes of environment 'local' could not be shared.
                          cause: java.io.IOException: process %d, which runs them, does not answer; end it
                          state: %s""".formatted(
                                supervisor.pid(), scene.files("", ".state").get(0)));
        scene.signal("CONT", supervisor);
    }
}
