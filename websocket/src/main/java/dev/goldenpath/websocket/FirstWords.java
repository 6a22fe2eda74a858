package dev.goldenpath.websocket;

import dev.goldenpath.client.ReplayAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a service does first with a session: refuse it after all, or say something. Stateless. */
final class FirstWords {
    /** Long enough for a service that accepts first and looks at the token then. */
    private static final Duration TIME = Duration.ofSeconds(2);
    /** A service may say why it is about to close. */
    private static final Duration TIME_AFTER_MESSAGE = Duration.ofMillis(500);

    private FirstWords() {}

    /** Waits 2 s at most for the first text message or the end, and after a message a little more for the end. */
    static void await(SocketSession session) {
        long deadline = System.nanoTime() + TIME.toNanos();
        try {
            session.view().awaitFirst(deadline);
            session.view().awaitClose(Math.min(deadline, System.nanoTime() + TIME_AFTER_MESSAGE.toNanos()));
        } catch (InterruptedException e) {
            // What is known by now is told; whoever waits next will see it.
            Thread.currentThread().interrupt();
        }
    }

    /** What came of an attempt that was answered, as far as is known now. */
    static ReplayAnswer of(SocketAttempt attempt) {
        Map<String, List<String>> headers = attempt.allHeaders();
        int status = attempt.status().orElseThrow();
        Optional<SocketSession> session = attempt.session();
        Optional<SocketClose> close = session.flatMap(SocketSession::closed).filter(end -> !end.byTest());
        return new ReplayAnswer(
                status,
                headers,
                session.map(FirstWords::firstMessage).orElse(""),
                close.map(SocketClose::code).orElse(null),
                close.map(SocketClose::reason).orElse(null),
                attempt
                        + close.map(end -> ", and " + attempt.redacted(end.inWords()))
                                .orElse(""));
    }

    private static String firstMessage(SocketSession session) {
        return session.view().kept().stream().findFirst().map(Arrival::text).orElse("");
    }
}
