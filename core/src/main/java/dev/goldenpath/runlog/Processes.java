package dev.goldenpath.runlog;

import dev.goldenpath.launch.ProcessState;
import java.time.Duration;
import java.time.Instant;

/** Tells processes that still live from later ones with the same number. */
final class Processes {
    /** A JVM notes its start a moment after its process began, on a busy machine a long one. */
    private static final Duration BOOT = Duration.ofMinutes(1);
    /** The clock may have been set since. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private Processes() {}

    /**
     * Whether the process that had this number at {@code start} still lives.
     *
     * @param start when it, or the JVM in it, started
     */
    static boolean isAlive(long pid, Instant start) {
        return ProcessHandle.of(pid)
                .filter(ProcessState::isRunning)
                .flatMap(process -> process.info().startInstant())
                .filter(began -> began.isAfter(start.minus(BOOT)) && began.isBefore(start.plus(TOLERANCE)))
                .isPresent();
    }
}
