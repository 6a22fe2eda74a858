package dev.goldenpath.http;

import static dev.goldenpath.http.Eventually.upTo;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventuallyTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private static final Duration LONG = ofSeconds(60);
    private static final Duration SOON = ofMillis(1);

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
    void theResponseThatIsAsExpectedIsReturnedAndEachTryIsEvidence() {
        ServiceResponse ready = scene.client()
                .get("/ready-after/3/request")
                .eventually(
                        upTo(LONG).every(SOON),
                        answer -> assertThat(answer).hasStatus(200).hasJson("/status", "up"));

        assertThat(ready.status()).isEqualTo(200);
        assertThat(scene.recorded).hasSize(3);
        assertThat(scene.recording.answers(Phase.TEST)).isEqualTo(3);
    }

    @Test
    void severalCallsMayMakeACondition() {
        ServiceClient client = scene.client();
        upTo(LONG).every(SOON).untilAsserted(() -> {
            assertThat(client.get("/ready-after/2/one").send()).hasStatus(200);
            assertThat(client.get("/ready-after/2/other").send()).hasStatus(200);
        });
        assertThat(scene.recorded).hasSize(5);
    }

    @Test
    void aConditionMayGiveAValue() {
        ServiceClient client = scene.client();
        String status = upTo(LONG).every(SOON).untilAsserted(() -> {
            ServiceResponse answer = client.get("/ready-after/2/value").send();
            assertThat(answer).hasStatus(200);
            return answer.at("/status", String.class);
        });
        assertThat(status).isEqualTo("up");
    }

    @Test
    void whatBreaksIsTriedAgain() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        try (Scene closed = new Scene(nobody())) {
            upTo(LONG).every(SOON).untilAsserted(() -> {
                if (tries.incrementAndGet() == 1) {
                    closed.client().get("/").send();
                }
            });
        }
        assertThat(tries).hasValue(2);
    }

    @Test
    void whatIsNeitherMismatchNorBrokenCallEndsItAtOnce() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> upTo(LONG).untilAsserted(() -> {
                    tries.incrementAndGet();
                    throw new IOException("no such file");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no such file");
        assertThat(tries).hasValue(1);
    }

    @Test
    void thereIsAlwaysOneTry() {
        AssertionError error = catchThrowableOfType(
                AssertionError.class,
                () -> scene.client()
                        .get("/answer")
                        .eventually(
                                upTo(ofSeconds(5)).every(LONG),
                                answer -> assertThat(answer).hasStatus(201)));

        assertThat(scene.normalised(error.getMessage()).replaceAll("\\d+\\.\\d s", "N s"))
                .isEqualTo("""
                        GET http://127.0.0.1:PORT/answer was not as expected within 5 s.
                          tries: 1 in N s
                          seen:  1 × Expected status 201, but it was 200.
                          last:  Expected status 201, but it was 200.
                                   service:    backend
                                   request:    GET http://127.0.0.1:PORT/answer
                                   status:     200
                                   phases:     queued N ms, connect N ms, send N ms, wait N ms, receive N ms, total N ms
                                   request id: REQUEST-ID
                                   trace id:   TRACE-ID
                                   body:       (empty)""");
        assertThat(error.getCause()).isInstanceOf(AssertionError.class).hasMessageStartingWith("Expected status 201");
    }

    @Test
    void whatWasSeenIsCounted() {
        FailedTries failed = new FailedTries();
        for (int i = 0; i < 17; i++) {
            failed.add(new AssertionError("Expected status 200, but it was 503.\n  request: GET /"), false);
        }
        for (int i = 1; i < 7; i++) {
            failed.add(new AssertionError("\nExpecting actual:\n  " + i + "\nto be greater than:\n  7 "), false);
        }
        failed.add(new ServiceCallException("GET /: connection refused.", java.util.List.of()), true);
        assertThat(failed.error("What was awaited", ofSeconds(3), ofMillis(2_960)))
                .hasMessage("""
                        What was awaited was not as expected within 3 s.
                          tries:  24 in 3.0 s, the last cut off by the limit
                          seen:   17 × Expected status 200, but it was 503.
                                  1 × Expecting actual: 1 to be greater than: 7
                                  1 × Expecting actual: 2 to be greater than: 7
                                  1 × Expecting actual: 3 to be greater than: 7
                                  1 × Expecting actual: 4 to be greater than: 7
                                  3 × something else
                          before: Expecting actual:
                                    6
                                  to be greater than:
                                    7""");
    }

    @Test
    void aTryEndsWithTheTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Scene unheard = new Scene(URI.create("http://127.0.0.1:" + silent.getLocalPort()))) {
            assertThatThrownBy(() ->
                            unheard.client().get("/").limitedTo(LONG).eventually(upTo(ofMillis(300)), answer -> {}))
                    .isInstanceOf(AssertionError.class)
                    .hasCauseInstanceOf(ServiceCallException.class)
                    .extracting(thrown -> unheard.normalised(thrown.getMessage()))
                    .asString()
                    .startsWith("GET http://127.0.0.1:PORT/ was not as expected within 300 ms.\n  tries: 1 in ")
                    .contains("  seen:  1 × GET http://127.0.0.1:PORT/: no whole answer within 300 ms.\n");
        }
    }

    @Test
    void anInterruptEndsIt() {
        try {
            assertThatThrownBy(() -> upTo(LONG).untilAsserted(() -> {
                        Thread.currentThread().interrupt();
                        throw new AssertionError("not yet");
                    }))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("What was awaited was not as expected when the thread was interrupted.\n");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void awaitingAnAnswerOfTheSetUpCitesIt() {
        scene.recording.enter(Phase.SETUP);
        ServiceResponse response = scene.client().get("/answer").send();
        scene.recording.enter(Phase.TEST);
        upTo(LONG).untilAsserted(() -> assertThat(response).hasStatus(200));
        assertThat(scene.recording.citations()).hasSize(1);
    }

    @Test
    void noTimeAtAllIsRefused() {
        assertThatThrownBy(() -> upTo(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A time to wait must be longer than nothing, but was PT0S.");
        assertThatThrownBy(() -> upTo(LONG).every(ofMillis(-1)))
                .hasMessage("A time to wait must be longer than nothing, but was PT-0.001S.");
        assertThat(upTo(ofSeconds(30)).every(ofMillis(500))).hasToString("up to 30 s, every 500 ms");
    }

    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }
}
