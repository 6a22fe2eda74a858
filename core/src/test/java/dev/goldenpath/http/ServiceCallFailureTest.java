package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Phase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.RejectedExecutionException;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceCallFailureTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/close              | connection closed without an answer",
                "/reset              | connection broken (Connection reset)",
                "/cut-length         | answer cut short",
                "/cut-chunk          | answer cut short",
                "/cut-between-chunks | answer cut short",
                "/cut-head           | call broken (Invalid header; error at offset 10: <Content-Ty>)",
                "/no-http            | connection closed without an answer"
            })
    void aBrokenAnswerIsAFailureOfItsKindAndNeverRetried(String path, String failure) {
        try (Scene scene = new Scene(SERVER.brokenUrl())) {
            String once = path + "/once";
            ServiceCallException thrown = catchThrowableOfType(
                    ServiceCallException.class, () -> scene.client().get(once).send());
            assertThat(scene.normalised(thrown.headline()))
                    .isEqualTo("GET http://127.0.0.1:PORT" + once + ": " + failure + ".");
            assertThat(scene.exchange().failure()).isEqualTo(failure);
            assertThat(scene.exchange().answered()).isFalse();
            assertThat(scene.recording.answers(Phase.TEST)).isZero();
            assertThat(hits(once)).isEqualTo("1");
        }
    }

    @Test
    void aRefusedConnectionIsToldWithServiceOriginAndCause() throws IOException {
        try (Scene scene = new Scene(nobody())) {
            assertThatThrownBy(() -> scene.asAlice().post("/a/{id}", 7).send())
                    .isInstanceOf(ServiceCallException.class)
                    .extracting(thrown -> scene.normalised(thrown.getMessage()))
                    .isEqualTo("""
                            POST http://127.0.0.1:PORT/a/7 as alice: connection refused.
                              service:  backend
                              url from: goldenpath.yaml:7
                              cause:    org.apache.hc.client5.http.HttpHostConnectException: Connect to http://127.0.0.1:PORT failed: Connection refused""");
            HttpExchange exchange = scene.exchange();
            assertThat(exchange.status()).isNull();
            assertThat(exchange.responseHeaders()).isEmpty();
            assertThat(exchange.responseBody()).isNull();
            assertThat(exchange.remoteAddress()).isNull();
            assertThat(exchange.phases().receive()).isNull();
            assertThat(exchange.phases().total()).isPositive();
        }
    }

    @Test
    void anUnknownHostIsToldByName() {
        try (Scene scene = new Scene(URI.create("http://nowhere.invalid:1"))) {
            assertThatThrownBy(() -> scene.client().get("/").send())
                    .isInstanceOf(ServiceCallException.class)
                    .hasMessageStartingWith("GET http://nowhere.invalid:1/: unknown host.\n");
        }
    }

    @Test
    void aPlainServerSpeaksNoTls() {
        try (Scene scene = new Scene(URI.create(SERVER.bannerUrl().toString().replace("http:", "https:")))) {
            assertThatThrownBy(() -> scene.client().get("/echo").send())
                    .isInstanceOf(ServiceCallException.class)
                    .extracting(thrown -> scene.normalised(((ServiceCallException) thrown).headline()))
                    .asString()
                    .startsWith("GET https://127.0.0.1:PORT/echo: TLS failure (");
        }
    }

    @Test
    void whatArrivedBeforeTheAnswerBrokeIsRecorded() {
        try (Scene scene = new Scene(SERVER.brokenUrl())) {
            assertThatThrownBy(() -> scene.client().get("/cut-length").send()).isInstanceOf(ServiceCallException.class);
            HttpExchange exchange = scene.exchange();
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.responseHeaders().get("Set-Cookie")).containsExactly("***");
            assertThat(exchange.responseBody()).isNull();
            assertThat(exchange.remoteAddress())
                    .isEqualTo("127.0.0.1:" + SERVER.brokenUrl().getPort());
        }
    }

    @Test
    void aSecretInTheRequestIsMaskedInTheMessage() throws IOException {
        try (Scene scene = new Scene(nobody())) {
            scene.redaction.addValue("s3cret +");
            assertThatThrownBy(() -> scene.client()
                            .get("/{key}", "s3cret +")
                            .query("k", "s3cret +")
                            .send())
                    .extracting(thrown -> scene.normalised(((ServiceCallException) thrown).headline()))
                    .isEqualTo("GET http://127.0.0.1:PORT/***?k=***: connection refused.");
        }
    }

    @Test
    void aSecretThatTheServiceSentIsMaskedInTheCauseToo() {
        try (Scene scene = new Scene(SERVER.brokenUrl())) {
            scene.redaction.addValue("Content-Ty");
            ServiceCallException thrown = catchThrowableOfType(
                    ServiceCallException.class,
                    () -> scene.client().get("/cut-head").send());
            assertThat(thrown.headline()).endsWith(": call broken (Invalid header; error at offset 10: <***>).");
            assertThat(thrown.getCause())
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("org.apache.hc.client5.http.ClientProtocolException:"
                            + " Invalid header; error at offset 10: <***>");
            assertThat(thrown.getCause().getStackTrace()[0].getClassName()).startsWith("org.apache.hc.client5.http.");
            assertThat(thrown.getCause())
                    .hasRootCauseMessage(
                            "org.apache.hc.core5.http.ParseException: Invalid header; error at offset 10: <***>");
            assertThat(Throwables.getStackTrace(thrown)).doesNotContain("Content-Ty");
        }
    }

    @Test
    void aCauseWithoutASecretStaysAsItIs() throws IOException {
        try (Scene scene = new Scene(nobody())) {
            assertThatThrownBy(() -> scene.client().get("/").send())
                    .isInstanceOf(ServiceCallException.class)
                    .hasCauseInstanceOf(ConnectException.class);
        }
    }

    @Test
    void aCallThatBreaksInTheClientItselfIsRecorded() {
        Scene scene = new Scene(SERVER.url());
        ServiceClient client = scene.client();
        scene.close();
        assertThatThrownBy(() -> client.get("/answer").send()).isInstanceOf(RejectedExecutionException.class);
        assertThat(scene.exchange().failure())
                .startsWith("call broken (java.util.concurrent.RejectedExecutionException: ");
        assertThat(scene.exchange().status()).isNull();
        assertThat(scene.recording.answers(Phase.TEST)).isZero();
    }

    @Test
    void withoutATestToRecordForNothingIsSent() {
        try (Scene scene = new Scene(SERVER.url())) {
            ServiceClient shared = scene.recordingTo(() -> {
                throw new IllegalStateException("no test runs on this thread");
            });
            assertThatThrownBy(() -> shared.get("/answer/nobody").send())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no test runs on this thread");
            assertThatThrownBy(shared::forThisTest).isInstanceOf(IllegalStateException.class);
        }
        assertThat(hits("/answer/nobody")).isEqualTo("0");
    }

    /** An address of this machine at which nobody listens. */
    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private static String hits(String path) {
        try (Scene scene = new Scene(SERVER.url())) {
            return scene.client().get("/hits").query("path", path).send().text();
        }
    }
}
