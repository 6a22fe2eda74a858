package dev.goldenpath.example.stack.backend;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Map;

/** The start-up that a fault has the backend be in: it lives, and refuses everything else with its progress. */
final class StartUp {
    private static final Duration LENGTH = Duration.ofSeconds(40);
    private static final long HIGHEST_PERCENTAGE = 99;
    private static final String RETRY_AFTER_SECONDS = "1";

    private final Faults faults;

    StartUp(Faults faults) {
        this.faults = faults;
    }

    private static final class NotStartedException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final long percentage;

        NotStartedException(long percentage) {
            super("starting: " + percentage + " %");
            this.percentage = percentage;
        }
    }

    /** Has to come before all other routes. */
    void register(RoutesConfig routes) {
        routes.before(request -> {
            if (!request.path().equals("/health")) {
                refuse();
            }
        });
        routes.wsBeforeUpgrade(handshake -> refuse());
        routes.exception(NotStartedException.class, StartUp::answer);
    }

    private void refuse() {
        faults.onFor(Fault.STARTING).ifPresent(elapsed -> {
            throw new NotStartedException(Math.min(HIGHEST_PERCENTAGE, 100 * elapsed.toMillis() / LENGTH.toMillis()));
        });
    }

    private static void answer(NotStartedException refusal, Context ctx) {
        ctx.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(Header.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .json(Map.of("status", "starting", "progress", refusal.percentage + " %"));
    }
}
