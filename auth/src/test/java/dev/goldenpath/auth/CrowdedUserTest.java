package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.TokenIssued;
import dev.goldenpath.http.ServiceClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 200 callers, one user, and tokens that live for three seconds. */
class CrowdedUserTest {
    private static final int CALLERS = 200;
    private static final int MOST_CALLS = 10_000;
    private static final int WARMING_CALLS = 5;
    /** As people do between two calls: two processors that are never idle keep a call waiting for a token's whole life. */
    private static final Duration THINKING = Duration.ofMillis(250);

    private static final String KEEPER = "keeper: { grant: token, token: \"${TOKEN}\" }";
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("crowd.seconds", 4));
    private static final Duration LIMIT = TIME.plusSeconds(90);

    @RegisterExtension
    static final WaysServerProcess SERVER = new WaysServerProcess();

    @ParameterizedTest
    @ValueSource(strings = {"alice", "bot"})
    void nobodyIsRefusedAndNoTokenIsRefreshedTwice(String user) throws Exception {
        call(user, Executors.newFixedThreadPool(CALLERS));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void norOnVirtualThreads() throws Exception {
        call("alice", (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
    }

    private static void call(String user, ExecutorService threads) throws Exception {
        try (WaysScene scene = WaysScene.of(SERVER.url(), OidcTokensTest.ALICE, OidcTokensTest.BOT, KEEPER)) {
            SERVER.behave(Map.of("lifetime", 3));
            scene.forgetTheCalls();
            ServiceClient client = scene.as(user);
            AtomicInteger calls = new AtomicInteger();
            AtomicInteger refused = new AtomicInteger();
            // A server that has just started leaves the first of 200 calls waiting for longer than a token lives.
            ServiceClient keeper = scene.as("keeper");
            CyclicBarrier warm = new CyclicBarrier(CALLERS);
            List<Future<?>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(threads.submit(() -> {
                    for (int call = 0; call < WARMING_CALLS; call++) {
                        assertThat(keeper.get("/who").send()).hasStatus(200);
                    }
                    warm.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
                    long end = System.nanoTime() + TIME.toNanos();
                    for (int call = 0; call < MOST_CALLS && System.nanoTime() < end; call++) {
                        int status = client.get("/who").send().status();
                        calls.incrementAndGet();
                        refused.addAndGet(status == 401 ? 1 : 0);
                        LockSupport.parkNanos(THINKING.toNanos());
                    }
                    return null;
                }));
            }
            for (Future<?> caller : callers) {
                caller.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
            assertSound(scene, calls.get(), refused.get());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertSound(WaysScene scene, int calls, int refused) {
        int asked = SERVER.count("password") + SERVER.count("client_credentials");
        int refreshes = SERVER.count("refresh_token");
        int issued = SERVER.count("issued");
        System.out.printf(
                "%d callers, %d s: %d calls, %d times 401, %d tokens issued, %d refreshes%n",
                CALLERS, TIME.toSeconds(), calls, refused, issued, refreshes);

        assertThat(calls).isGreaterThanOrEqualTo(CALLERS);
        assertThat(refused).isZero();
        assertThat(SERVER.count("rejected")).isZero();
        assertThat(SERVER.count("served")).isEqualTo(calls + CALLERS * WARMING_CALLS);
        // Each refresh token that came with a token was used once, and nothing was asked for in another way.
        assertThat(SERVER.count("replayed")).isZero();
        assertThat(asked).isEqualTo(1);
        assertThat(issued).isEqualTo(1 + refreshes);
        assertThat(refreshes).isPositive();
        assertThat(scene.evidence(TokenIssued.class))
                .filteredOn(token -> !token.user().equals("keeper"))
                .hasSize(issued);
    }
}
