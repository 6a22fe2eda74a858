package dev.goldenpath.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.Waiting;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.LaunchSpec;
import dev.goldenpath.environment.Origin;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    private static final String STACK = "- { name: stack, command: [sh, -c, \"echo $$; exec sleep 300\"] }";
    private static final int LIMIT_MILLIS = 60_000;

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
    void aWrongKeyGarbageAndSilenceGetNoAnswer() throws Exception {
        LaunchedProcesses shared = scene.share(STACK);
        for (String said : List.of("0".repeat(32), "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "")) {
            try (Socket stranger = connect()) {
                stranger.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
                assertThat(stranger.getInputStream().read()).as(said).isEqualTo(-1);
            }
        }
        assertThat(shared.failure()).isEmpty();
    }

    @Test
    void aLeaseEndsWithItsHolderEvenWhereItsConnectionDoesNot() throws Exception {
        LaunchedProcesses shared = scene.share(STACK);
        ProcessHandle stack = scene.told("stack");
        Process holder = new ProcessBuilder("sleep", "300").start();
        try (Socket connection = connect()) {
            greet(connection, ProcessMark.of(holder.toHandle()));
            assertThat(connection.getInputStream().read()).isEqualTo(Wire.WELCOME);
            shared.close();
            holder.destroyForcibly();
            assertThat(connection.getInputStream().read()).isEqualTo(-1);
            Waiting.until(() -> !ProcessState.isRunning(stack) && scene.isOver());
        }
    }

    @Test
    void oneThatNobodyTakesALeaseOfEnds() throws IOException {
        Files.createDirectories(scene.run());
        SupervisorProcess.start(place(), spec("sleep", "300"), scene.redaction);
        SupervisorState state = scene.state();
        assertThat(state.processes())
                .hasSize(1)
                .allMatch(process -> process.find().isPresent());
        Waiting.until(() -> state.supervisor().find().isEmpty());
        assertThat(state.processes()).allMatch(process -> process.find().isEmpty());
        assertThat(scene.isOver()).isTrue();
    }

    @Test
    void nothingIsLeftOfOneThatIsInterruptedWhileItStarts() {
        // A number of its own, by which whatever is left of it would be found.
        String number = Long.toString(400 + ProcessHandle.current().pid());
        String[] launch = new String[500];
        Arrays.fill(launch, "- { name: other, command: sleep " + number + " }");
        launch[0] = "- { name: first, command: [sh, -c, 'kill -INT $PPID; exec sleep " + number + "'] }";
        assertThatThrownBy(() -> scene.share(launch)).isInstanceOf(EnvironmentNotReadyException.class);
        Waiting.until(scene::isOver);
        Waiting.until(() -> ProcessHandle.allProcesses()
                .noneMatch(process -> List.of(process.info().arguments().orElse(new String[0]))
                        .contains(number)));
    }

    @Test
    void oneWhoseOrderBreaksOffStartsNothing() throws Exception {
        Process supervisor = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Supervisor.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (DataOutputStream out = new DataOutputStream(supervisor.getOutputStream())) {
            Wire.write(out, scene.run().toString());
            out.writeInt(1_000);
            out.writeByte('x');
        }
        assertThat(supervisor.waitFor()).isEqualTo(1);
        assertThat(supervisor.getInputStream().read()).isEqualTo(-1);
        assertThat(scene.run()).doesNotExist();
    }

    @Test
    void oneThatCanNotKeepItsStateIsToldWithWhatItWrote() throws IOException {
        Files.createDirectories(place().state().resolve("in the way"));
        assertThatThrownBy(() -> SupervisorProcess.start(place(), spec("sleep", "300"), scene.redaction))
                .isInstanceOf(EnvironmentNotReadyException.class)
                .hasMessageStartingWith("The supervisor of environment 'local' could not be started.\n  command: ")
                .hasMessageContaining("\n  seen:    exit code 1\n  wrote:   Exception in thread \"main\" "
                        + "java.nio.file.FileSystemException: ");
        Files.delete(place().state().resolve("in the way"));
        Files.delete(place().state());
    }

    @Test
    void needsTheClassesOfThisArtifactAlone() {
        scene.share(STACK);
        String classPath = Path.of(Supervisor.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        assertThat(scene.supervisor().info().arguments().orElseThrow()).contains("-cp", classPath);
    }

    @Test
    void itsGraceItsStopAndItsLastWaitsAreLessThanFiveSeconds() {
        Duration stop = Supervisor.STOP_AFTER_GRACE.plus(LaunchedStack.LAST_WAITS);
        assertThat(List.of(
                        Supervisor.GRACE.plus(stop),
                        Supervisor.GRACE_AFTER_A_BREAK.plus(stop),
                        Supervisor.STOP_AT_ONCE.plus(LaunchedStack.LAST_WAITS)))
                .allSatisfy(whole -> assertThat(whole).isLessThan(Duration.ofSeconds(5)));
    }

    @Test
    void whoComesWhileItStopsWaitsForLonger() {
        assertThat(Patience.DEFAULT)
                .isEqualTo(new Patience(Duration.ofSeconds(10), Duration.ofSeconds(8)))
                .satisfies(patience -> assertThat(patience.stop()).isGreaterThan(Duration.ofSeconds(5)));
    }

    @Test
    void itsStateIsForItsOwnerAlone() throws IOException {
        scene.share(STACK);
        Path state = scene.files("", ".state").get(0);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
                .isEqualTo("rw-------");
    }

    private Socket connect() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), scene.state().port());
        socket.setSoTimeout(LIMIT_MILLIS);
        return socket;
    }

    private void greet(Socket connection, ProcessMark holder) throws IOException {
        DataOutputStream out = new DataOutputStream(connection.getOutputStream());
        out.write(scene.state().key().getBytes(StandardCharsets.US_ASCII));
        out.writeLong(holder.pid());
        out.writeLong(holder.start().toEpochMilli());
    }

    private LaunchPlace place() {
        return new LaunchPlace(scene.run(), "local", "0");
    }

    private static List<LaunchSpec> spec(String... command) {
        return List.of(new LaunchSpec("stack", List.of(command), Duration.ZERO, new Origin("goldenpath.yaml:5")));
    }
}
