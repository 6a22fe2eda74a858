package dev.goldenpath.benchmarks.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is gone with the program, also when that is interrupted. */
public final class TemporaryFolder implements AutoCloseable {
    private static final int TRIES = 20;

    private final Path path;
    private final Thread atTheEnd = new Thread(this::delete, "temporary-folder");

    /** A new one, empty. */
    public TemporaryFolder() throws IOException {
        path = Files.createTempDirectory("goldenpath-benchmarks-");
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Deletes a file, or a folder with all that is in it. */
    static void delete(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(path);
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
    }

    /** Tries again, for at a shutdown the measuring goes on and may make one more file meanwhile. */
    private void delete() {
        for (int i = 0; i < TRIES && Files.exists(path); i++) {
            try {
                delete(path);
            } catch (IOException | UncheckedIOException e) {
                Thread.onSpinWait();
            }
        }
    }
}
