package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Of a service that is down, and that no test of a class needs. */
@Timeout(120)
class UnneededServiceTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    private Path folder;

    @GoldenPath
    static class NeedsTheOther {
        @Test
        void calls(ServiceClient echo) {
            assertThat(echo.get("/x").send().status()).isEqualTo(200);
        }
    }

    @GoldenPath
    static class WithSetUp {
        @BeforeAll
        static void setUp() {}

        @Test
        void p1(ServiceClient echo) {
            assertThat(echo.get("/x").send().status()).isEqualTo(200);
        }
    }

    @Test
    void blocksNoTestThroughASetUpThatNamesNothing() {
        assertThat(run("600s", WithSetUp.class).verdicts()).containsEntry("p1(ServiceClient)", "PASSED");
    }

    @Test
    void isNotWaitedFor() {
        // Far longer than this test may take.
        GoldenPathRun run = run("600s", NeedsTheOther.class);
        assertThat(run.verdicts()).containsEntry("calls(ServiceClient)", "PASSED");
    }

    private GoldenPathRun run(String readyWithin, Class<?> type) {
        String yaml = GoldenPathRun.yaml(SERVICE.url())
                .replace("ready-within: 10s", "ready-within: " + readyWithin)
                .replace("    services:\n", "    services:\n      redis: { url: 'http://127.0.0.1:1' }\n");
        return GoldenPathRun.with(folder, yaml).run(type);
    }
}
