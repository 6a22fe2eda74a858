package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
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

class ServiceCallFailureTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @Test
    void aRefusedConnectionIsToldWithServiceOriginAndCause() throws IOException {
        try (Scene scene = new Scene(nobody())) {
            assertThatThrownBy(() -> scene.asAlice().post("/a/{id}", 7).send())
                    .isInstanceOf(ServiceCallException.class)
                    .extracting(thrown -> scene.normalised(thrown.getMessage()))
                    .isEqualTo("""
                            POST http://127.0.0.1:PORT/a/7 as alice: connection refused.
                              service:    backend
                              url from:   goldenpath.yaml:7
                              broke in:   connect
                              phases:     queued N ms, connect N ms, total N ms
                              request id: REQUEST-ID
                              trace id:   TRACE-ID
                              cause:      org.apache.hc.client5.http.HttpHostConnectException: Connect to http://127.0.0.1:PORT failed: Connection refused""");
            HttpExchange exchange = scene.exchange();
            assertThat(exchange.status()).isNull();
            assertThat(exchange.responseHeaders()).isEmpty();
            assertThat(exchange.responseBody()).isNull();
            assertThat(exchange.connection().remoteAddress()).isNull();
            assertThat(exchange.phases().parts()).containsOnlyKeys(NetworkPhase.QUEUED, NetworkPhase.CONNECT);
            assertThat(exchange.phases().total()).isPositive();
        }
    }

    @Test
    void whatArrivedBeforeTheAnswerBrokeIsRecorded() {
        try (Scene scene = new Scene(SERVER.brokenUrl())) {
            assertThatThrownBy(() -> scene.client().get("/cut-length").send()).isInstanceOf(ServiceCallException.class);
            HttpExchange exchange = scene.exchange();
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.responseHeaders().get("Set-Cookie")).containsExactly("***");
            assertThat(exchange.responseBody()).isEqualTo(new Body("text/plain", 9, null, "only this", true));
            assertThat(exchange.connection().remoteAddress())
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
            assertThat(thrown.headline())
                    .endsWith(": the answer is no valid HTTP (Invalid header; error at offset 10: <***>).");
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
        assertThat(scene.exchange().failure().words())
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
