package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.client.MarkerSearch;
import dev.goldenpath.environment.PayloadMarkers;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PayloadMarkersTest {
    private static final String FAKE = "{\"source\":\"Mock\",\"text\":\"a mock\"}";

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private Scene scene;
    private ServiceClient client;

    @BeforeEach
    void openScene() {
        scene = new Scene(SERVER.url());
        client = scene.searchedBy(new MarkerSearch(PayloadMarkers.DEFAULT));
    }

    @AfterEach
    void closeScene() {
        scene.close();
    }

    @Test
    void aMarkerInTheBodySpeaksAgainstAPass() {
        client.get("/answer").query("body", FAKE).send();

        assertThat(scene.exchange().markers()).containsExactly("/source is \"Mock\"");
        assertThat(scene.recording.suspicions())
                .containsExactly(
                        scene.exchange().method() + " " + scene.exchange().url() + " → 200: /source is \"Mock\"");
    }

    @Test
    void anHonestBodyDoesNot() {
        client.get("/answer").query("body", "{\"mock\":\"a mock\"}").send();

        assertThat(scene.exchange().markers()).isEmpty();
        assertThat(scene.recording.suspicions()).isEmpty();
    }

    @Test
    void whatTheTestItselfSendsIsNoMarker() {
        client.post("/answer").json(Map.of("source", "mock")).send();

        assertThat(scene.exchange().markers()).isEmpty();
    }

    @Test
    void theWholeBodyIsSearchedBehindTheShownPart() {
        client.post("/echo").body("x", "text/plain").send();
        client.get("/zipped")
                .query("body", "{\"text\":\"" + "x".repeat(20_000) + "\",\"source\":\"mock\"}")
                .send();

        assertThat(scene.exchanges().get(0).markers()).isEmpty();
        assertThat(scene.exchanges().get(1).responseBody().truncated()).isTrue();
        assertThat(scene.exchanges().get(1).markers()).containsExactly("/source is \"mock\"");
    }

    @Test
    void aBodyThatWasStreamedOrDownloadedIsSearchedAsFarAsItWasKept(@TempDir Path folder) {
        client.get("/answer").query("body", FAKE).stream(InputStream::readAllBytes);
        client.get("/answer").query("body", FAKE).download(folder.resolve("body"));
        client.get("/answer").query("body", FAKE).stream(body -> body.readNBytes(20));

        assertThat(scene.exchanges())
                .extracting(exchange -> exchange.markers().get(0))
                .containsExactly("/source is \"Mock\"", "/source is \"Mock\"", "/source is \"Mock\"");
    }

    @Test
    void aClientThatIsGivenNoSearchFindsNothing() {
        scene.client().get("/answer").query("body", FAKE).send();

        assertThat(scene.exchange().markers()).isEmpty();
    }
}
