package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.Leaks;
import dev.goldenpath.http.ServerProcess;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.policy.AllowFake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A secret that stands in the file, told in the reports, and one of a source of secrets, masked in them. */
@AllowFake(what = "com.sun.net.httpserver", reason = "the server runs in a process of its own", until = "2099-12-31")
class LiteralSecretsTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @TempDir
    private Path folder;

    @Test
    void isListedInTheWorklogOnce() throws IOException {
        GoldenPathRun run = GoldenPathRun.with(folder, """
                environments:
                  staging:
                    services:
                      echo: { url: "%s", health: "/answer?tenant=${planted:ci/alice:2}",
                              proxy: { url: "%s", username: tester, password: proxy-password } }
                """.formatted(SERVER.url(), SERVER.demandingProxyUrl()))
                .run(Calling.class);

        assertThat(run.verdicts()).containsEntry("calls(ServiceClient)", "PASSED");
        String worklog = Files.readString(folder.resolve("out").resolve("worklog.md"));
        assertThat(worklog)
                .containsOnlyOnce("- WARNING, `literal-secret`: 1\n")
                .contains("The secret environments.staging.services.echo.proxy.password stands in ")
                .contains("goldenpath.yaml:5. [literal-secret]");
        try (Stream<Path> written = Files.walk(folder.resolve("out"))) {
            for (Path file : written.filter(Files::isRegularFile).toList()) {
                assertThat(Leaks.in(file, List.of("proxy-password", "tenant-Seed-2")))
                        .isEmpty();
            }
        }
    }

    @GoldenPath
    static class Calling {
        @Test
        void calls(ServiceClient echo) {
            assertThat(echo.get("/answer").query("tenant", "tenant-Seed-2").send())
                    .hasStatus(200);
        }

        @Test
        void callsAgain(ServiceClient echo) {
            assertThat(echo.get("/answer").send()).hasStatus(200);
        }
    }
}
