package dev.goldenpath.http;

import static dev.goldenpath.http.Eventually.upTo;
import static dev.goldenpath.http.GoldenPathSoftAssertions.assertSoftly;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page about assertions shows. */
class AssertionExamplesTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private static final String BODY = "{\"id\":\"t1\",\"title\":\"Groceries\",\"messages\":[{\"text\":\"Milk\"}]}";

    private Scene scene;
    private ServiceClient backend;

    record Message(String text) {}

    @BeforeEach
    void openScene() {
        scene = new Scene(SERVER.url());
        backend = scene.client();
    }

    @AfterEach
    void closeScene() {
        scene.close();
    }

    @Test
    void aResponse() {
        ServiceResponse thread = answer(201);
        assertThat(thread)
                .hasStatus(201)
                .hasContentType("application/json")
                .hasHeader("Location", "/api/threads/t1")
                .hasJson("/title", "Groceries")
                .hasJson("/messages/0", new Message("Milk"))
                .hasJson("/messages", List.of(Map.of("text", "Milk")))
                .doesNotHaveJson("/deleted")
                .hasJsonSatisfying(
                        "/messages/0",
                        Message.class,
                        message -> assertThat(message.text()).isNotBlank())
                .hasCookie("session");
    }

    @Test
    void severalOutcomes() {
        ServiceResponse response = answer(409);
        assertThat(response)
                .satisfiesExactlyOneOf(
                        Alternative.of("created", r -> assertThat(r).hasStatus(201)),
                        Alternative.of("exists already", r -> assertThat(r).hasStatus(409)));
    }

    @Test
    void allAtOnce() {
        ServiceResponse thread = answer(201);
        assertSoftly(softly -> {
            softly.assertThat(thread).hasStatus(201).hasJson("/title", "Groceries");
            softly.assertThat(thread.at("/messages/0/text", String.class)).startsWith("M");
        });
    }

    @Test
    void aFailureReadsAsThePageShows() throws IOException {
        ServiceResponse thread = backend.get("/answer").query("body", BODY).send();
        AssertionError error = catchThrowableOfType(
                AssertionError.class, () -> assertThat(thread).hasJson("/title", "Books"));

        assertThat(shape(Files.readString(Path.of("../docs/assertions.md")))).contains(shape(error.getMessage()));
    }

    @Test
    void waiting() {
        ServiceResponse ready = backend.get("/ready-after/{tries}/example", 2)
                .eventually(
                        upTo(ofSeconds(30)).every(ofMillis(200)),
                        answer -> assertThat(answer).hasStatus(200).hasJson("/status", "up"));
        assertThat(ready).hasStatus(200);
    }

    @Test
    void waitingForSeveralCalls() {
        String status = upTo(ofSeconds(30)).untilAsserted(() -> {
            assertThat(backend.get("/ready-after/1/first").send()).hasStatus(200);
            ServiceResponse second = backend.get("/ready-after/2/second").send();
            assertThat(second).hasStatus(200);
            return second.at("/status", String.class);
        });
        assertThat(status).isEqualTo("up");
    }

    /** What does not change from run to run, and from service to service. */
    private static String shape(String text) {
        return text.replaceAll("https?://\\S+", "URL")
                .replaceAll("\\d+\\.\\d ms", "N ms")
                .replaceAll("(request|trace) id: +\\S+", "$1 id");
    }

    private ServiceResponse answer(int status) {
        return backend.post("/answer")
                .query("status", status)
                .query("body", BODY)
                .query("h.Location", "/api/threads/t1")
                .query("h.Set-Cookie", "session=s1; HttpOnly")
                .send();
    }
}
