package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServerProcess;
import dev.goldenpath.http.ServiceClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a class whose service goes down while its tests run. */
class MidRunOutageTest {
    private static final List<String> USER_CODE_RUN = new CopyOnWriteArrayList<>();

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @TempDir
    private Path folder;

    @BeforeEach
    void bringUp() throws IOException, InterruptedException {
        USER_CODE_RUN.clear();
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(SERVER.url() + "/kept/mid?status=200"))
                                .PUT(BodyPublishers.noBody())
                                .timeout(Duration.ofSeconds(60))
                                .build(),
                        BodyHandlers.discarding());
    }

    private static void meetAnOutage(ServiceClient echo) {
        echo.put("/kept/mid?status=503").send();
        assertThat(echo.get("/kept/mid").send().status()).isEqualTo(200);
    }

    @GoldenPath
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class WithTearDown {
        @Test
        @Order(1)
        void meets(ServiceClient echo) {
            meetAnOutage(echo);
        }

        @Test
        @Order(2)
        void next(ServiceClient echo) {
            USER_CODE_RUN.add("next");
        }

        @AfterAll
        static void afterAll() {
            USER_CODE_RUN.add("@AfterAll");
        }
    }

    @GoldenPath
    static class OfAFactory {
        @TestFactory
        Stream<DynamicTest> factory(ServiceClient echo) {
            return Stream.of(
                    DynamicTest.dynamicTest("meets", () -> meetAnOutage(echo)),
                    DynamicTest.dynamicTest("next", () -> USER_CODE_RUN.add("next")));
        }
    }

    @Test
    void whatRanIsTornDownThoughTheServiceIsDownByThen() {
        GoldenPathRun run = run(WithTearDown.class);
        assertThat(run.verdicts()).containsEntry("meets(ServiceClient)", "FAILED");
        assertThat(run.verdicts()).containsEntry("next(ServiceClient)", "BLOCKED");
        assertThat(USER_CODE_RUN).containsExactly("@AfterAll");
    }

    @Test
    void theRemainingTestsOfAFactoryAreBlocked() {
        GoldenPathRun run = run(OfAFactory.class);
        assertThat(run.verdicts()).containsEntry("factory(ServiceClient)[1]", "FAILED");
        assertThat(run.verdicts()).containsEntry("factory(ServiceClient)[2]", "BLOCKED");
        assertThat(USER_CODE_RUN).isEmpty();
        assertThat(run.finished("factory(ServiceClient)[2]").path("needs").toString())
                .isEqualTo("[\"echo\"]");
    }

    private GoldenPathRun run(Class<?>... classes) {
        return GoldenPathRun.with(
                        folder,
                        GoldenPathRun.yaml(SERVER.url().toString())
                                .replace("health: /health", "health: /kept/mid")
                                .replace("ready-within: 10s", "ready-within: 60s"))
                .run(classes);
    }
}
