package dev.goldenpath.users;

import dev.goldenpath.launch.LockFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/**
 * The folder with a file for each account that is held. All but {@link #read} is for whoever holds its lock. Thread-safe.
 *
 * @param path where it is; it need not exist yet
 */
record LeaseFolder(Path path) {
    /** Nobody holds the lock for longer than it takes to read and write a few small files. */
    static final Duration LOCK = Duration.ofSeconds(10);

    /**
     * Does it while nobody else, on any machine, looks after leases here.
     *
     * @throws dev.goldenpath.launch.LockHeldException when somebody does until the limit is over
     * @throws IOException also when the folder can't be used
     */
    <T> T locked(Duration limit, LockFile.Action<T> action) throws IOException {
        return holding("lock", limit, action);
    }

    /**
     * Does it while nobody else takes several leases here. Others look after leases meanwhile.
     *
     * @throws dev.goldenpath.launch.LockHeldException when somebody does until the limit is over
     * @throws IOException also when the folder can't be used
     */
    <T> T inTurn(Duration limit, LockFile.Action<T> action) throws IOException {
        return holding("turn", limit, action);
    }

    private <T> T holding(String name, Duration limit, LockFile.Action<T> action) throws IOException {
        Path lock = path.resolve(name);
        SharedFiles.make(path, lock);
        return LockFile.holding(lock, limit, action);
    }

    /** What the account's file says; empty where nobody holds it. Never half of it, for a file is replaced as a whole. */
    Optional<String> read(Account account) throws IOException {
        try {
            // Whatever the bytes: what is no UTF-8 is no note, and must not look like an unreadable folder.
            return Optional.of(new String(Files.readAllBytes(file(account)), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void write(Account account, LeaseNote note) throws IOException {
        // One name is enough, for one writer has the lock. What a killed one left may be nobody else's to write.
        Path part = path.resolve(account.file() + ".part");
        Files.deleteIfExists(part);
        Files.writeString(part, note.json());
        SharedFiles.share(path, part);
        Files.move(part, file(account), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete(Account account) throws IOException {
        Files.deleteIfExists(file(account));
    }

    Path file(Account account) {
        return path.resolve(account.file());
    }
}
