package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.Timeouts;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallFailure.Kind;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectFailureTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private static final Timeouts SHORT_CONNECT =
            new Timeouts(Duration.ofMillis(300), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /** The first call of a JVM takes long before it is even queued. */
    @BeforeAll
    static void warmUp() {
        try (Scene first = new Scene(SERVER.url())) {
            first.client().get("/answer").send();
        }
    }

    @Test
    void aRefusedConnectionIsOneAttempt() throws IOException {
        URI nobody = nobody("127.0.0.1");
        try (Scene scene = new Scene(nobody)) {
            ServiceCallException thrown = failing(scene.client());
            HttpExchange exchange = scene.exchange();
            assertThat(exchange.failure())
                    .isEqualTo(new CallFailure(Kind.REFUSED, NetworkPhase.CONNECT, "connection refused"));
            assertThat(thrown.failure()).contains(exchange.failure());
            assertThat(exchange.connection().attempts())
                    .extracting(Connection.Attempt::address, Connection.Attempt::failure)
                    .containsExactly(tuple("127.0.0.1:" + nobody.getPort(), "connection refused"));
            assertThat(exchange.connection().reused()).isFalse();
            assertThat(exchange.connection().localAddress()).isNull();
            assertThat(exchange.connection().sentBytes()).isZero();
        }
    }

    @Test
    void anUnknownNameBreaksItsLookUp() {
        try (Scene scene = new Scene(URI.create("http://nowhere.invalid:1"))) {
            ServiceCallException thrown = failing(scene.client());
            assertThat(scene.normalised(thrown.getMessage())).startsWith("""
                    GET http://nowhere.invalid:PORT/answer: unknown host.
                      service:    backend
                      url from:   goldenpath.yaml:7
                      broke in:   dns
                      phases:     queued N ms, dns N ms, total N ms
                      request id: REQUEST-ID
                      trace id:   TRACE-ID
                      cause:      java.net.UnknownHostException: """);
            assertThat(scene.exchange().failure())
                    .isEqualTo(new CallFailure(Kind.UNKNOWN_HOST, NetworkPhase.DNS, "unknown host"));
            assertThat(scene.exchange().connection().attempts()).isEmpty();
        }
    }

    @Test
    void theNextAddressOfANameIsTriedAndBothAttemptsAreTold() {
        int port = SERVER.url().getPort();
        try (Scene scene = new Scene(URI.create("http://second-answers.test:" + port))) {
            assertThat(scene.client().get("/answer").send().status()).isEqualTo(200);
            HttpExchange exchange = scene.exchange();
            assertThat(exchange.connection().attempts())
                    .extracting(Connection.Attempt::address, Connection.Attempt::failure)
                    .containsExactly(
                            tuple("127.0.0.2:" + port, "connection refused"), tuple("127.0.0.1:" + port, null));
            assertThat(exchange.connection().remoteAddress()).isEqualTo("127.0.0.1:" + port);
            assertThat(exchange.phases().parts())
                    .containsOnlyKeys(
                            NetworkPhase.QUEUED,
                            NetworkPhase.DNS,
                            NetworkPhase.CONNECT,
                            NetworkPhase.SEND,
                            NetworkPhase.WAIT,
                            NetworkPhase.RECEIVE);
        }
    }

    @Test
    void whereAllAddressesRefuseAllAreTold() throws IOException {
        int port = nobody("127.0.0.2").getPort();
        try (Scene scene = new Scene(URI.create("http://all-refuse.test:" + port))) {
            ServiceCallException thrown = failing(scene.client());
            assertThat(scene.normalised(thrown.headline()))
                    .isEqualTo("GET http://all-refuse.test:PORT/answer: connection refused.");
            assertThat(scene.exchange().connection().attempts())
                    .extracting(Connection.Attempt::address, Connection.Attempt::failure)
                    .containsExactly(
                            tuple("127.0.0.2:" + port, "connection refused"),
                            tuple("127.0.0.3:" + port, "connection refused"));
        }
    }

    @Test
    void aConnectThatNobodyAnswersEndsAtTheServicesLimit() throws IOException {
        try (FullBacklog backlog = FullBacklog.create();
                Scene scene = new Scene(backlog.url()).with(SHORT_CONNECT)) {
            ServiceCallException thrown = failing(scene.client());
            assertThat(scene.normalised(thrown.headline()))
                    .isEqualTo("GET http://127.0.0.1:PORT/answer: no connection within 300 ms.");
            assertThat(scene.exchange().failure())
                    .isEqualTo(new CallFailure(Kind.TIMEOUT, NetworkPhase.CONNECT, "no connection within 300 ms"));
            assertThat(scene.exchange().phases().of(NetworkPhase.CONNECT).orElseThrow())
                    .isGreaterThanOrEqualTo(Duration.ofMillis(300));
            assertThat(scene.exchange().connection().attempts())
                    .extracting(Connection.Attempt::failure)
                    .containsExactly("no connection in time");
        }
    }

    @Test
    void theLimitOfTheCallEndsAConnectToo() throws IOException {
        try (FullBacklog backlog = FullBacklog.create();
                Scene scene = new Scene(backlog.url())) {
            ServiceCallException thrown = catchThrowableOfType(
                    ServiceCallException.class,
                    () -> scene.client()
                            .get("/answer")
                            .limitedTo(Duration.ofMillis(500))
                            .send());
            assertThat(scene.normalised(thrown.headline()))
                    .isEqualTo("GET http://127.0.0.1:PORT/answer: no whole answer within 500 ms.");
            assertThat(scene.exchange().failure())
                    .isEqualTo(new CallFailure(Kind.TIMEOUT, NetworkPhase.CONNECT, "no whole answer within 500 ms"));
            assertThat(scene.exchange().connection().attempts())
                    .extracting(Connection.Attempt::failure)
                    .containsExactly("given up at the limit of the call");
        }
    }

    @Test
    void afterTheLimitNoFurtherAddressIsTried() throws IOException {
        try (FullBacklog backlog = FullBacklog.create();
                Scene scene = new Scene(
                        URI.create("http://first-stalls.test:" + backlog.url().getPort()))) {
            ServiceCallException thrown = catchThrowableOfType(
                    ServiceCallException.class,
                    () -> scene.client()
                            .get("/answer")
                            .limitedTo(Duration.ofMillis(500))
                            .send());
            assertThat(thrown.failure())
                    .contains(new CallFailure(Kind.TIMEOUT, NetworkPhase.CONNECT, "no whole answer within 500 ms"));
            assertThat(scene.exchange().connection().attempts()).hasSize(1);
        }
    }

    @Test
    void whoWaitsInVainForAFreeConnectionIsToldSo() throws Exception {
        Timeouts shortSilence = new Timeouts(Duration.ofSeconds(10), Duration.ofMillis(300), Duration.ofSeconds(60));
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (Scene scene = new Scene(SERVER.brokenUrl()).withConnections(1).with(shortSilence)) {
            ServiceClient client = scene.client();
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> client.get("/endless").stream(body -> {
                reading.countDown();
                await(done);
            }));
            assertThat(reading.await(60, TimeUnit.SECONDS)).isTrue();
            ServiceCallException thrown = failing(client);
            assertThat(scene.normalised(thrown.headline()))
                    .isEqualTo("GET http://127.0.0.1:PORT/answer: no free connection within 300 ms.");
            assertThat(scene.exchange().failure())
                    .isEqualTo(new CallFailure(Kind.TIMEOUT, NetworkPhase.QUEUED, "no free connection within 300 ms"));
            assertThat(scene.exchange().phases().parts()).containsOnlyKeys(NetworkPhase.QUEUED);
            assertThat(scene.exchange().connection().attempts()).isEmpty();
            done.countDown();
            other.get(60, TimeUnit.SECONDS);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static ServiceCallException failing(ServiceClient client) {
        return catchThrowableOfType(
                ServiceCallException.class, () -> client.get("/answer").send());
    }

    /** An address of this machine at which nobody listens. */
    private static URI nobody(String address) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return URI.create("http://" + address + ":" + socket.getLocalPort());
        }
    }
}
