package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.evidence.Canary;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Step;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CanaryAssertTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private final Canary canary = Canary.create();
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
    void theBodyCarriesItAndThatIsRecorded() {
        ServiceResponse response = scene.client()
                .post("/echo")
                .json(Map.of("text", canary.value()))
                .send();

        assertThat(response).carries(canary);
        assertThat(scene.recorded)
                .extracting(RecordedEvidence::evidence)
                .last()
                .isEqualTo(new Step(
                        "POST " + SERVER.url() + "/echo → 200: the body carries the canary " + canary, null, null));
    }

    @Test
    void aHeaderCarriesItAndThatIsRecorded() {
        ServiceResponse response = scene.client()
                .get("/answer")
                .query("h.X-request", "for " + canary)
                .send();

        assertThat(response).carries(canary);
        assertThat(((Step) scene.recorded.get(1).evidence()).name())
                .endsWith(" → 200: header X-request carries the canary " + canary);
    }

    @Test
    void aZippedBodyAndOneInAFileCarryItToo(@TempDir Path folder) {
        assertThat(scene.client()
                        .get("/zipped")
                        .query("body", "[\"" + canary + "\"]")
                        .send())
                .carries(canary);
        assertThat(scene.client()
                        .get("/answer")
                        .query("body", "[\"" + canary + "\"]")
                        .download(folder.resolve("body")))
                .carries(canary);
    }

    @Test
    void anAnswerBehindTheShownPartIsFound() {
        assertThat(scene.client()
                        .post("/echo")
                        .body("x".repeat(100_000) + canary, "text/plain")
                        .send())
                .carries(canary);
    }

    @Test
    void anAnswerWithoutItBelongsToNoCallOfThisTest() {
        ServiceResponse response = scene.client()
                .get("/answer")
                .query("body", "{\"text\":\"hello\"}")
                .send();

        assertThatThrownBy(() -> assertThat(response).carries(canary))
                .isInstanceOf(AssertionError.class)
                .extracting(thrown -> scene.normalised(thrown.getMessage()).replace(canary.value(), "CANARY"))
                .isEqualTo("""
                        Expected the answer to carry the canary CANARY, but neither its body nor a header holds it.
                          service:    backend
                          request:    GET http://127.0.0.1:PORT/answer?body=%7B%22text%22%3A%22hello%22%7D
                          status:     200
                          phases:     queued N ms, connect N ms, send N ms, wait N ms, receive N ms, total N ms
                          request id: REQUEST-ID
                          trace id:   TRACE-ID
                          body:       {"text":"hello"}""");
        assertThat(scene.recorded).hasSize(1);
    }

    @Test
    void ofAStreamedAnswerOnlyTheHeadersCanCarryIt() {
        ServiceResponse streamed =
                scene.client().get("/answer").query("h.X-Request", canary).query("body", canary).stream(
                        InputStream::readAllBytes);

        assertThat(streamed).carries(canary);
        assertThatThrownBy(() -> assertThat(streamed).carries(Canary.create()))
                .isInstanceOf(IllegalStateException.class);
    }
}
