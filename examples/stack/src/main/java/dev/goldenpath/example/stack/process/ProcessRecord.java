package dev.goldenpath.example.stack.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process as the pid file remembers it. The start time tells it from a later process that got the same pid.
 *
 * @param name what the stack calls it, without blanks
 * @param pid its process id
 * @param startedAt when the operating system started it
 */
public record ProcessRecord(String name, long pid, Instant startedAt) {
    /** The kernel derives a start time from the wall clock, so two readings of one process may differ a little. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    /** Describes a running process; empty if it has already ended. */
    public static Optional<ProcessRecord> of(String name, ProcessHandle process) {
        return process.info().startInstant().map(startedAt -> new ProcessRecord(name, process.pid(), startedAt));
    }

    /** Reads one line as {@link #line()} writes it. */
    static ProcessRecord parse(String line) {
        String[] fields = line.split(" ", -1);
        if (fields.length != 3) {
            throw new IllegalArgumentException("Not a process record: '" + line + "'");
        }
        return new ProcessRecord(fields[0], Long.parseLong(fields[1]), Instant.parse(fields[2]));
    }

    String line() {
        return name + " " + pid + " " + startedAt;
    }

    /** Finds the process if it still runs. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(actual -> Duration.between(startedAt, actual).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                .orElse(false);
    }
}
