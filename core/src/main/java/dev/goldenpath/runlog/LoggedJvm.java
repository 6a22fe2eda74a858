package dev.goldenpath.runlog;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JVM of a run, as its log shows it.
 *
 * @param log its file
 * @param start the log's first line; absent where a kill cut even that short
 * @param startedAt when its log was begun
 * @param endedAt when its log was ended; absent where it has no last line
 * @param end how it ended, as far as known
 * @param problems what made it red besides its tests
 * @since 0.1.0
 */
public record LoggedJvm(
        Path log,
        @Nullable RunStart start,
        Instant startedAt,
        @Nullable Instant endedAt,
        End end,
        List<String> problems) {

    /** How a JVM ended. */
    public enum End {
        /** Its log has its last line. */
        FINISHED,
        /** Its log has no last line yet, and its process lives. */
        RUNNING,
        /** Its log has no last line, and its process is gone. */
        KILLED
    }

    /** Copies the problems. */
    public LoggedJvm {
        problems = List.copyOf(problems);
    }

    /** One of which is not known when it ended. */
    public LoggedJvm(Path log, @Nullable RunStart start, Instant startedAt, End end, List<String> problems) {
        this(log, start, startedAt, null, end, problems);
    }
}
