package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Events that a session receives because it sends them to a server that echoes. */
final class EchoedEvents {
    private final SocketSession session;
    private final ServerProcess server;

    EchoedEvents(SocketSession session, ServerProcess server) {
        this.session = session;
        this.server = server;
    }

    void receive(String run, String... types) {
        for (String type : types) {
            Map<String, String> event = new LinkedHashMap<>();
            event.put("type", type);
            event.put("run", run);
            session.sendJson(event);
        }
    }

    void assertFails(ThrowingCallable assertion, String message) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion)
                .satisfies(error -> assertThat(normalised(error.getMessage())).isEqualTo(message));
    }

    void assertFailsWith(ThrowingCallable assertion, String headline) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion)
                .satisfies(error -> assertThat(normalised(error.getMessage()).lines())
                        .first()
                        .isEqualTo(headline));
    }

    /** Without what differs from run to run. */
    String normalised(String message) {
        return message.replaceAll("after \\d+\\.\\d{3} s", "after T")
                .replaceAll("\\d+\\.\\d{3} s", "0.000 s")
                .replace(server.url().toString().replace("http", "ws"), "URL")
                .replace(server.url().toString(), "HTTP");
    }
}
