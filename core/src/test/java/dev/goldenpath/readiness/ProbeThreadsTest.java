package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProbeThreadsTest {
    private static final Duration SOON = Duration.ofMillis(1);

    @Test
    void whatTakesLongDelaysNothingElse() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        try (ProbeThreads threads = new ProbeThreads()) {
            threads.every(SOON, () -> {
                begun.countDown();
                await(release);
            });
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            threads.later(other::countDown, SOON);
            assertThat(other.await(30, TimeUnit.SECONDS)).isTrue();
            release.countDown();
        }
    }

    @Test
    void whatHasThrownOnceIsDoneAgain() throws InterruptedException {
        AtomicInteger times = new AtomicInteger();
        CountDownLatch again = new CountDownLatch(1);
        try (ProbeThreads threads = new ProbeThreads()) {
            threads.every(SOON, () -> {
                if (times.incrementAndGet() == 1) {
                    throw new IllegalStateException("on purpose: a task of ProbeThreadsTest");
                }
                again.countDown();
            });
            assertThat(again.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
