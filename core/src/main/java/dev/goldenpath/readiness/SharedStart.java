package dev.goldenpath.readiness;

import dev.goldenpath.launch.LockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * When the JVMs of a run began to wait for an environment: that it becomes ready is waited for once in a run, and not once
 * in each of its JVMs. Where the environment's processes are started anew, it is waited for anew.
 */
final class SharedStart {
    /** Between two JVMs of one run lies less; what is older is left of a run of the same id. */
    private static final Duration APART = Duration.ofMinutes(2);

    private static final Duration LOCK_LIMIT = Duration.ofSeconds(10);

    private final Path file;
    private final String processes;
    private final Clock clock;

    /** @param processes names the start of the environment's processes; empty where it has none */
    SharedStart(Path folder, String environment, String processes, Clock clock) {
        this.file = folder.resolve("readiness-" + environment + ".txt");
        this.processes = processes;
        this.clock = clock;
    }

    /** How long ago the first of them began; zero where this is the first. */
    Duration ago() {
        try {
            return LockFile.holding(file.resolveSibling(file.getFileName() + ".lock"), LOCK_LIMIT, () -> {
                Instant now = clock.instant();
                Instant began = began(now);
                Files.writeString(file, began + "\n" + now + "\n" + processes + "\n");
                return Duration.between(began, now);
            });
        } catch (IOException e) {
            // Then this JVM waits on its own, which takes longer and is no less true.
            return Duration.ZERO;
        }
    }

    /** Tells the others that the run still goes on. */
    void touch() {
        ago();
    }

    private Instant began(Instant now) throws IOException {
        if (!Files.exists(file)) {
            return now;
        }
        List<String> lines = Files.readAllLines(file);
        try {
            Instant began = Instant.parse(lines.get(0));
            Instant last = Instant.parse(lines.get(1));
            boolean ofThisRun =
                    !began.isAfter(now) && Duration.between(last, now).compareTo(APART) < 0;
            return ofThisRun && lines.get(2).equals(processes) ? began : now;
        } catch (DateTimeParseException | IndexOutOfBoundsException e) {
            return now;
        }
    }
}
