package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.goldenpath.client.ReplayAnswer;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeyTrialTest {
    private final AtomicInteger tries = new AtomicInteger();

    private ReplayAnswer answer(int status) {
        tries.incrementAndGet();
        return ReplayAnswer.ofHttp(status, Map.of(), "", "GET / with a sound token → " + status);
    }

    @Test
    void isTriedOnce() {
        KeyTrial sound = new KeyTrial();

        sound.require("auth", () -> answer(200));
        sound.require("auth", () -> answer(401));

        assertThat(tries).hasValue(1);
    }

    @Test
    void refusalIsToldToAll() {
        KeyTrial sound = new KeyTrial();

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> sound.require("auth", () -> answer(401)))
                    .withMessageStartingWith(
                            "The service refuses even a sound token signed with services.auth.tokens.signing"
                                    + " (GET / with a sound token → 401)");
        }
        assertThat(tries).hasValue(1);
    }

    @Test
    void brokenTryIsTriedAgain() {
        KeyTrial sound = new KeyTrial();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> sound.require("auth", () -> {
                    throw new IllegalStateException("broken");
                }));

        sound.require("auth", () -> answer(200));

        assertThat(tries).hasValue(1);
    }

    @Test
    void waitingHasALimit() throws Exception {
        KeyTrial sound = new KeyTrial(Duration.ofMillis(100));
        CountDownLatch tried = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<?> first = threads.submit(() -> sound.require("auth", () -> {
                tried.countDown();
                await(answered);
                return answer(200);
            }));
            await(tried);

            assertThatExceptionOfType(EnvironmentNotReadyException.class)
                    .isThrownBy(() -> sound.require("auth", () -> answer(200)))
                    .withMessage("Another test has tried a sound token for 0 s, and has no answer yet.");
            answered.countDown();
            first.get(10, TimeUnit.SECONDS);
        } finally {
            answered.countDown();
            threads.shutdownNow();
        }
        assertThat(tries).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
