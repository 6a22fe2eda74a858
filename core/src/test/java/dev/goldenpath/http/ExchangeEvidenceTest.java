package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExchangeEvidenceTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

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
    void tellsTheRequestAsItWentOut() {
        scene.asAlice()
                .post("/answer")
                .query("body", "{}")
                .header("Cookie", "session=1")
                .json(Map.of("password", "hunter2"))
                .send();
        HttpExchange exchange = scene.exchange();
        assertThat(exchange.service()).isEqualTo("backend");
        assertThat(exchange.user()).isEqualTo("alice");
        assertThat(exchange.purpose()).isNull();
        assertThat(exchange.method()).isEqualTo("POST");
        assertThat(exchange.url()).isEqualTo(SERVER.url() + "/answer?body=%7B%7D");
        assertThat(exchange.requestHeaders().get("Authorization")).containsExactly("***");
        assertThat(exchange.requestHeaders().get("Cookie")).containsExactly("***");
        assertThat(exchange.requestHeaders().get("Host"))
                .containsExactly("127.0.0.1:" + SERVER.url().getPort());
        assertThat(exchange.requestHeaders().get("User-Agent")).containsExactly("golden-path");
        assertThat(exchange.requestBody().mediaType()).isEqualTo("application/json");
        assertThat(exchange.requestBody().bytes()).isEqualTo(22);
        assertThat(exchange.requestBody().text()).isEqualTo("{\"password\":\"***\"}");
    }

    @Test
    void aNewConnectionIsOpenedWhereAnIdleOneWouldDo() {
        ServiceClient client = scene.client();
        assertThat(client.get("/answer").send().exchange().connection().reused())
                .isFalse();
        assertThat(client.get("/answer")
                        .onNewConnection()
                        .send()
                        .exchange()
                        .phases()
                        .parts())
                .containsKey(NetworkPhase.CONNECT);
        assertThat(client.get("/answer").send().exchange().connection().reused())
                .isTrue();
    }

    @Test
    void tellsTheResponseAsItArrived() {
        String body = "{\"access_token\":\"abc\",\"owner\":\"" + Scene.TOKEN + "\"}";
        scene.client()
                .get("/answer")
                .query("status", 201)
                .query("body", body)
                .query("h.Set-Cookie", "a=b")
                .send();
        HttpExchange exchange = scene.exchange();
        assertThat(exchange.status()).isEqualTo(201);
        assertThat(exchange.responseHeaders().get("Set-cookie")).containsExactly("***");
        assertThat(exchange.responseBody().mediaType()).isEqualTo("application/json");
        assertThat(exchange.responseBody().bytes()).isEqualTo(body.length());
        assertThat(exchange.responseBody().text()).isEqualTo("{\"access_token\":\"***\",\"owner\":\"***\"}");
        assertThat(exchange.responseBody().sha256()).matches("[0-9a-f]{64}");
        assertThat(exchange.url()).doesNotContain(Scene.TOKEN);
        assertThat(exchange.connection().remoteAddress())
                .isEqualTo("127.0.0.1:" + SERVER.url().getPort());
        assertThat(exchange.phases().of(NetworkPhase.RECEIVE).orElseThrow())
                .isPositive()
                .isLessThanOrEqualTo(exchange.phases().total());
        assertThat(exchange.failure()).isNull();
        assertThat(exchange.answered()).isTrue();
    }

    @Test
    void aCallWithoutBodiesHasNone() {
        scene.client().get("/answer").query("status", 204).send();
        HttpExchange exchange = scene.exchange();
        assertThat(exchange.user()).isNull();
        assertThat(exchange.requestBody()).isNull();
        assertThat(exchange.responseBody().bytes()).isZero();
        assertThat(exchange.responseBody().text()).isNull();
    }

    @Test
    void aCallOfTheLibraryItselfProvesNothing() {
        scene.ofLibrary("readiness").get("/answer").send();
        assertThat(scene.exchange().purpose()).isEqualTo("readiness");
        assertThat(scene.recording.answers(Phase.TEST)).isZero();
    }

    @Test
    void aHandleForThisTestRecordsForItOnAnyThread() throws Exception {
        Thread test = Thread.currentThread();
        Recording other = scene.ledger.ofContainer("class");
        ServiceClient shared = scene.recordingTo(() -> Thread.currentThread().equals(test) ? scene.recording : other);
        ServiceClient ofThisTest = shared.forThisTest();
        CompletableFuture.runAsync(() -> ofThisTest.get("/answer").send()).get(60, TimeUnit.SECONDS);
        CompletableFuture.runAsync(() -> shared.get("/answer").send()).get(60, TimeUnit.SECONDS);
        assertThat(scene.recorded).extracting(RecordedEvidence::test).containsExactly("class/test", null);
    }
}
