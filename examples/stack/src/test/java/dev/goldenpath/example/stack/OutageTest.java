package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.example.stack.Api.Answer;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** What fails while a server, or the backend itself, is not all there, and works again by itself. */
@ExtendWith(SharedStack.class)
class OutageTest {
    private static final String READY = "/api/health/ready";

    private final FaultyStack stack;
    private final Api alice;

    OutageTest(FaultyStack stack) {
        this.stack = stack;
        alice = stack.backendAs("alice");
    }

    @Test
    void redisIsReallyGoneAndComesBackToOldAndNewSockets() throws Throwable {
        int port = stack.product().redisPort();
        try (EventStream before = new EventStream(alice)) {
            AgentRun.start(alice).isToldBy(before.next(5));
            ProcessHandle redis = stack.product().server("redis-server");
            stack.during("redis-down", () -> {
                assertThat(Await.alive(List.of(redis))).isEmpty();
                assertThat(SecondBackend.listens(port)).isFalse();
                assertThat(stack.switches().put("/faults/redis-down").status()).isEqualTo(204);
                assertDown("redis", "postgresql", "auth");

                String lost = AgentRun.start(alice).id();
                stack.product().find("Nobody could be told that run " + lost + " failed");
                assertThat(alice.post("/api/threads", Map.of("title", "No events"))
                                .status())
                        .isEqualTo(201);
                try (EventStream meanwhile = new EventStream(alice)) {
                    assertThat(stack.switches().delete("/faults/redis-down").status())
                            .isEqualTo(204);
                    assertThat(SecondBackend.listens(port)).isTrue();
                    awaitRecovery();

                    AgentRun run = AgentRun.start(alice);
                    run.isToldBy(before.next(5));
                    run.isToldBy(meanwhile.next(5));
                }
            });
            try (EventStream after = new EventStream(alice)) {
                AgentRun.start(alice).isToldBy(after.next(5));
            }
            assertThat(stack.switches().delete("/faults/redis-down").status()).isEqualTo(204);
            assertThat(alice.get(READY).status()).isEqualTo(200);
        }
    }

    @Test
    void noConnectionOfBeforeTheOutageIsUsedAfterIt() throws Throwable {
        try (EventStream events = new EventStream(alice)) {
            AgentRun.start(alice).isToldBy(events.next(5));
            long subscriptions = subscriptions();
            stack.during("redis-down", () -> {});
            // The deep health would not do: it uses the connections up that it finds broken.
            Await.until("a new subscription", () -> subscriptions() > subscriptions);

            AgentRun.start(alice).isToldBy(events.next(5));
        }
        assertThat(alice.get(READY).status()).isEqualTo(200);
    }

