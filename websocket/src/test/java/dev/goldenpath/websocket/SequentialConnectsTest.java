package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With an idle limit of its own Tyrus would end its executors with the last session, and hang now and then. */
class SequentialConnectsTest {
    private static final int MANY = 200;
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final long LONGEST_GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @Test
    void noneHangsHoweverSoonItFollowsTheLastClose() {
        Random gaps = new Random(42);
        try (Scene scene = new Scene(SERVER.url())) {
            ServiceSocket socket = scene.socket();
            for (int i = 0; i < MANY; i++) {
                long start = System.nanoTime();
                try (SocketSession session = socket.connect("/echo")) {
                    session.send("connect " + i);
                    assertThat(session.reader().next(LIMIT))
                            .get()
                            .extracting(ReceivedMessage::text)
                            .isEqualTo("connect " + i);
                }
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .as("connect %d", i)
                        .isLessThan(LIMIT);
                spin((long) (gaps.nextDouble() * LONGEST_GAP_NANOS));
            }
            assertThat(scene.evidence(WsHandshake.class)).hasSize(MANY);
            assertThat(scene.evidence(WsClose.class)).hasSize(MANY);
        }
    }

    /** Not asleep, which would take longer than the gap. */
    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }
}
