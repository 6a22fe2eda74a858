package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.Waiting;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionReuseTest {
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
    void aConnectionServesTheNextCallWithoutConnecting() {
        ServiceClient client = scene.client();
        client.get("/answer").send();
        client.get("/answer").send();
        Connection first = connection(0);
        Connection second = connection(1);
        assertThat(first.reused()).isFalse();
        assertThat(first.attempts()).hasSize(1);
        assertThat(second.reused()).isTrue();
        assertThat(second.attempts()).isEmpty();
        assertThat(second.localAddress()).isEqualTo(first.localAddress());
        assertThat(second.remoteAddress()).isEqualTo(first.remoteAddress());
        assertThat(scene.exchanges().get(1).phases().parts())
                .containsOnlyKeys(NetworkPhase.QUEUED, NetworkPhase.SEND, NetworkPhase.WAIT, NetworkPhase.RECEIVE);
    }

    @ParameterizedTest
    @CsvSource({"HEAD, 200", "GET, 204", "GET, 304", "POST, 200"})
    void anAnswerWithoutABodyLeavesTheConnectionUsable(String method, int status) {
        ServiceResponse response = scene.client()
                .request(method, "/answer")
                .query("status", status)
                .send();
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.bytes()).isEmpty();
        HttpExchange exchange = scene.exchange();
        assertThat(exchange.responseBody().bytes()).isZero();
        assertThat(exchange.responseBody().sha256()).isNull();
        assertThat(exchange.connection().receivedBytes()).isPositive();
        scene.client().get("/answer").send();
        assertThat(connection(1).reused()).isTrue();
    }

    @Test
    void aNewConnectionIsOpenedWhereItIsAskedForAndTheIdleOneIsKept() {
        ServiceClient client = scene.client();
        client.get("/answer").send();
        client.get("/answer").onNewConnection().send();
        client.get("/answer").onNewConnection().send();
        assertThat(scene.exchanges())
                .extracting(exchange -> exchange.connection().reused())
                .containsExactly(false, false, false);
        assertThat(scene.exchanges())
                .extracting(exchange -> exchange.connection().localAddress())
                .doesNotHaveDuplicates();
        assertThat(scene.exchanges().get(1).phases().of(NetworkPhase.CONNECT)).isPresent();
        client.get("/answer").send();
        assertThat(connection(3).reused()).isTrue();
        assertThat(connection(3).localAddress()).isEqualTo(connection(0).localAddress());
    }

    @Test
    void aConnectionThatTheServiceHasClosedIsNotUsedAgain() {
        scene.close();
        scene = new Scene(SERVER.brokenUrl());
        ServiceClient client = scene.client();
        client.get("/then-close").send();
        long answered = System.nanoTime();
        Waiting.until(
                () -> System.nanoTime() - answered > Duration.ofMillis(300).toNanos());
        assertThat(client.get("/then-close").send().text()).isEqualTo("whole");
        assertThat(connection(1).reused()).isFalse();
        assertThat(scene.recorded).hasSize(2);
    }

    @Test
    void bytesAreCountedForTheirOwnExchangeAlone() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        ServiceClient client = scene.client();
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            calls.add(threads.submit(
                    () -> client.get("/answer").query("body", "same").send()));
        }
        for (Future<?> call : calls) {
            call.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();
        assertThat(scene.exchanges())
                .extracting(exchange -> exchange.connection().receivedBytes())
                .containsOnly(connection(0).receivedBytes());
        assertThat(scene.exchanges())
                .extracting(exchange -> exchange.connection().sentBytes())
                .containsOnly(connection(0).sentBytes());
    }

    @Test
    void thePartsAndTheRestAreTheWhole() {
        ServiceClient client = scene.client();
        client.get("/slow").query("before", 60).query("within", 40).send();
        client.get("/slow").query("before", 60).query("within", 40).send();
        assertThat(scene.exchanges()).allSatisfy(exchange -> {
            Duration parts = exchange.phases().parts().values().stream().reduce(Duration.ZERO, Duration::plus);
            assertThat(exchange.phases().unattributed()).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(parts.plus(exchange.phases().unattributed()))
                    .isEqualTo(exchange.phases().total());
            assertThat(exchange.phases().of(NetworkPhase.WAIT).orElseThrow())
                    .isGreaterThanOrEqualTo(Duration.ofMillis(55));
            assertThat(exchange.phases().of(NetworkPhase.RECEIVE).orElseThrow())
                    .isGreaterThanOrEqualTo(Duration.ofMillis(35));
        });
    }

    private Connection connection(int exchange) {
        return scene.exchanges().get(exchange).connection();
    }
}
