package dev.goldenpath.runlog;

import java.time.Duration;
import java.time.Instant;

/** Tells processes that still live from later ones with the same number. */
final class Processes {
    /** A JVM notes its start a moment after its process began, on a busy machine a long one. */
    private static final Duration BOOT = Duration.ofMinutes(1);
    /** The operating system's own notes of a start may differ by that much. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private Processes() {}

    /**
     * Whether the process that had this number at {@code start} still lives.
     *
     * @param start when it, or the JVM in it, started
     */
    static boolean isAlive(long pid, Instant start) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .filter(began -> began.isAfter(start.minus(BOOT)) && began.isBefore(start.plus(TOLERANCE)))
                .isPresent();
    }
}
