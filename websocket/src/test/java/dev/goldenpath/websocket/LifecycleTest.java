package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LifecycleTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @Test
    void aServiceThatEndsAnIdleSessionSaysSo() {
        try (Scene scene = new Scene(SERVER.url())) {
            SocketSession session = scene.socket().connect("/idle/200");

            assertThat(session).closesWith(1001, "idle", within(ofSeconds(10)));
        }
    }

    @Test
    void twoConnectionsOfOneUserAreTwo() {
        try (Scene scene = new Scene(SERVER.url())) {
            ServiceSocket alice = scene.socketAsAlice();
            SocketSession first = alice.connect("/echo");
            SocketSession second = alice.connect("/echo");
            first.send("{\"type\":\"to-first\"}");
            second.send("{\"type\":\"to-second\"}");

            assertThat(first.events()).arrives(within(ofSeconds(10)), "to-first");
            assertThat(second.events()).arrives(within(ofSeconds(10)), "to-second");
            first.close();
            assertThat(second).isOpen();
            assertThat(second.messages()).hasSize(1);
        }
    }

    @Test
    void aTestThatIsSlowToReadLosesNothing() {
        try (Scene scene = new Scene(SERVER.url())) {
            SocketSession session = scene.socket().connect("/flood/2000");
            Scene.await(() -> session.totals().received() == 2000);

            MessageReader reader = session.reader();
            assertThat(IntStream.range(0, 2000)
                            .mapToObj(
                                    i -> reader.next(ofSeconds(1)).orElseThrow().text()))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 2000).mapToObj(Ticks::text).toList());
        }
    }

    @Test
    void aSessionThatResumesHasMissedAndRepeatedNothing() {
        try (Scene scene = new Scene(SERVER.url())) {
            SocketSession first = numbered(scene, 1, 2, 3);
            first.close();

            assertThat(numbered(scene, 4, 5)).resumes(first, "/sequence", within(ofSeconds(10)));
            assertFails(first, numbered(scene, 6, 7))
                    .withMessageStartingWith(
                            "Expected the events to go on where the session before ended, by the numbers"
                                    + " at /sequence, but 4 to 5 are missing.\n")
                    .withMessageEndingWith(
                            "  before:  up to 3, then this side closed the session with 1000\n" + "  now:     from 6");
            assertFails(first, numbered(scene, 2, 3, 4)).withMessageContaining("but 2 and 3 are repeated.\n");
            assertFails(first, numbered(scene, 3, 5)).withMessageContaining("but 4 is missing, and 3 is repeated.\n");
        }
    }

    @Test
    void whatHasNoNumbersDoesNotResume() {
        try (Scene scene = new Scene(SERVER.url())) {
            SocketSession first = numbered(scene, 1);
            SocketSession silent = scene.socket().connect("/echo");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThat(silent).resumes(first, "/sequence", within(ofMillis(100))))
                    .withMessageContaining("but none with a number there arrived within 100 ms.\n")
                    .withMessageEndingWith("  before:  up to 1, and still open\n  now:     no number");
            assertFails(silent, first)
                    .withMessageContaining("but the session before had no event with a number there.\n");
        }
    }

    private static ThrowableAssertAlternative<AssertionError> assertFails(SocketSession earlier, SocketSession later) {
        return assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(later).resumes(earlier, "/sequence", within(ofSeconds(10))));
    }

    /** A session that has received events with these numbers. */
    private static SocketSession numbered(Scene scene, int... numbers) {
        SocketSession session = scene.socket().connect("/echo");
        for (int number : numbers) {
            session.send("{\"type\":\"step\",\"sequence\":" + number + "}");
        }
        assertThat(session.events()).arrivesAtLeast(numbers.length, "step", within(ofSeconds(10)));
        return session;
    }
}
