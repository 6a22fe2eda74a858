package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run prints while it goes. */
class ShownProgressTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    private Path folder;

    @GoldenPath
    static class Mixed {
        @Test
        void passes(ServiceClient echo) {
            assertThat(echo.get("/").send()).hasStatus(200);
        }

        @ParameterizedTest
        @ValueSource(ints = {200, 418})
        void answers(int status, ServiceClient echo) {
            assertThat(echo.get("/").send().status()).as("status of /").isEqualTo(status);
        }

        @Test
        void asksNothing() {}
    }

    @Test
    void testsThatEndBadlyAreToldBeforeTheReportOfTheRun() throws IOException {
        Files.writeString(folder.resolve("goldenpath.yaml"), GoldenPathRun.yaml(SERVICE.url()));
        try (Fork fork = Fork.start(
                folder, Map.of("GITHUB_STEP_SUMMARY", folder.resolve("step.md").toString()), Mixed.class)) {
            fork.awaitEnd();
        }
        List<String> printed = Files.readAllLines(folder.resolve("fork-Mixed.log"));
        // A line of progress may be among them, where this machine is busy.
        assertThat(printed.stream()
                        .filter(line -> line.matches("Golden Path(: [A-Z]| verdicts).*"))
                        .toList())
                .contains("Golden Path: FAILED ShownProgressTest$Mixed.answers[2]: [status of /] "
                        + "expected: 418 but was: 200")
                .contains(
                        "Golden Path: SUSPECT ShownProgressTest$Mixed.asksNothing: This test passed, but not everything "
                                + "in it is what it says it is.")
                .hasSize(3)
                .endsWith("Golden Path verdicts, environment 'local'");
        assertThat(folder.resolve("step.md"))
                .content()
                .startsWith("<!-- goldenpath test -->\n## Golden Path: 2 of 4 passed, gate RED\n");
    }

    @Test
    void aFormThatThereIsNotIsRefused() {
        GoldenPathRun run = GoldenPathRun.against(SERVICE, folder)
                .parameter("goldenpath.progress", "loud")
                .run(Mixed.class);
        assertThat(run.throwable("passes(ServiceClient)"))
                .hasMessage(
                        "system property goldenpath.progress: 'loud' is none of 'auto', 'live', 'lines' and 'off'.");
    }
}
