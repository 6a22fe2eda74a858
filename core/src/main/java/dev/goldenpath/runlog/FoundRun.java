package dev.goldenpath.runlog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that has logs.
 *
 * @param id the run's
 * @param folder where all of its logs are, absent where they were given one by one, or are in several folders
 * @param logs those that were given; none where the folder was
 * @since 0.1.0
 */
public record FoundRun(String id, @Nullable Path folder, List<Path> logs) {

    /** Copies the list. */
    public FoundRun {
        logs = List.copyOf(logs);
    }

    /** A run that is known to have logs in {@code folder}. */
    public static FoundRun in(Path folder, String id) {
        return new FoundRun(id, folder, List.of());
    }

    /**
     * What its logs say now; in a folder, those that came meanwhile, too.
     *
     * @throws IOException when one can't be read, or was changed after it was written
     */
    public LoggedRun read() throws IOException {
        return folder == null ? RunLogReader.read(logs, id) : RunLogReader.read(folder, id);
    }
}
