package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.goldenpath.environment.EventContract;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Events that a session receives because it writes them to a server that plays them, one a line. */
record PlayedEvents(Scene scene, ServerProcess server) {
    static final Duration LONG = Duration.ofSeconds(20);
    static final String STARTED = event("started", "r1", "alice", 1);
    static final String THINKING = event("thinking", "r1", "alice", 2);
    static final String DONE = event("done", "r1", "u-1", 3);

    static String event(String type, String run, String user, int number) {
        return "{\"type\":\"" + type + "\",\"run\":\"" + run + "\",\"user\":\"" + user + "\",\"id\":\"" + run + "-"
                + number + "\",\"seq\":" + number + "}";
    }

    /** A session of alice's, whose service has a contract and plays this. */
    SocketSession session(EventContract contract, String... script) {
        SocketSession session =
                scene.socketAsAliceReading(AgentRun.settings(contract)).connect("/script");
        if (script.length > 0) {
            session.send(String.join("\n", script));
        }
        return session;
    }

    void assertBreaks(SocketSession session, String message) {
        assertBreaks(() -> assertThat(session).honours("agent-run", "r1"), message);
    }

    void assertBreaks(ThrowingCallable assertion, String message) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion)
                .satisfies(error -> assertThat(normalised(error.getMessage())).isEqualTo(message));
    }

    void assertBreaksWith(SocketSession session, String headline) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(session).honours("agent-run", "r1"))
                .satisfies(
                        error -> assertThat(error.getMessage().lines()).first().isEqualTo(headline));
    }

    /** Without what differs from run to run. */
    private String normalised(String message) {
        return message.replaceAll("\\d+\\.\\d{3} s", "T")
                .replace(server.url().toString().replace("http", "ws"), "URL");
    }
}
