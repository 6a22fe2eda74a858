package dev.goldenpath.jupiter;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.OutageSign;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import java.util.concurrent.TimeoutException;

/** Whether a failure looks like the environment, and not like the product. */
final class Suspicion {
    private Suspicion() {}

    /**
     * Whether what ended a test, or what its latest calls have met, does: a call that broke, a time-out, a log-in that was
     * not possible, an answer 502 to 504, a socket that was closed as by a restart.
     */
    static boolean isRaisedBy(Throwable thrown, Recording recording) {
        return thrown instanceof ServiceCallException
                || thrown instanceof TimeoutException
                || thrown instanceof EnvironmentNotReadyException
                || recording.latest().stream()
                        .filter(recorded -> recorded.phase() != Phase.PROBE)
                        .anyMatch(recorded -> OutageSign.in(recorded).isPresent());
    }
}
