package dev.goldenpath.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets one JVM at a time do something, by the lock of a file. The operating system gives it back when its JVM is killed.
 *
 * @since 0.1.0
 */
public final class LockFile {
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** One for each file, for whoever holds one may take long, and nobody who wants another has to wait for it. */
    private static final Map<Path, Object> MONITORS = new ConcurrentHashMap<>();

    private LockFile() {}

    /** What to do. */
    public interface Action<T> {
        /** Does it, and returns what comes of it. */
        T run() throws IOException;
    }

    /**
     * Does it while the lock is held.
     *
     * @throws IOException also when another one holds the lock until the limit is over
     */
    public static <T> T holding(Path file, Duration limit, Action<T> action) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent()).toRealPath();
        // One at a time in this JVM: closing a file gives back the locks that the whole process has on it.
        synchronized (MONITORS.computeIfAbsent(folder.resolve(file.getFileName()), path -> new Object())) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = acquire(channel, file, limit)) {
                return action.run();
            }
        }
    }

    private static FileLock acquire(FileChannel channel, Path file, Duration limit) throws IOException {
        long start = System.nanoTime();
        FileLock lock = attempt(channel);
        while (lock == null) {
            if (System.nanoTime() - start > limit.toNanos()) {
                throw new IOException("another process has held " + file + " for " + limit.toSeconds() + " s");
            }
            Pause.of(PAUSE);
            lock = attempt(channel);
        }
        return lock;
    }

    private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held in this JVM by another class loader.
            return null;
        }
    }
}
