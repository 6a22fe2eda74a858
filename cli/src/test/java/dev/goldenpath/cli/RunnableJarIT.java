package dev.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.cli.Invocation.Ended;
import dev.goldenpath.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The jar that is shipped: it needs nothing beside it. */
class RunnableJarIT {
    private static final Path JAR = Path.of("target", "goldenpath-cli.jar").toAbsolutePath();

    @RegisterExtension
    static final ClinicProcess CLINIC = new ClinicProcess();

    @TempDir
    Path folder;

    @Test
    void looksAtAnEnvironmentAndLogsItsUsersIn() throws Exception {
        Invocation.write(folder, """
                environments:
                  local:
                    services:
                      auth:
                        url: http://127.0.0.1:%d/well
                        health: /health
                        login: { path: /login, username: /email, password: /password, token: /token }
                    users:
                      alice: { service: auth, grant: login, username: alice, password: 'correct "horse"' }
                """.formatted(CLINIC.port()));
        Ended ended = Invocation.ofJar(JAR, folder, "doctor").run();

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).endsWith("\nReady: services 1 of 1 healthy, users 1 of 1 logged in.\n");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void judgesARunAndMakesItsReports() throws Exception {
        Path logs = folder.resolve("target/goldenpath");
        SampleLog.of(logs, "r1").test(Verdict.PASSED).test(Verdict.BLOCKED).ended(1);
        Ended ended = Invocation.ofJar(JAR, folder, "gate").run();

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).endsWith("\nExit code 3: the environment is not ready.\n");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(logs.resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void knowsItsVersion() throws Exception {
        Ended ended = Invocation.ofJar(JAR, folder, "--version").run();

        assertThat(ended.out()).matches("goldenpath \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    }

    @Test
    void holdsNoJunit() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> names = jar.stream().map(JarEntry::getName).toList();

            assertThat(names).contains("dev/goldenpath/cli/Main.class", "META-INF/LICENSE", "META-INF/NOTICE");
            assertThat(names).noneMatch(name -> name.startsWith("org/junit/") || name.startsWith("org/opentest4j/"));
        }
    }
}
