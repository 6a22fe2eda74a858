package dev.goldenpath.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LightThreadsTest {
    private static final int MANY = 200;

    @Test
    void manyWaitAtOnceAndKeepNoJvmAlive() throws Exception {
        ThreadFactory factory = LightThreads.named("waiting-");
        CountDownLatch all = new CountDownLatch(MANY);
        CountDownLatch end = new CountDownLatch(1);
        Thread last = null;
        for (int i = 0; i < MANY; i++) {
            last = factory.newThread(() -> {
                all.countDown();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThat(last.getName()).isEqualTo("waiting-" + (i + 1));
            assertThat(last.isDaemon()).isTrue();
            last.start();
        }
        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(last.getClass() != Thread.class).isEqualTo(LightThreads.areVirtual());
        end.countDown();
        last.join(Duration.ofSeconds(30).toMillis());
        assertThat(last.isAlive()).isFalse();
    }

    @Test
    void theyAreVirtualFromJdk21On() {
        assertThat(LightThreads.areVirtual()).isEqualTo(Runtime.version().feature() >= 21);
    }
}
