package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallFailure.Kind;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Sha256;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ResponseBodyTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private static final String TEXT = "{\"a\":\"" + "ä".repeat(5_000) + "\"}";

    @TempDir
    private Path folder;

    private Scene scene;

    @BeforeEach
    void openScene() {
        // One connection alone, so that one which is lost is missed at once.
        scene = new Scene(SERVER.url()).withConnections(1);
    }

    @AfterEach
    void closeScene() {
        scene.close();
    }

    @Test
    void isReadInItsCharset() {
        ServiceResponse response = scene.client()
                .get("/answer")
                .query("type", "text/plain; charset=ISO-8859-1")
                .query("body", "hällo")
                .send();
        assertThat(response.text()).isEqualTo("hällo");
        assertThat(response.bytes()).hasSize(5);
        assertThat(scene.exchange().responseBody().text()).isEqualTo("hällo");
        assertThat(scene.exchange().responseBody().bytes()).isEqualTo(5);
    }

    @Test
    void isUnzippedAndRecordedUnzipped() {
        ServiceResponse response =
                scene.client().get("/zipped").query("body", TEXT).send();
        assertThat(response.text()).isEqualTo(TEXT);
        assertThat(response.header("Content-Encoding")).contains("gzip");
        HttpExchange exchange = scene.exchange();
        byte[] plain = TEXT.getBytes(StandardCharsets.UTF_8);
        assertThat(exchange.responseBody())
                .isEqualTo(new Body("application/json", plain.length, Sha256.of(plain), TEXT, false));
        assertThat(exchange.connection().receivedBytes()).isBetween(1L, 1_000L);
        assertThat(exchange.requestHeaders().get("Accept-Encoding")).containsExactly("gzip");
    }

    @Test
    void isUnzippedHoweverTheServiceSpellsIt() {
        ServiceRequest request =
                scene.client().get("/zipped").query("body", "plain").query("coding", "X-GZIP");
        assertThat(request.send().text()).isEqualTo("plain");
    }

    @Test
    void mayBeEmptyWhereItIsSaidToBeZipped() {
        ServiceResponse response = scene.client()
                .get("/zipped")
                .query("body", "")
                .query("none", "")
                .send();
        assertThat(response.text()).isEmpty();
        assertThat(scene.client().head("/zipped").query("body", "some").send().text())
                .isEmpty();
    }

    @Test
    void isDownloadedOverWhatIsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("body.json"), "x".repeat(20_000));
        ServiceResponse response =
                scene.client().get("/zipped").query("body", TEXT).download(file);
        byte[] plain = TEXT.getBytes(StandardCharsets.UTF_8);
        assertThat(file).hasBinaryContent(plain);
        assertThat(response.text()).isEqualTo(TEXT);
        assertThat(response.at("/a")).isEqualTo("ä".repeat(5_000));
        assertThat(response.stream()).hasBinaryContent(plain);
        assertThat(scene.exchange().responseBody())
                .isEqualTo(new Body("application/json", plain.length, Sha256.of(plain), TEXT, false));
    }

    @Test
    void aFileThatCanNotBeWrittenBreaksTheCall() {
        Path file = folder;
        ServiceRequest request = broken("/endless");
        assertThatThrownBy(() -> request.download(folder.resolve("missing").resolve("body.json")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no folder to download "
                        + folder.resolve("missing").resolve("body.json") + " into.");
        assertThatThrownBy(() -> request.download(file))
                .isInstanceOf(ServiceCallException.class)
                .hasMessageContaining(
                        "/endless: call broken (java.nio.file.FileSystemException: " + file + ": Is a directory).\n");
        assertThat(scene.exchange().failure().kind()).isEqualTo(Kind.OTHER);
        assertThat(scene.exchange().status()).isEqualTo(200);
        assertThat(scene.client().get("/then-close").send().status()).isEqualTo(200);
    }

    @Test
    void isStreamedAndNotKept() {
        AtomicReference<byte[]> read = new AtomicReference<>();
        ServiceResponse response =
                scene.client().get("/zipped").query("body", TEXT).stream(body -> read.set(body.readAllBytes()));
        byte[] plain = TEXT.getBytes(StandardCharsets.UTF_8);
        assertThat(read.get()).isEqualTo(plain);
        assertThat(scene.exchange().responseBody())
                .isEqualTo(new Body("application/json", plain.length, Sha256.of(plain), TEXT, false));
        assertThatThrownBy(response::text)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The body was handed to the reader of stream(…) and is not kept. "
                        + "Use send() to keep it in memory, or download(file).");
        scene.client().get("/answer").send();
        assertThat(scene.exchanges().get(1).connection().reused()).isTrue();
    }

    @Test
    void isSkippedByReadingIt() {
        scene.client().get("/answer").query("body", "0123456789").stream(body -> {
            assertThat(body.skip(4)).isEqualTo(4);
            assertThat(body.read()).isEqualTo('4');
            assertThat(body.readAllBytes()).hasSize(5);
            assertThat(body.read()).isEqualTo(-1);
            assertThat(body.markSupported()).isFalse();
            body.close();
        });
        assertThat(scene.exchange().responseBody().sha256())
                .isEqualTo(Sha256.of("0123456789".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isReadInPartAlsoWhereItHasNoEnd() {
        ServiceResponse response = broken("/endless").stream(
                body -> assertThat(body.readNBytes(16)).hasSize(16));
        assertThat(response.status()).isEqualTo(200);
        HttpExchange exchange = scene.exchange();
        assertThat(exchange.failure()).isNull();
        assertThat(exchange.answered()).isTrue();
        assertThat(exchange.responseBody()).isEqualTo(new Body("text/plain", 16, null, "for everfor ever", true));
        scene.client().get("/then-close").send();
        assertThat(scene.exchanges().get(1).connection().reused()).isFalse();
    }

    @Test
    void canNotBeReadOnceItsReaderHasReturned() {
        AtomicReference<InputStream> kept = new AtomicReference<>();
        scene.client().get("/answer").query("body", "text").stream(kept::set);
        assertThatThrownBy(() -> kept.get().read())
                .isInstanceOf(IOException.class)
                .hasMessage("The body can be read within its reader alone, and that has returned.");
    }

    @Test
    void aReaderThatFailsBreaksTheCallAtOnce() {
        ServiceRequest request = broken("/endless");
        ServiceCallException thrown = catchThrowableOfType(
                ServiceCallException.class,
                () -> request.stream(body -> {
                    body.readNBytes(8);
                    throw new EOFException("want more");
                }));
        String words = "call broken (the reader of its body failed: java.io.EOFException: want more)";
        assertThat(scene.normalised(thrown.headline())).isEqualTo("GET http://127.0.0.1:PORT/endless: " + words + ".");
        assertThat(thrown).hasRootCauseInstanceOf(EOFException.class);
        assertThat(scene.exchange().failure()).isEqualTo(new CallFailure(Kind.OTHER, NetworkPhase.RECEIVE, words));
        assertThat(scene.exchange().responseBody().text()).isEqualTo("for ever");
        assertThat(scene.client().get("/then-close").send().status()).isEqualTo(200);
    }

    @Test
    void anAssertionThatFailsInItsReaderIsThrownAsItIs() {
        ServiceRequest request = broken("/endless");
        assertThatThrownBy(() -> request.stream(body -> assertThat(body.read()).isEqualTo('x')))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> request.stream(body -> {
                    throw new IllegalStateException("no");
                }))
                .isExactlyInstanceOf(IllegalStateException.class);
        assertThat(scene.exchanges())
                .extracting(exchange -> exchange.failure().kind())
                .containsExactly(Kind.OTHER, Kind.OTHER);
        assertThat(scene.recording.answers(Phase.TEST)).isZero();
        assertThat(scene.client().get("/then-close").send().status()).isEqualTo(200);
    }

    @Test
    void aReaderThatKeepsABrokenBodyToItselfChangesNothing() {
        ServiceRequest request = broken("/cut-length");
        CallFailure cut = new CallFailure(Kind.TRUNCATED, NetworkPhase.RECEIVE, "answer cut short");
        ServiceCallException kept = catchThrowableOfType(
                ServiceCallException.class,
                () -> request.stream(body -> {
                    try {
                        body.readAllBytes();
                    } catch (IOException e) {
                        // As a careless reader does.
                        return;
                    }
                }));
        assertThat(kept.failure()).contains(cut);
        ServiceCallException unchecked = catchThrowableOfType(
                ServiceCallException.class,
                () -> request.stream(body -> new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))
                        .lines()
                        .forEach(line -> {})));
        assertThat(unchecked.failure()).contains(cut);
    }

    /** A request to the server that breaks its answers, with a pool of one connection too. */
    private ServiceRequest broken(String path) {
        scene.close();
        scene = new Scene(SERVER.brokenUrl()).withConnections(1);
        return scene.client().get(path);
    }
}
