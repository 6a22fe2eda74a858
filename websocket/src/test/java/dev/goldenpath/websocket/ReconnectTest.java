package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.Within.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.WsHandshake;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReconnectTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @Test
    void opensASessionLikeTheOneThatWasLost() {
        try (Scene scene = new Scene(SERVER.url())) {
            SocketSession first = scene.socketAsAlice()
                    .connecting("/reset")
                    .header("X-Tenant", "blue")
                    .open();
            first.send("go");
            Scene.await(() -> first.closed().isPresent());

            SocketSession second = first.reconnect(Backoff.upTo(Duration.ofSeconds(10)));

            assertThat(second.closed()).isEmpty();
            assertThat(first.closed()).contains(new SocketClose(1006, "", false));
            assertThat(scene.evidence(WsHandshake.class))
                    .hasSize(2)
                    .allSatisfy(handshake ->
                            assertThat(handshake.requestHeaders()).containsKeys("Authorization", "X-Tenant"))
                    .extracting(WsHandshake::session)
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void aSessionWhoseTokenHasExpiredIsOpenedAgainWithTheOneOfNow() {
        try (Scene scene = new Scene(SERVER.url())) {
            AtomicInteger number = new AtomicInteger();
            SocketSession first =
                    scene.socketAs(() -> "token-" + number.incrementAndGet()).connect("/token-expiry");
            MessageReader reader = first.reader();
            assertThat(reader.next(Duration.ofSeconds(10)).orElseThrow().text()).contains("Bearer token-1\r\n");
            first.send("go");

            assertThat(first).closesWith(4401, "token expired", within(Duration.ofSeconds(10)));
            SocketSession second = first.reconnect(Backoff.upTo(Duration.ofSeconds(10)));
            assertThat(second.reader()
                            .next(Duration.ofSeconds(10))
                            .orElseThrow()
                            .text())
                    .contains("Bearer token-2\r\n");
        }
    }

    @Test
    void triesUntilAServerThatRestartsIsThereAgain() throws Exception {
        ServerProcess server = new ServerProcess();
        server.start();
        try (Scene scene = new Scene(server.url())) {
            SocketSession first = scene.socket().connect("/echo");
            int port = server.url().getPort();
            server.stop();
            Scene.await(() -> first.closed().isPresent());

            CompletableFuture<SocketSession> second = CompletableFuture.supplyAsync(
                    () -> first.reconnect(Backoff.upTo(Duration.ofSeconds(30)).startingAt(Duration.ofMillis(20))));
            Scene.await(() -> scene.evidence(WsHandshake.class).size() >= 3);
            server.startAt(port);

            second.get(30, TimeUnit.SECONDS).send("{\"type\":\"hello\"}");
            assertThat(second.get().reader().next(Duration.ofSeconds(10))).isPresent();
            assertThat(scene.evidence(WsHandshake.class))
                    .filteredOn(handshake -> handshake.status() == null)
                    .as("attempts in between")
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allSatisfy(handshake -> assertThat(handshake.failure()).isEqualTo("connection refused"));
        } finally {
            server.stop();
        }
    }

    @Test
    void aClosedClientOpensNothing() {
        try (Scene scene = new Scene(SERVER.url())) {
            ServiceSocket client = scene.socket();
            SocketSession session = client.connect("/echo");
            client.close();

            assertThatIllegalStateException()
                    .isThrownBy(() -> session.reconnect(Backoff.upTo(Duration.ofSeconds(1))))
                    .withMessageStartingWith("This client of backend is closed");
            assertThat(scene.evidence(WsHandshake.class)).hasSize(1);
        }
    }

    @Test
    void doesNotTryAgainWhatIsRefusedForGood() {
        try (Scene scene = new Scene(SERVER.url())) {
            SocketCall call = refused(scene, 403);

            assertThatExceptionOfType(ServiceCallException.class)
                    .isThrownBy(() -> Reconnecting.open(call, Backoff.upTo(Duration.ofSeconds(30))))
                    .withMessage(call.description() + ": not connected again within 30 s.\n"
                            + "  service:  backend\n"
                            + "  url from: goldenpath.yaml:7\n"
                            + "  tried:    1 attempt, for waiting would not help\n"
                            + "  last:     refused with status 403");
        }
    }

    @Test
    void waitsAsLongAsTheServiceAsksAndGivesUpWhereThatIsTooLong() {
        try (Scene scene = new Scene(SERVER.url())) {
            SocketCall call = refused(scene, 503);

            assertThatExceptionOfType(ServiceCallException.class)
                    .isThrownBy(() -> Reconnecting.open(call, Backoff.upTo(Duration.ofSeconds(5))))
                    .withMessageContaining("  tried:    1 attempt\n  last:     refused with status 503");
        }
    }

    @Test
    void eachPauseIsTwiceTheOneBeforeUpToTheLongest() {
        try (Scene scene = new Scene(SERVER.url())) {
            SocketAttempt attempt = scene.socket().attempt("/echo");
            Backoff backoff = Backoff.upTo(Duration.ofMinutes(1))
                    .startingAt(Duration.ofMillis(100))
                    .atMost(Duration.ofMillis(350));

            assertThat(backoff.after(1, attempt)).isEqualTo(Duration.ofMillis(100));
            assertThat(backoff.after(2, attempt)).isEqualTo(Duration.ofMillis(200));
            assertThat(backoff.after(3, attempt)).isEqualTo(Duration.ofMillis(350));
            assertThat(backoff.after(1000, attempt)).isEqualTo(Duration.ofMillis(350));
            assertThatIllegalArgumentException().isThrownBy(() -> Backoff.upTo(Duration.ZERO));
        }
    }

    private static SocketCall refused(Scene scene, int status) {
        return scene.callOf("/status/" + status);
    }
}
