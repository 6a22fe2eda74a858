package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Bypass;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.runlog.LoggedBypass;
import dev.goldenpath.runlog.RunLogReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BypassRulingTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    Path folder;

    @GoldenPath
    static class Bypassing {
        @BeforeAll
        static void prepare(@OnService("echo") ServiceClient client) {
            client.get("/reset").header("X-Magic-Reset", "of the set-up").send();
        }

        @BeforeEach
        void begin(@OnService("echo") ServiceClient client) {
            client.get("/begin").header("X-Magic-Login", "open-sesame").send();
        }

        @Test
        void one(ServiceClient echo) {
            assertThat(echo.get("/").header("X-Magic-Login", "open-sesame").send())
                    .hasStatus(200);
        }

        @Test
        void two(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }
    }

    @Test
    void passesStayPassesAndTheLogTellsWhichTestsUsedWhat() throws IOException {
        GoldenPathRun run = GoldenPathRun.with(
                        folder,
                        GoldenPathRun.yaml(SERVICE.url())
                                .replace("policy: {", "policy: { bypass: { headers: ['X-Magic-*'] },"))
                .run(Bypassing.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED", "PASSED");
        List<LoggedBypass> bypasses =
                RunLogReader.read(folder.resolve("out"), "test").code().bypasses();
        assertThat(bypasses)
                .extracting(LoggedBypass::bypass)
                .containsExactlyInAnyOrder(new Bypass("X-Magic-Reset", "echo"), new Bypass("X-Magic-Login", "echo"));
        assertThat(bypasses)
                .extracting(each -> each.tests().size() + " " + each.inSetUp())
                .containsExactlyInAnyOrder("0 true", "2 false");
        assertThat(Files.readString(folder.resolve("out/worklog.md")))
                .contains("- `X-Magic-Login` → `echo`: 2 tests\n- `X-Magic-Reset` → `echo`: shared set-up\n")
                .doesNotContain("open-sesame");
        assertThat(run.lines().toString()).doesNotContain("open-sesame").doesNotContain("of the set-up");
    }
}
