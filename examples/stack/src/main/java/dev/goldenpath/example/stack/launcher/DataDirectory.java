package dev.goldenpath.example.stack.launcher;

import dev.goldenpath.example.stack.process.DirectoryTree;
import dev.goldenpath.example.stack.process.PidFile;
import dev.goldenpath.example.stack.process.ProcessRecord;
import dev.goldenpath.example.stack.process.Termination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a stack keeps its files.
 *
 * @param path exists
 * @param temporary whether it goes when the stack goes
 */
record DataDirectory(Path path, boolean temporary) {
    private static final String LAUNCHER = "launcher";
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Opens the given directory, or a temporary one for null, and claims it for this process. */
    static DataDirectory open(@Nullable Path requested) throws StackException {
        try {
            DataDirectory directory = requested == null
                    ? new DataDirectory(passable(Files.createTempDirectory("goldenpath-stack-")), true)
                    : new DataDirectory(Files.exists(requested) ? requested : create(requested), false);
            directory.claim();
            return directory;
        } catch (IOException e) {
            throw new StackException(
                    "--data-dir: cannot use " + (requested == null ? "a temporary one" : requested), e);
        }
    }

    private static Path create(Path path) throws IOException {
        return passable(Files.createDirectories(path));
    }

    /** PostgreSQL may have to run as another user, who needs a way to its own directory below this one. */
    private static Path passable(Path path) throws IOException {
        FileModes.set(path, 0711);
        return path;
    }

    /** One stack at a time; the servers of an earlier one that was killed must not write here any more. */
    private void claim() throws IOException, StackException {
        PidFile pidFile = pidFile();
        List<ProcessRecord> records = pidFile.read();
        for (ProcessRecord record : records) {
            if (record.name().equals(LAUNCHER) && record.find().isPresent()) {
                throw new StackException("--data-dir: " + path + " is in use by process " + record.pid());
            }
        }
        Termination.end(
                records.stream()
                        .map(ProcessRecord::find)
                        .flatMap(Optional::stream)
                        .toList(),
                GRACE);
        pidFile.delete();
        pidFile.add(LAUNCHER, ProcessHandle.current());
    }

    PidFile pidFile() {
        return new PidFile(path);
    }

    /** Deletes what must not outlive the stack. */
    void release() throws IOException {
        if (temporary) {
            DirectoryTree.delete(path);
        } else {
            pidFile().delete();
        }
    }
}
