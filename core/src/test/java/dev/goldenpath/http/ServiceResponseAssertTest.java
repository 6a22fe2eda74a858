package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServiceResponseAssertTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private static final String PHASES = "queued N ms, connect N ms, send N ms, wait N ms, receive N ms, total N ms";

    private Scene scene;

    @BeforeEach
    void openScene() {
        scene = new Scene(SERVER.url());
    }

    @AfterEach
    void closeScene() {
        scene.close();
    }

    @Test
    void everyAssertionMayHold() {
        assertThat(answer("{\"n\":7,\"big\":9000000000,\"list\":[1],\"map\":{\"a\":\"b\"},\"ok\":false}"))
                .hasStatus(200)
                .hasHeader("content-type", "application/json")
                .hasJson("/n", 7)
                .hasJson("/n", 7L)
                .hasJson("/n", (short) 7)
                .hasJson("/big", 9_000_000_000L)
                .hasJson("/list", List.of(1))
                .hasJson("/map", Map.of("a", "b"))
                .hasJson("/ok", false)
                .hasBodyContaining("\"ok\":");
    }

    @Test
    void anotherStatus() {
        assertFails(
                "{\"password\":\"pw\"}",
                response -> assertThat(response).hasStatus(201),
                "Expected status 201, but it was 200.",
                "{\"password\":\"***\"}");
    }

    @Test
    void anotherHeader() {
        assertFails(
                "{}",
                response -> assertThat(response).hasHeader("Content-Type", "text/html"),
                "Expected header Content-Type: text/html, but it was application/json.",
                "{}");
    }

    @Test
    void noHeader() {
        assertFails(
                "{}",
                response -> assertThat(response).hasHeader("X-Mock", "no"),
                "Expected header X-Mock: no, but there was none.",
                "{}");
    }

    @Test
    void anotherValue() {
        assertFails(
                "{\"n\":7}",
                response -> assertThat(response).hasJson("/n", "7"),
                "Expected \"7\" at '/n' of the body, but it was 7.",
                "{\"n\":7}");
    }

    @Test
    void noValue() {
        assertFails(
                "{}",
                response -> assertThat(response).hasJson("/n", 7),
                "Expected 7 at '/n' of the body, but nothing stands there.",
                "{}");
    }

    @Test
    void anotherBody() {
        assertFails(
                "x".repeat(600),
                response -> assertThat(response).hasBodyContaining("100 %s"),
                "Expected a body that contains '100 %s'.",
                "x".repeat(500) + "… (600 bytes)");
    }

    @Test
    void aBinaryBodyIsShownBySizeAndType() {
        ServiceResponse image = scene.client()
                .get("/answer")
                .query("body", "x")
                .query("type", "image/png")
                .send();
        assertThatThrownBy(() -> assertThat(image).hasStatus(404))
                .hasMessageEndingWith("  body:       (1 bytes of image/png)");
    }

    @Test
    void aSecretIsMaskedInTheHeadlineToo() {
        ServiceResponse response = answer("{\"owner\":\"" + Scene.TOKEN + "\"}");
        assertThatThrownBy(() -> assertThat(response).hasJson("/owner", "bob"))
                .hasMessageStartingWith("Expected \"bob\" at '/owner' of the body, but it was \"***\".\n");
    }

    @Test
    void theAuthorsDescriptionComesFirst() {
        ServiceResponse response = answer("{}");
        assertThatThrownBy(() -> assertThat(response).as("creating a run").hasStatus(202))
                .hasMessageStartingWith("[creating a run] Expected status 202, but it was 200.\n");
    }

    private void assertFails(String body, Consumer<ServiceResponse> assertion, String headline, String shown) {
        ServiceResponse response = answer(body);
        assertThatThrownBy(() -> assertion.accept(response))
                .isInstanceOf(AssertionError.class)
                .extracting(thrown -> scene.normalised(thrown.getMessage()).replaceAll("body=\\S*", "body=…"))
                .isEqualTo("""
                        %s
                          service:    backend
                          request:    GET http://127.0.0.1:PORT/answer?body=…
                          status:     200
                          phases:     %s
                          request id: REQUEST-ID
                          trace id:   TRACE-ID
                          body:       %s""".formatted(headline, PHASES, shown));
    }

    private ServiceResponse answer(String body) {
        return scene.client().get("/answer").query("body", body).send();
    }
}
