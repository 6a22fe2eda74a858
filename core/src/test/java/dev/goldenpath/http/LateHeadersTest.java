package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.client.RequestAuthorizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LateHeadersTest {

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private Scene scene;

    @BeforeEach
    void openScene() {
        scene = new Scene(SERVER.url()).withConnections(1);
    }

    @AfterEach
    void closeScene() {
        scene.close();
    }

    @Test
    void aCallThatWaitedForItsConnectionGoesOutWithTheRenewedToken() throws Exception {
        Dora dora = new Dora();
        ServiceClient client = scene.as(dora);
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch renewed = new CountDownLatch(1);
        CompletableFuture<ServiceResponse> first =
                CompletableFuture.supplyAsync(() -> client.get("/echo").stream(body -> {
                    holding.countDown();
                    await(renewed);
                    body.readAllBytes();
                }));
        await(holding);
        CompletableFuture<ServiceResponse> second = CompletableFuture.supplyAsync(
                () -> client.get("/echo").header("Authorship", "own").send());
        await(dora.askedTwice);
        dora.token = "second";
        renewed.countDown();

        assertThat(first.get(30, TimeUnit.SECONDS)).hasStatus(200);
        assertThat(second.get(30, TimeUnit.SECONDS).text())
                .contains("\nauthorization: Bearer second\n", "\nauthorship: own\n", "\ncookie: session=first\n")
                .doesNotContain("x-more");
        assertThat(scene.exchanges())
                .extracting(exchange -> exchange.requestHeaders().get("Authorization"))
                .containsOnly(List.of("***"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Her token is renewed by whoever assigns it. */
    private static final class Dora implements RequestAuthorizer {
        private final CountDownLatch askedTwice = new CountDownLatch(2);
        private volatile String token = "first";

        @Override
        public String user() {
            return "dora";
        }

        @Override
        public Map<String, String> headers() {
            Map<String, String> now = Map.of("Authorization", "Bearer " + token, "Cookie", "session=" + token);
            askedTwice.countDown();
            return now;
        }

        @Override
        public Map<String, String> headersAtHand() {
            return Map.of(
                    "Authorization", "Bearer " + token, "Cookie", "session=" + token, "X-More", "never asked for");
        }

        @Override
        public Optional<String> token() {
            return Optional.of(token);
        }
    }
}
