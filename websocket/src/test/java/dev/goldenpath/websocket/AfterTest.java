package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.After.after;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.http.ServiceResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AfterTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private Scene scene;
    private SocketSession session;
    private EchoedEvents events;

    @BeforeEach
    void open() {
        scene = new Scene(SERVER.url());
        session = scene.socketAsAlice().connect("/echo");
        events = new EchoedEvents(session, SERVER);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void takesTheFirstEventAfterTheRequestBegan() {
        receive("started");
        ServiceResponse response = call();
        receive("other", "started", "started");

        assertThat(after(response)
                        .on(session)
                        .firstWithin(ofSeconds(20), "started")
                        .number())
                .isEqualTo(3);
        assertThat(after(response)
                        .on(session.events().where("/run", "r1"))
                        .firstWithin(ofSeconds(20), "other")
                        .number())
                .isEqualTo(2);
    }

    @Test
    void waitsForTheEvent() {
        ServiceResponse response = call();
        CompletableFuture<ReceivedMessage> found =
                CompletableFuture.supplyAsync(() -> after(response).on(session).firstWithin(ofSeconds(20), "started"));
        events.receive("r1", "started");

        assertThat(found).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void whatComesBetweenRequestAndAnswerIsInTime() {
        SocketSession caused = scene.socket().connect("/listen/between");
        CompletableFuture<ServiceResponse> answer = CompletableFuture.supplyAsync(
                () -> scene.http().get("/cause/between/caused").send());
        assertThat(caused.events()).arrives(Within.within(ofSeconds(20)), "caused");
        assertThat(answer).isNotDone();
        caused.send("answer now");

        assertThat(after(answer.join())
                        .on(caused)
                        .firstWithin(ofMillis(1), "caused")
                        .text())
                .isEqualTo("{\"type\":\"caused\"}");
    }

    @Test
    void whatCameBeforeTheRequestIsNotItsEffect() {
        receive("started");
        ServiceResponse response = call();

        events.assertFails(() -> after(response).on(session).firstWithin(ofMillis(100), "started"), """
                Expected started within 100 ms of the answer, but started is missing.
                  after:    GET HTTP/status/202 → 202
                  stream:   WebSocket URL/echo as alice
                  timeline: expected  arrived
                                      started       0.000 s  before the request
                                      (GET begins)  0.000 s
                                      (GET → 202)   0.000 s
                            started   -                      missing""");
    }

    @Test
    void whatComesTooLongAfterTheAnswerIsLate() {
        ServiceResponse response = call();
        long answered = System.nanoTime();
        Scene.await(() -> System.nanoTime() - answered > ofMillis(20).toNanos());
        receive("started");

        events.assertFails(() -> after(response).on(session).firstWithin(ofMillis(10), "started"), """
                Expected started within 10 ms of the answer, but started is late.
                  after:    GET HTTP/status/202 → 202
                  stream:   WebSocket URL/echo as alice
                  timeline: expected  arrived
                                      (GET begins)  0.000 s
                                      (GET → 202)   0.000 s
                            started   started       0.000 s  late""");
    }

    @Test
    void anEndOfTheSessionEndsTheWait() {
        ServiceResponse response = call();
        session.close();

        events.assertFailsWith(
                () -> after(response).on(session).firstWithin(ofSeconds(20), "started"),
                "Expected started within 20 s of the answer, but started is missing, and this side closed the session"
                        + " with 1000.");
    }

    @Test
    void anEventFromTheSetUpIsCited() {
        Recording ofClass = scene.ledger.ofContainer("class");
        AtomicReference<Recording> current = new AtomicReference<>(ofClass);
        ServiceResponse response = call();
        SocketSession shared = scene.socketRecordingTo(current::get).connect("/burst");
        Scene.await(() -> shared.messages().size() == 3);
        current.set(scene.recording);

        after(response).on(shared).firstWithin(ofSeconds(20), "two");
        assertThat(scene.recording.citations())
                .extracting(events::normalised)
                .containsExactly("WebSocket URL/burst → two");
    }

    @Test
    void needsALimitAndTypes() {
        ServiceResponse response = call();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> after(response).on(session).firstWithin(Duration.ZERO, "started"));
        SocketSession untyped = scene.socketWithoutEventType().connect("/echo");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> after(response).on(untyped).firstWithin(ofSeconds(1), "started"));
    }

    @Test
    void aCallIsOnTheClockOfTheMessages() {
        ServiceResponse response = call();

        assertThat(response.completeAt().minus(response.begunAt())).isEqualTo(response.took());
        receive("started");
        assertThat(session.clock().sinceConnect(response.completeAt()))
                .isPositive()
                .isLessThan(session.messages().get(0).sinceConnect());
    }

    private ServiceResponse call() {
        return scene.http().get("/status/202").send();
    }

    private void receive(String... types) {
        int before = session.messages().size();
        events.receive("r1", types);
        Scene.await(() -> session.messages().size() == before + types.length);
    }
}
