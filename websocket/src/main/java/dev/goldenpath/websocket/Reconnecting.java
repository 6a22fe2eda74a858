package dev.goldenpath.websocket;

import dev.goldenpath.client.Pause;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.Fact;
import java.util.List;
import java.util.OptionalInt;

/** Opens a session once more, with pauses between the attempts. */
final class Reconnecting {
    private Reconnecting() {}

    static SocketSession open(SocketCall call, Backoff backoff) {
        long deadline = System.nanoTime() + backoff.limit().toNanos();
        SocketAttempt attempt = call.attempt();
        int attempts = 1;
        while (attempt.session().isEmpty()
                && mayChange(attempt.status())
                && Pause.isOver(backoff.after(attempts, attempt), deadline)) {
            attempt = call.attempt();
            attempts++;
        }
        SocketAttempt last = attempt;
        int made = attempts;
        return last.session().orElseThrow(() -> failed(call, backoff, last, made));
    }

    /** Whether waiting helps: what the service refuses to this caller it refuses for good. */
    private static boolean mayChange(OptionalInt status) {
        return status.isEmpty()
                || status.getAsInt() >= 500
                || List.of(101, 408, 425, 429).contains(status.getAsInt());
    }

    private static ServiceCallException failed(SocketCall call, Backoff backoff, SocketAttempt last, int attempts) {
        String tried = attempts == 1 ? "1 attempt" : attempts + " attempts";
        return new ServiceCallException(
                call.description() + ": not connected again within " + Periods.inWords(backoff.limit()) + ".",
                List.of(
                        Fact.of("service", call.context().service().name()),
                        Fact.of("url from", call.context().service().origin()),
                        new Fact("tried", tried + (mayChange(last.status()) ? "" : ", for waiting would not help")),
                        new Fact("last", last.outcome())));
    }
}
