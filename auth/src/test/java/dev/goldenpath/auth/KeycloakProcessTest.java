package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** That Keycloak keeps to this machine and leaves nothing behind. The one that runs has made the build for the others. */
@Tag("keycloak")
@ExtendWith(KeycloakExtension.class)
class KeycloakProcessTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void hasNoSocketButOnLoopback(Keycloak keycloak) {
        List<InetSocketAddress> addresses = keycloak.processes().stream()
                .flatMap(process -> localAddresses(process).stream())
                .toList();

        assertThat(addresses)
                .contains(new InetSocketAddress("127.0.0.1", keycloak.url().getPort()))
                .allMatch(address -> address.getAddress().isLoopbackAddress());
    }

    @Test
    void leavesNothingBehindWhenItIsEnded(Keycloak running, @TempDir Path folder) throws Exception {
        KeycloakProcess another =
                KeycloakProcess.start(KeycloakExtension.program(), KeycloakExtension.REALM, folder.resolve("log"));
        URI url = another.awaitReady();
        List<ProcessHandle> processes = another.processes();
        assertThat(url).isNotEqualTo(running.url());
        assertThat(processes).hasSizeGreaterThan(1);

        another.close();

        assertThat(processes).allSatisfy(KeycloakProcessTest::assertEnds);
        assertThat(another.home()).doesNotExist();
    }

    @Test
    void endsWithTheJvmThatStartedItEvenIfThatIsKilled(Keycloak running, @TempDir Path folder) throws Exception {
        Process starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeycloakStarter.class.getName(),
                        KeycloakExtension.program().toString(),
                        KeycloakExtension.REALM.toString(),
                        folder.resolve("log").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = starter.inputReader()) {
            assertThat(output.readLine()).isEqualTo("Running the server");
            List<ProcessHandle> processes = starter.descendants().toList();
            assertThat(processes).hasSizeGreaterThan(1);

            starter.destroyForcibly().waitFor();

            try {
                assertThat(processes).allSatisfy(KeycloakProcessTest::assertEnds);
            } finally {
                processes.forEach(ProcessHandle::destroyForcibly);
            }
        } finally {
            starter.destroyForcibly();
        }
    }

    private static void assertEnds(ProcessHandle process) {
        assertThat(process.onExit()).succeedsWithin(Duration.ofMinutes(1));
    }

    private static List<InetSocketAddress> localAddresses(ProcessHandle process) {
        try {
            return SocketTable.localAddresses(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
