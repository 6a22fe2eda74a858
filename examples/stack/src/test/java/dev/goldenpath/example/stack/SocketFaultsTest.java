package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.example.stack.EventStream.Closed;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class SocketFaultsTest {
    private final FaultyStack stack;
    private final Api alice;

    SocketFaultsTest(FaultyStack stack) {
        this.stack = stack;
        alice = stack.backendAs("alice");
    }

    @Test
    void aBusySocketRefusesTheHandshakeAndSaysWhenToTryAgain() throws Throwable {
        stack.during(
                "socket-busy",
                () -> assertThatThrownBy(() -> new EventStream(alice))
                        .cause()
                        .isInstanceOfSatisfying(WebSocketHandshakeException.class, refusal -> {
                            HttpResponse<?> response = refusal.getResponse();
                            assertThat(response.statusCode()).isEqualTo(503);
                            assertThat(response.headers().allValues("Retry-After"))
                                    .containsExactly("7");
                        }));
        assertHearsARun();
    }

    @Test
    void aDroppedSocketIsAcceptedAndClosed() throws Throwable {
        stack.during("socket-dropped", () -> {
            try (EventStream events = new EventStream(alice)) {
                assertThat(events.awaitClose()).isEqualTo(new Closed(1011, "restarting"));
            }
        });
        assertHearsARun();
    }

    @Test
    void aMuteSocketNeverGetsAnEvent() throws Throwable {
        try (EventStream sound = new EventStream(alice)) {
            stack.during("socket-mute", () -> {
                try (EventStream mute = new EventStream(alice)) {
                    stack.switches().delete("/faults/socket-mute");
                    AgentRun.start(alice).isToldBy(sound.next(5));
                    // Events are sent one after the other: with the first of this run, all of the last are out.
                    AgentRun.start(alice).isToldBy(sound.next(5));

                    assertThat(mute.rest()).isEmpty();
                }
            });
        }
        assertHearsARun();
    }

    private void assertHearsARun() throws InterruptedException {
        try (EventStream events = new EventStream(alice)) {
            AgentRun.start(alice).isToldBy(events.next(5));
        }
    }
}
