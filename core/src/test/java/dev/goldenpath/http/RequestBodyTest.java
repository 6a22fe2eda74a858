package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @TempDir
    private Path folder;

    private Scene scene;
    private ServiceClient client;

    @BeforeEach
    void openScene() {
        scene = new Scene(SERVER.url());
        client = scene.client();
    }

    @AfterEach
    void closeScene() {
        scene.close();
    }

    @Test
    void sendsAForm() {
        String seen = client.post("/echo")
                .form("name", "Ä & b")
                .form("password", "hunter2")
                .send()
                .text();
        assertThat(seen)
                .contains("\ncontent-type: application/x-www-form-urlencoded\n")
                .endsWith("\n\nname=%C3%84+%26+b&password=hunter2");
        assertThat(scene.exchange().requestBody().text()).isEqualTo("name=%C3%84+%26+b&password=***");
    }

    @Test
    void sendsAMultipart() throws IOException {
        Path file = Files.writeString(folder.resolve("blüte.txt"), "from a file");
        String seen = client.post("/echo")
                .part("title", "Ä text")
                .part("picture", "a \"b\".bin", new byte[] {'x', 'y'}, "application/octet-stream")
                .part("notes", file, "text/plain")
                .send()
                .text();
        String boundary = seen.replaceAll("(?s).*\ncontent-type: multipart/form-data; boundary=([^\n;]*).*", "$1");
        assertThat(seen).contains("\ncontent-type: multipart/form-data; boundary=" + boundary + "\n");
        assertThat(seen.substring(seen.indexOf("\n\n") + 2)
                        .replace("\r\n", "\n")
                        .replace(boundary, "BOUNDARY"))
                .isEqualTo("""
                        --BOUNDARY
                        Content-Disposition: form-data; name="title"

                        Ä text
                        --BOUNDARY
                        Content-Disposition: form-data; name="picture"; filename="a \\"b\\".bin"
                        Content-Type: application/octet-stream

                        xy
                        --BOUNDARY
                        Content-Disposition: form-data; name="notes"; filename="blüte.txt"
                        Content-Type: text/plain

                        from a file
                        --BOUNDARY--
                        """);
        Body recorded = scene.exchange().requestBody();
        assertThat(recorded.mediaType()).isEqualTo("multipart/form-data; boundary=" + boundary);
        assertThat(recorded.sha256()).hasSize(64);
        assertThat(recorded.text()).isNull();
    }

    @Test
    void sendsTextInTheCharsetOfItsType() {
        client.post("/digest").body("ä", "text/plain; charset=ISO-8859-1").send();
        client.post("/digest").body("ä", "text/plain").send();
        assertThat(scene.exchanges())
                .extracting(exchange -> exchange.requestBody().bytes())
                .containsExactly(1L, 2L);
        assertThat(scene.exchanges())
                .extracting(exchange -> exchange.requestBody().text())
                .containsExactly("ä", "ä");
    }

    @Test
    void sendsBytesAsTheyWereThen() {
        byte[] bytes = {1, 2, 3};
        ServiceRequest request = client.post("/digest").body(bytes, "application/octet-stream");
        String sent = "3 " + Sha256.of(bytes);
        bytes[0] = 9;
        assertThat(request.send().text()).isEqualTo(sent);
        assertThat(scene.exchange().requestBody().text()).isNull();
    }

    @Test
    void sendsAFileEachTimeWithItsDigest() throws IOException {
        byte[] content = new byte[300_000];
        new Random(7).nextBytes(content);
        Path file = Files.write(folder.resolve("upload.bin"), content);
        String digest = Sha256.of(content);
        ServiceRequest request = client.put("/digest").body(file, "application/octet-stream");
        assertThat(request.send().text()).isEqualTo("300000 " + digest);
        assertThat(request.send().text()).isEqualTo("300000 " + digest);
        assertThat(scene.exchanges())
                .extracting(exchange -> exchange.requestBody())
                .containsOnly(new Body("application/octet-stream", 300_000, digest, null, false));
        assertThat(scene.exchanges().get(0).requestHeaders().get("Content-Length"))
                .containsExactly("300000");
        assertThat(scene.exchanges().get(0).connection().sentBytes()).isGreaterThan(300_000);
    }

    @Test
    void showsTheTextOfAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("ask.json"), "{\"password\":\"hunter2\",\"text\":\"ä\"}");
        client.post("/digest").body(file, "application/json").send();
        assertThat(scene.exchange().requestBody().text()).isEqualTo("{\"password\":\"***\",\"text\":\"ä\"}");
    }

    @Test
    void aFileThatIsNotThereIsRefusedBeforeTheCall() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> client.post("/digest").body(missing, "text/plain"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no readable file " + missing + " to send.");
        assertThatThrownBy(() -> client.post("/digest").part("file", folder, "text/plain"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no readable file " + folder + " to send.");
    }

    @Test
    void aFileThatIsGoneByThenBreaksTheCall() throws IOException {
        Path file = Files.writeString(folder.resolve("gone.txt"), "here");
        ServiceRequest request = client.post("/digest").body(file, "text/plain");
        Files.delete(file);
        assertThatThrownBy(request::send).hasMessageContaining(": call broken (java.io.FileNotFoundException: " + file);
        assertThat(scene.exchange().requestBody().bytes()).isZero();
        assertThat(client.get("/answer").send().status()).isEqualTo(200);
    }

    @Test
    void carriesOneThingAlone() {
        assertThatThrownBy(() -> client.post("/echo").json(1).form("a", 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The request can't carry a form: it carries a body already.");
        assertThatThrownBy(() -> client.post("/echo").form("a", 1).part("a", "1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The request can't carry a multipart: it carries a form already.");
        assertThatThrownBy(() -> client.post("/echo").part("a", "1").body("a".getBytes(StandardCharsets.UTF_8), "a/b"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The request can't carry a body: it carries a multipart already.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length", "transfer-encoding"})
    void itsLengthIsSaidByNobodyElse(String header) {
        assertThatThrownBy(() -> client.post("/echo").header(header, "7"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The header " + header + " can't be set: it follows from the body.");
    }
}
