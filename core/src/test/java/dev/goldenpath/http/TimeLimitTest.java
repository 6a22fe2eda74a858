package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.Timeouts;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallFailure.Kind;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TimeLimitTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MORE_THAN_SOCKETS_HOLD = 32 * 1024 * 1024;

    private Scene scene = new Scene(SERVER.brokenUrl()).withConnections(1);

    /** The first call of a JVM takes long before it is even queued. */
    @BeforeAll
    static void warmUp() {
        try (Scene first = new Scene(SERVER.url())) {
            first.client().get("/answer").send();
        }
    }

    @AfterEach
    void closeScene() {
        scene.close();
    }

    @Test
    void aServerThatNeverAnswersIsSilentWhileItIsWaitedFor() {
        scene.with(new Timeouts(LONG, SHORT, LONG));
        ends(scene.client().get("/stall"), NetworkPhase.WAIT, "no answer within 500 ms");
        assertThat(phase(NetworkPhase.WAIT)).isGreaterThanOrEqualTo(SHORT);
        assertThat(scene.exchange().status()).isNull();
        assertThat(scene.exchange().phases().of(NetworkPhase.RECEIVE)).isEmpty();
    }

    @Test
    void aServerThatStopsInTheBodyIsSilentWhileItIsReceivedFrom() {
        scene.with(new Timeouts(LONG, SHORT, LONG));
        ends(scene.client().get("/stall-body"), NetworkPhase.RECEIVE, "the answer stopped for 500 ms");
        assertThat(phase(NetworkPhase.RECEIVE)).isGreaterThanOrEqualTo(SHORT);
        assertThat(scene.exchange().status()).isEqualTo(200);
        assertThat(scene.exchange().responseBody().text()).isEqualTo("only this");
    }

    @Test
    void aServerThatNeverShakesHandsIsGivenTheTimeOfAConnect() {
        scene.close();
        scene = new Scene(URI.create(SERVER.silentUrl().toString().replace("http:", "https:")))
                .with(new Timeouts(SHORT, LONG, LONG));
        ends(scene.client().get("/stall"), NetworkPhase.TLS, "no TLS connection within 500 ms");
        assertThat(phase(NetworkPhase.TLS)).isGreaterThanOrEqualTo(SHORT);
        assertThat(scene.exchange().phases().of(NetworkPhase.CONNECT)).isPresent();
        assertThat(scene.exchange().connection().tls()).isNull();
    }

    @Test
    void theLimitOfTheCallEndsAWait() {
        ends(scene.client().get("/stall").limitedTo(SHORT), NetworkPhase.WAIT, "no whole answer within 500 ms");
    }

    @Test
    void theLimitOfTheCallEndsAReceive() {
        ends(scene.client().get("/stall-body").limitedTo(SHORT), NetworkPhase.RECEIVE, "no whole answer within 500 ms");
        assertThat(scene.exchange().responseBody().text()).isEqualTo("only this");
    }

    @Test
    void theLimitOfTheCallEndsAnAnswerThatNeverStops() {
        ServiceRequest request = scene.client().get("/endless").limitedTo(SHORT);
        ServiceCallException thrown = catchThrowableOfType(
                ServiceCallException.class,
                () -> request.stream(body -> body.transferTo(OutputStream.nullOutputStream())));
        assertThat(thrown.failure())
                .contains(new CallFailure(Kind.TIMEOUT, NetworkPhase.RECEIVE, "no whole answer within 500 ms"));
    }

    @Test
    void theLimitOfTheCallEndsAHandshake() {
        scene.close();
        scene = new Scene(URI.create(SERVER.silentUrl().toString().replace("http:", "https:")));
        ends(scene.client().get("/stall").limitedTo(SHORT), NetworkPhase.TLS, "no whole answer within 500 ms");
    }

    @Test
    void theLimitOfTheCallEndsARequestThatNobodyReads() {
        ends(
                scene.client()
                        .post("/unread")
                        .body(new byte[MORE_THAN_SOCKETS_HOLD], "application/octet-stream")
                        .limitedTo(Duration.ofSeconds(2)),
                NetworkPhase.SEND,
                "no whole answer within 2 s");
        assertThat(scene.exchange().connection().sentBytes()).isBetween(1L, MORE_THAN_SOCKETS_HOLD - 1L);
    }

    @Test
    void aServiceHasALimitOfItsOwnForCalls() {
        scene.with(new Timeouts(LONG, LONG, SHORT));
        ends(scene.client().get("/stall"), NetworkPhase.WAIT, "no whole answer within 500 ms");
    }

    @Test
    void aRequestMayTakeLongerThanItsServiceAllows() {
        scene.with(new Timeouts(LONG, SHORT, Duration.ofMillis(1)));
        ends(scene.client().get("/stall").limitedTo(LONG), NetworkPhase.WAIT, "no answer within 500 ms");
    }

    @Test
    void theWholeMessageOfALimit() {
        ServiceCallException thrown = catchThrowableOfType(
                ServiceCallException.class,
                () -> scene.client().get("/stall").limitedTo(SHORT).send());
        assertThat(scene.normalised(thrown.getMessage())).startsWith("""
                GET http://127.0.0.1:PORT/stall: no whole answer within 500 ms.
                  service:    backend
                  url from:   goldenpath.yaml:7
                  broke in:   wait
                  phases:     queued N ms, connect N ms, send N ms, wait N ms, total N ms
                  request id: REQUEST-ID
                  trace id:   TRACE-ID
                  cause:      java.net.SocketException: Socket """);
    }

    @Test
    void anInterruptedThreadIsToldSoAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> scene.client().get("/answer").send())
                .isInstanceOf(ServiceCallException.class)
                .hasMessageContaining("/answer: the thread was interrupted.\n");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(scene.exchange().failure().words()).isEqualTo("the thread was interrupted");
    }

    @Test
    void aLimitOfNothingIsRefused() {
        assertThatThrownBy(() -> scene.client().get("/stall").limitedTo(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A call can't be limited to PT0S: that leaves no time at all.");
    }

    @Test
    void whereverALimitStrikesTheCallEndsInOneRecordAndLosesNoConnection() {
        scene.close();
        scene = new Scene(SERVER.url()).withConnections(1);
        for (int call = 1; call <= 400; call++) {
            Duration limit = Duration.ofNanos(ThreadLocalRandom.current().nextLong(1, 1_500_000));
            Optional<CallFailure> failure =
                    failure(scene.client().get("/answer").limitedTo(limit));
            assertThat(scene.recorded).hasSize(call);
            assertThat(failure.map(CallFailure::kind)).isIn(Optional.empty(), Optional.of(Kind.TIMEOUT));
            assertThat(Optional.ofNullable(scene.exchanges().get(call - 1).failure()))
                    .isEqualTo(failure);
        }
        assertThat(scene.client().get("/answer").send().status()).isEqualTo(200);
    }

    private static Optional<CallFailure> failure(ServiceRequest request) {
        try {
            request.send();
            return Optional.empty();
        } catch (ServiceCallException e) {
            return e.failure();
        }
    }

    private void ends(ServiceRequest request, NetworkPhase phase, String words) {
        ServiceCallException thrown = catchThrowableOfType(ServiceCallException.class, request::send);
        assertThat(scene.normalised(thrown.headline())).endsWith(": " + words + ".");
        HttpExchange exchange = scene.exchange();
        assertThat(exchange.failure()).isEqualTo(new CallFailure(Kind.TIMEOUT, phase, words));
        assertThat(thrown.failure()).contains(exchange.failure());
        assertThat(exchange.answered()).isFalse();
    }

    private Duration phase(NetworkPhase phase) {
        return scene.exchange().phases().of(phase).orElseThrow();
    }
}
