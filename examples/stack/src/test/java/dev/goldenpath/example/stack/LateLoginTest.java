package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.example.stack.EventStream.Closed;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedStack.class)
class LateLoginTest {
    private static final String PATH = "/ws/late";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Closed REFUSED = new Closed(1008, "authenticate first");

    private final Api alice;

    LateLoginTest(LaunchedStack stack) {
        alice = stack.backend().as(stack.auth().login("alice").text("/access_token"));
    }

    @Test
    void theFirstMessageMayCarryTheToken() throws InterruptedException {
        try (EventStream early = new EventStream(alice);
                EventStream late = EventStream.anonymous(alice, PATH)) {
            AgentRun.start(alice).isToldBy(early.next(5));
            late.send(message("authenticate", alice.token()));

            assertThat(late.next(1)).singleElement().hasToString("{\"type\":\"authenticated\"}");
            AgentRun.start(alice).isToldBy(late.next(5));
        }
    }

    @Test
    void aTokenInTheHandshakeDoesThereToo() throws InterruptedException {
        try (EventStream events = EventStream.anonymous(alice, PATH + "?access_token=" + alice.token())) {
            AgentRun.start(alice).isToldBy(events.next(5));
        }
    }

    @Test
    void silenceIsClosed() throws Exception {
        long start = System.nanoTime();
        try (EventStream late = EventStream.anonymous(alice, PATH)) {
            assertThat(late.awaitClose()).isEqualTo(REFUSED);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(PATIENCE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "[]",
                "{\"type\":\"authenticate\"}",
                "{\"type\":\"authenticate\",\"token\":1}",
                "{\"type\":\"authenticate\",\"token\":\"nonsense\"}"
            })
    void anyOtherFirstMessageIsClosedAtOnce(String message) throws Exception {
        assertRefusedAtOnce(message);
    }

    @Test
    void anotherTypeOfMessageIsClosedAtOnceThoughItCarriesTheToken() throws Exception {
        assertRefusedAtOnce(message("login", alice.token()));
    }

    @Test
    void whoHasAuthenticatedInTimeStays() throws Exception {
        try (EventStream early = EventStream.anonymous(alice, PATH);
                EventStream silent = EventStream.anonymous(alice, PATH)) {
            early.send(message("authenticate", alice.token()));
            // Opened later, it is closed later than the first would have been.
            silent.awaitClose();

            AgentRun run = AgentRun.start(alice);
            assertThat(early.next(1)).singleElement().hasToString("{\"type\":\"authenticated\"}");
            run.isToldBy(early.next(5));
        }
    }

    private void assertRefusedAtOnce(String message) throws Exception {
        try (EventStream late = EventStream.anonymous(alice, PATH)) {
            long start = System.nanoTime();
            late.send(message);

            assertThat(late.awaitClose()).isEqualTo(REFUSED);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE.minusSeconds(1));
        }
    }

    private static String message(String type, String token) {
        return "{\"type\":\"" + type + "\",\"token\":\"" + token + "\"}";
    }
}