    private long subscriptions() {
        return stack.product().printed().stream()
                .filter(line -> line.contains("Subscribed to events"))
                .count();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aRedisThatHangsHangsNothingElse() throws Exception {
        long redis = stack.product().server("redis-server").pid();
        signal("-STOP", redis);
        try {
            String lost = AgentRun.start(stack.backendAs("bob")).id();
            stack.product().find("Nobody could be told that run " + lost + " failed");
            assertDown("redis", "postgresql", "auth");
        } finally {
            signal("-CONT", redis);
        }
        awaitRecovery();
        try (EventStream events = new EventStream(alice)) {
            AgentRun.start(alice).isToldBy(events.next(5));
        }
    }

    private static void signal(String signal, long pid) throws Exception {
        Process kill = new ProcessBuilder("kill", signal, Long.toString(pid)).start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    @Test
    void postgresqlTakesFiveSecondsMoreForAStatement() throws Throwable {
        stack.during("postgres-slow", () -> {
            long start = System.nanoTime();
            CompletableFuture<Long> slow = CompletableFuture.supplyAsync(() -> {
                assertThat(alice.get("/api/threads").status()).isEqualTo(200);
                return System.nanoTime() - start;
            });
            Await.until(
                    "somebody asleep in PostgreSQL",
                    () -> Sleepers.count(stack.product().postgresPort()) > 0);
            assertDown("postgresql", "redis", "auth");
            assertThat(alice.get(READY).text("/checks/postgresql/error")).isEqualTo("no answer within 2000 ms");

            assertThat(Duration.ofNanos(slow.get(15, TimeUnit.SECONDS))).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
            Await.until(
                    "the end of a health check that nobody waits for",
                    () -> stack.product().log("postgres").contains("canceling statement due to user request"));
        });
        awaitRecovery();
    }

    @Test
    void healthDisagreesThoughAllChecksAreUp() throws Throwable {
        stack.during("health-disagrees", () -> {
            Answer ready = alice.get(READY);
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.text("/status")).isEqualTo("down");
            assertThat(ready.body().get("checks").fieldNames())
                    .toIterable()
                    .containsExactly("postgresql", "redis", "auth");
            assertThat(ready.body().get("checks")).allSatisfy(check -> {
                assertThat(check.get("status").asText()).isEqualTo("up");
                assertThat(check.get("response_ms").isNumber()).isTrue();
            });
            assertThat(alice.get("/health").body()).hasToString("{\"status\":\"up\"}");
        });
        assertThat(alice.get(READY).status()).isEqualTo(200);
    }

    @Test
    void aPageStandsWhereTheHealthShouldBe() throws Throwable {
        stack.during("health-html", () -> {
            Api.Page page = alice.page(READY);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.contentType()).isEqualTo("text/html");
            assertThat(page.text()).startsWith("<!doctype html>");
        });
        assertThat(alice.get(READY).text("/status")).isEqualTo("up");
    }

    @Test
    void startingAnswersNothingButItsProgress() throws Throwable {
        stack.during("starting", () -> {
            for (String path : List.of("/api/me", READY, "/version", "/no/such/path")) {
                Answer refusal = alice.get(path);
                assertThat(refusal.status()).as(path).isEqualTo(503);
                assertThat(refusal.headers().allValues("Retry-After")).containsExactly("1");
                assertThat(refusal.body().fieldNames()).toIterable().containsExactlyInAnyOrder("status", "progress");
                assertThat(refusal.text("/status")).isEqualTo("starting");
            }
            assertThatThrownBy(() -> new EventStream(alice))
                    .cause()
                    .isInstanceOfSatisfying(WebSocketHandshakeException.class, refusal -> {
                        assertThat(refusal.getResponse().statusCode()).isEqualTo(503);
                        assertThat(refusal.getResponse().headers().allValues("Retry-After"))
                                .containsExactly("1");
                    });
            assertThat(alice.get("/health").status()).isEqualTo(200);

            int first = progress();
            assertThat(first).isBetween(0, 98);
            Await.until("progress", () -> progress() > first);
            // Switched on once more, it does not begin anew.
            stack.switches().put("/faults/starting");
            assertThat(progress()).isGreaterThan(first);
        });
        assertThat(alice.get("/api/me").status()).isEqualTo(200);
    }

    private int progress() {
        String progress = alice.get("/api/me").text("/progress");
        assertThat(progress).matches("\\d{1,2} %");
        return Integer.parseInt(progress.substring(0, progress.indexOf(' ')));
    }

    private void assertDown(String down, String... others) {
        Answer ready = alice.get(READY);
        assertThat(ready.status()).isEqualTo(503);
        assertThat(ready.text("/status")).isEqualTo("down");
        JsonNode checks = ready.body().get("checks");
        assertThat(checks.get(down).get("status").asText()).isEqualTo("down");
        assertThat(checks.get(down).get("error").asText()).isNotBlank();
        assertThat(others)
                .allSatisfy(other ->
                        assertThat(checks.get(other).get("status").asText()).isEqualTo("up"));
        assertThat(alice.get("/health").status()).isEqualTo(200);
    }

    private void awaitRecovery() {
        Await.until("recovery", () -> alice.get(READY).status() == 200);
    }
}
