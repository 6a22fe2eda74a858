package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.SocketSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sending to a service that does not read, or that has just gone. */
class SendLimitTest {
    /** With an idle limit Tyrus stumbles in one of some hundred to some thousand of them; {@code scale} has 2,000. */
    private static final int MANY = Integer.getInteger("many.connects", 500);

    private static final int SENDERS = 8;
    private static final int MOST_MESSAGES = 1000;
    private static final String LARGE = "x".repeat(64 * 1024);
    /** Far more than the kernel takes for a peer that does not read. */
    private static final long MOST_BYTES = 64L << 20;

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @Test
    @Timeout(60)
    void aMessageThatTheServiceDoesNotReadIsGivenUpAndTheSessionIsLost() {
        try (Scene scene = sendingWithin(Duration.ofMillis(500))) {
            SocketSession session = scene.socket().connect("/stall");

            assertThatExceptionOfType(ServiceCallException.class)
                    .isThrownBy(() -> sendUntilRefused(session))
                    .withMessageContaining(
                            "/stall: the message could not be sent, because not sent within 500 ms (it may still arrive).");
            assertThat(session.closed()).contains(new SocketClose(1006, "a message was not sent in time", true));
        }
    }

    @Test
    @Timeout(60)
    void noNumberOfSendersFillsTheMemory() throws Exception {
        try (Scene scene = sendingWithin(Duration.ofSeconds(1))) {
            SocketSession session = scene.socket().connect("/stall");

            List<CompletableFuture<Void>> senders = IntStream.range(0, SENDERS)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> sendUntilRefused(session)))
                    .toList();
            for (CompletableFuture<Void> sender : senders) {
                assertThat(sender)
                        .failsWithin(Duration.ofSeconds(30))
                        .withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(ServiceCallException.class);
            }
            assertThat(session.totals().sentBytes()).isLessThan(MOST_BYTES);
        }
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void aMessageThatHasLeftWasSentHoweverSoonTheServiceCloses() {
        try (Scene scene = sendingWithin(Duration.ofSeconds(10))) {
            for (int i = 0; i < MANY; i++) {
                SocketSession session = scene.socket().connect("/close/1000/bye");
                session.send("go");

                Scene.await(() -> session.closed().isPresent());
                assertThat(session.closed()).contains(new SocketClose(1000, "bye", false));
                assertThat(session.totals().sent()).isEqualTo(1);
            }
        }
    }

    private static void sendUntilRefused(SocketSession session) {
        for (int i = 0; i < MOST_MESSAGES; i++) {
            session.send(LARGE);
        }
    }

    private static Scene sendingWithin(Duration limit) {
        SocketSettings defaults = SocketSettings.DEFAULT;
        return new Scene(
                SERVER.url(),
                new SocketSettings(
                        defaults.token(), defaults.answerWithin(), limit, defaults.largestMessage(), defaults.keep()));
    }
}
