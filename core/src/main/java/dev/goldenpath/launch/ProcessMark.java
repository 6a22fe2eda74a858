package dev.goldenpath.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What tells a process from a later one with the same number.
 *
 * @param start {@link Instant#EPOCH} where the system does not say
 */
record ProcessMark(long pid, Instant start) {
    /** The operating system's own notes of a start may differ by that much. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The process itself, while it lives. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessState::isRunning)
                .filter(process -> process.info()
                        .startInstant()
                        .filter(began -> Duration.between(start, began).abs().compareTo(TOLERANCE) <= 0)
                        .isPresent());
    }

    @Override
    public String toString() {
        return pid + " " + start.toEpochMilli();
    }

    /** Reads what {@link #toString()} wrote. */
    static ProcessMark parse(String text) {
        String[] parts = text.split(" ", 2);
        return new ProcessMark(Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])));
    }
}
