package dev.goldenpath.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {
    @TempDir
    private Path folder;

    @Test
    void isFreeAgainAfterwardsAndAfterAFailure() throws IOException {
        Path file = folder.resolve("new/folder/lock");
        assertThat(LockFile.holding(file, Duration.ZERO, () -> "done")).isEqualTo("done");
        assertThatThrownBy(() -> LockFile.holding(file, Duration.ZERO, () -> {
                    throw new IOException("broken");
                }))
                .hasMessage("broken");
        assertThat(LockFile.holding(file, Duration.ZERO, () -> "again")).isEqualTo("again");
    }

    @Test
    void isNotWaitedForWithoutEnd() throws IOException {
        Path file = folder.resolve("lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> LockFile.holding(file, Duration.ofSeconds(1), () -> "done"))
                    .isInstanceOf(LockHeldException.class)
                    .hasMessage("another process has held " + file + " for 1 s");
        }
    }

    @Test
    void isNotWaitedForWithoutEndInOneJvmEither() throws IOException {
        Path file = folder.resolve("lock");
        Throwable refused = LockFile.holding(file, Duration.ZERO, () -> elsewhere(file, Duration.ofMillis(300)));
        assertThat(refused)
                .isInstanceOf(LockHeldException.class)
                .hasMessage("another thread of this JVM has held, or waited for, " + file + " for 0.3 s");
        assertThat(LockFile.holding(file, Duration.ZERO, () -> "free")).isEqualTo("free");
    }

    @Test
    void aFolderThatIsNoneIsToldWithTheWayOut() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");
        assertThatThrownBy(() -> LockFile.holding(taken.resolve("lock"), Duration.ZERO, () -> "done"))
                .hasMessage("A file stands where a folder is needed: " + taken + ". Choose another folder.");
    }

    @Test
    void aFolderInWhichNothingCanBeWrittenIsToldWithTheReason() throws IOException {
        Path lock = Files.createDirectory(folder.resolve("lock"));
        assertThatThrownBy(() -> LockFile.holding(lock, Duration.ZERO, () -> "done"))
                .hasMessage("Nothing can be written in the folder " + folder.toRealPath()
                        + ": Is a directory. Choose another folder, or allow it.");
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() throws IOException {
        Path file = folder.resolve("lock");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> LockFile.holding(file, Duration.ofHours(1), () -> "done"))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(LockFile.holding(file, Duration.ZERO, () -> "done")).isEqualTo("done");
    }

    /** What comes of it in another thread. */
    private static Throwable elsewhere(Path file, Duration limit) throws IOException {
        FutureTask<String> other = new FutureTask<>(() -> LockFile.holding(file, limit, () -> "had"));
        new Thread(other).start();
        try {
            return new AssertionError(other.get(30, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException | TimeoutException e) {
            throw new IOException(e);
        }
    }

    @Test
    void whoHoldsOneFileKeepsNobodyFromAnother() throws IOException {
        Duration limit = Duration.ofSeconds(30);
        String held = LockFile.holding(folder.resolve("one"), limit, () -> {
            FutureTask<String> other =
                    new FutureTask<>(() -> LockFile.holding(folder.resolve("other"), limit, () -> "both"));
            new Thread(other).start();
            try {
                return other.get(limit.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new IOException(e);
            }
        });
        assertThat(held).isEqualTo("both");
    }
}
