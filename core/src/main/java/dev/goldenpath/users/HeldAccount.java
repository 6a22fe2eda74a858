package dev.goldenpath.users;

import dev.goldenpath.environment.UserPool;
import dev.goldenpath.evidence.Fact;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One account, held by this JVM through a file that it has to renew, until it is released or lost. Thread-safe. */
final class HeldAccount {
    private final Account account;
    private final UserPool pool;
    private final LeaseFolder folder;

    /** Guards what follows, and is never held together with the folder's lock: a client must not wait for a disk. */
    private final Object state = new Object();

    private LeaseNote note;
    private long renewedNanos;
    private boolean released;
    private @Nullable UserLeaseLostException loss;

    /** @param takenNanos {@link System#nanoTime()} from before {@code note} was written */
    HeldAccount(Account account, UserPool pool, LeaseFolder folder, LeaseNote note, long takenNanos) {
        this.account = account;
        this.pool = pool;
        this.folder = folder;
        this.note = note;
        this.renewedNanos = takenNanos;
    }

    Account account() {
        return account;
    }

    /** How often it has to be renewed. */
    Duration rhythm() {
        return pool.expiry().dividedBy(3);
    }

    /** Shows the others that this JVM is alive. What can't be written now is tried again until it is lost. */
    void renew() {
        if (isOver()) {
            return;
        }
        try {
            folder.locked(LeaseFolder.LOCK, () -> {
                renewOwn();
                return account;
            });
        } catch (IOException e) {
            // Once it has not been renewed for the whole of the expiry it is lost, which says so.
            return;
        }
    }

    private void renewOwn() throws IOException {
        long before = System.nanoTime();
        if (isOver()) {
            return;
        }
        if (!isOwn()) {
            lose("it is not this JVM's any more");
            return;
        }
        LeaseNote next = note().renewed();
        folder.write(account, next);
        synchronized (state) {
            note = next;
            renewedNanos = before;
        }
    }

    void requireHeld() {
        isOver();
        synchronized (state) {
            if (loss != null) {
                throw loss.again();
            }
        }
    }

    /**
     * Removes the file where it is still this JVM's.
     *
     * @throws UserLeaseLostException when it was lost
     */
    void release() {
        // An interrupted thread can use no file, and a test that has timed out must give its user back, too.
        boolean interrupted = Thread.interrupted();
        try {
            folder.locked(LeaseFolder.LOCK, () -> {
                releaseOwn();
                return account;
            });
        } catch (IOException e) {
            // It expires, unless it has done so already.
            isOver();
            released();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void releaseOwn() throws IOException {
        synchronized (state) {
            if (released) {
                return;
            }
        }
        boolean own = isOwn();
        boolean over = isOver();
        if (!own && !over) {
            lose("it is not this JVM's any more");
        }
        if (own) {
            folder.delete(account);
        }
        released();
    }

    private void released() {
        synchronized (state) {
            boolean first = !released;
            released = true;
            if (first && loss != null) {
                throw loss.again();
            }
        }
    }

    /** Whether it is released or lost; finds out that it is lost because nothing was renewed in time. */
    private boolean isOver() {
        Duration unrenewed;
        synchronized (state) {
            unrenewed = Duration.ofNanos(System.nanoTime() - renewedNanos);
            if (released || loss != null) {
                return true;
            }
            if (unrenewed.compareTo(pool.expiry()) < 0) {
                return false;
            }
        }
        lose("it was not renewed for " + Words.of(unrenewed) + ", and it expires after " + Words.of(pool.expiry()));
        return true;
    }

    private void lose(String why) {
        UserLeaseLostException lost = new UserLeaseLostException(
                "The lease of user '" + account.user() + "' of pool '" + pool.name()
                        + "' was lost: another test may have used this user at the same time.",
                List.of(
                        Fact.of("why", why),
                        Fact.of("now", now()),
                        Fact.of(
                                "what to do",
                                "Look for what has held up this JVM (a breakpoint, a paused container, no memory), or "
                                        + "raise 'expiry' of the pool (" + pool.origin() + ").")));
        synchronized (state) {
            if (loss == null) {
                loss = lost;
            }
        }
    }

    private String now() {
        try {
            Optional<String> content = folder.read(account);
            if (content.isEmpty()) {
                return "held by nobody";
            }
            return isOwn()
                    ? "taken over by nobody yet"
                    : content.flatMap(LeaseNote::parse).map(LeaseNote::words).orElse("its file can't be understood");
        } catch (IOException e) {
            return "its file can't be read: " + e;
        }
    }

    private boolean isOwn() throws IOException {
        return folder.read(account)
                .flatMap(LeaseNote::parse)
                .filter(there -> there.holder().equals(note().holder()))
                .isPresent();
    }

    private LeaseNote note() {
        synchronized (state) {
            return note;
        }
    }
}
