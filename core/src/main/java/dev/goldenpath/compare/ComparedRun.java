package dev.goldenpath.compare;

import dev.goldenpath.runlog.LoggedRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of two runs that are compared.
 *
 * @param run its id
 * @param startedAt when the first of its logs was begun; absent where it has none
 * @param tests how many tests count
 * @param pending how many more are planned in JVMs that still run
 * @param logs its files
 * @since 0.1.0
 */
public record ComparedRun(String run, @Nullable Instant startedAt, int tests, int pending, List<Path> logs) {

    /** Copies the logs. */
    public ComparedRun {
        logs = List.copyOf(logs);
    }

    static ComparedRun of(LoggedRun run) {
        return new ComparedRun(
                run.run(),
                run.startedAt().orElse(null),
                run.tests().size(),
                run.pending(),
                run.jvms().stream().map(jvm -> jvm.log()).toList());
    }
}
