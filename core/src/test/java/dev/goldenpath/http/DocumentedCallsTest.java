package dev.goldenpath.http;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The calls that the page about HTTP shows. */
class DocumentedCallsTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @TempDir
    private Path folder;

    @Test
    void aRequestAndItsResponse() {
        try (Scene scene = new Scene(SERVER.url())) {
            ServiceClient backend = scene.client();

            ServiceResponse order = backend.post("/answer/{customer}/orders", "ann lee")
                    .query("body", "{\"id\":7}")
                    .header("Accept-Language", "en")
                    .json(Map.of("article", "tea", "pieces", 2))
                    .limitedTo(ofSeconds(5))
                    .send();
            assertThat(order).hasStatus(200).hasJson("/id", 7);

            assertThat(order.exchange().url()).endsWith("/answer/ann%20lee/orders?body=%7B%22id%22%3A7%7D");
        }
    }

    @Test
    void aRetry() {
        try (Scene scene = new Scene(SERVER.url())) {
            ServiceClient backend = scene.client();

            ServiceResponse ready = backend.get("/ready-after/3/documented")
                    .retry(Retry.upTo(3).onStatus(503).every(ofMillis(10)))
                    .send();

            assertThat(ready).hasStatus(200);
            assertThat(scene.recorded).hasSize(3);
        }
    }

    @Test
    void largeBodies() {
        try (Scene scene = new Scene(SERVER.url())) {
            ServiceClient backend = scene.client();

            ServiceResponse export = backend.get("/echo").download(folder.resolve("export.txt"));
            List<String> lines = new ArrayList<>();
            backend.get("/echo").stream(body -> {
                try (BufferedReader reader = new BufferedReader(new InputStreamReader(body))) {
                    lines.add(reader.readLine());
                }
            });

            assertThat(folder.resolve("export.txt")).hasContent(export.text());
            assertThat(lines).containsExactly("GET /echo");
        }
    }
}
