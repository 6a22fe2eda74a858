package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MarkedAnswersTest {
    @RegisterExtension
    static final EchoService SERVICE = EchoService.start();

    @TempDir
    Path folder;

    @GoldenPath
    static class Asks {
        @Test
        void test(ServiceClient echo) {
            echo.get("/real").send();
            echo.get("/cached/7").send();
        }
    }

    @Test
    void theConfiguredMarkersOfAnAnswerStandInTheRunLog() {
        GoldenPathRun run = GoldenPathRun.with(
                        folder, GoldenPathRun.yaml(SERVICE.url()) + "markers: { fields: { path: ^/cached } }\n")
                .run(Asks.class);

        assertThat(run.lines("evidence").stream()
                        .filter(line -> line.has("test") && line.has("url"))
                        .map(line -> line.path("url").asText().replace(SERVICE.url(), "") + " " + line.path("markers")))
                .containsExactly("/real ", "/cached/7 [\"/path is \\\"/cached/7\\\"\"]");
    }
}
