package dev.goldenpath.launch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one JVM at a time do something, by the lock of a file. The operating system gives it back when its JVM is killed.
 *
 * @since 0.1.0
 */
public final class LockFile {
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** One for each file, for whoever holds one may take long, and nobody who wants another has to wait for it. */
    private static final Map<Path, ReentrantLock> IN_THIS_JVM = new ConcurrentHashMap<>();

    private LockFile() {}

    /** What to do. */
    public interface Action<T> {
        /** Does it, and returns what comes of it. */
        T run() throws IOException;
    }

    /**
     * Does it while the lock is held.
     *
     * @param limit for the wait for the lock, in this JVM and among others together
     * @throws LockHeldException when another one holds the lock until the limit is over
     * @throws IOException also when the file can't be used, or the thread is interrupted, and stays so
     */
    public static <T> T holding(Path file, Duration limit, Action<T> action) throws IOException {
        long start = System.nanoTime();
        Path folder = folderOf(file);
        // Fair, so that of those who wait nobody's time runs out while others come by.
        ReentrantLock here =
                IN_THIS_JVM.computeIfAbsent(folder.resolve(file.getFileName()), path -> new ReentrantLock(true));
        // One at a time in this JVM: closing a file gives back the locks that the whole process has on it.
        acquire(here, file, limit);
        try (FileChannel channel = opened(file, folder);
                FileLock lock = acquire(channel, file, limit, start)) {
            return action.run();
        } finally {
            here.unlock();
        }
    }

    private static Path folderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        try {
            return Files.createDirectories(folder).toRealPath();
        } catch (FileAlreadyExistsException e) {
            throw new IOException(
                    "A file stands where a folder is needed: " + e.getFile() + ". Choose another folder.", e);
        } catch (FileSystemException e) {
            throw new IOException(
                    "The folder " + folder + " can't be made: " + reason(e) + ". Choose another folder.", e);
        }
    }

    private static FileChannel opened(Path file, Path folder) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (FileSystemException e) {
            throw new IOException(
                    "Nothing can be written in the folder " + folder + ": " + reason(e)
                            + ". Choose another folder, or allow it.",
                    e);
        }
    }

    /** What an exception of these has as its message is often the name of the file alone. */
    private static String reason(FileSystemException e) {
        String reason = e.getReason();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    private static void acquire(ReentrantLock here, Path file, Duration limit) throws IOException {
        try {
            if (!here.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new LockHeldException("another thread of this JVM has held, or waited for,", file, limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted");
        }
    }

    private static FileLock acquire(FileChannel channel, Path file, Duration limit, long start) throws IOException {
        FileLock lock = attempt(channel);
        while (lock == null) {
            if (System.nanoTime() - start > limit.toNanos()) {
                throw new LockHeldException("another process has held", file, limit);
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
