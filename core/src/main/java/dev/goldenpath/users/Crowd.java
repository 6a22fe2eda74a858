package dev.goldenpath.users;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Has users do the same at the same time, each on a thread of its own. Used once. */
final class Crowd<T> {
    /** For those who were interrupted because their time is over. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Whoever issues tokens checks a password for each, on purpose slowly: more at once would only wait there. */
    private static final int LOG_INS_AT_ONCE = 64;

    private static final Pattern OF_JDK = Pattern.compile("(java|javax|jdk|sun)\\..*");

    private final List<VirtualUser> users;
    private final Pacing pacing;
    private final UserCall<T> call;
    private final CountDownLatch ready;
    private final CountDownLatch start = new CountDownLatch(1);
    private final Semaphore logIns = new Semaphore(LOG_INS_AT_ONCE, true);
    private final List<Run<T>> runs = new ArrayList<>();
    private volatile long startNanos;
    private volatile boolean over;

    /** What one user comes to. */
    static final class Run<T> {
        final VirtualUser user;
        private final List<T> results = new ArrayList<>();
        private long beginNanos;
        private @Nullable UserOutcome outcome;

        Run(VirtualUser user) {
            this.user = user;
        }

        /** Of its last iteration; empty where that did not end well. */
        synchronized Optional<T> result() {
            return results.isEmpty() ? Optional.empty() : Optional.of(results.get(results.size() - 1));
        }

        synchronized long beginNanos() {
            return beginNanos;
        }

        /** The first failure that is told counts: clients may fail to close after all else went well. */
        synchronized void end(UserOutcome told) {
            if (outcome == null || (outcome.passed() && !told.passed())) {
                outcome = told;
            }
        }

        synchronized UserOutcome outcome() {
            return Objects.requireNonNull(outcome, "each has one when all have ended");
        }

        synchronized void begun() {
            beginNanos = System.nanoTime();
        }

        synchronized void done(T result) {
            results.clear();
            results.add(result);
        }
    }

    Crowd(List<VirtualUser> users, Pacing pacing, UserCall<T> call) {
        this.users = users;
        this.pacing = pacing;
        this.call = call;
        this.ready = new CountDownLatch(users.size());
    }

    /**
     * Returns when all have ended, or their time is over.
     *
     * @param binding what a user's thread runs its work in
     * @throws InterruptedException when this thread is interrupted; all users are then, too
     * @throws IllegalStateException when this process can't open a connection for each
     */
    List<Run<T>> run(Consumer<Runnable> binding) throws InterruptedException {
        OpenFiles.now().requireFor(users.size());
        ThreadFactory factory = UserThreads.factory();
        List<Thread> threads = new ArrayList<>();
        for (VirtualUser user : users) {
            Run<T> run = new Run<>(user);
            int index = runs.size();
            runs.add(run);
            threads.add(factory.newThread(() -> binding.accept(() -> live(run, index))));
        }
        threads.forEach(Thread::start);
        try {
            // Who is not logged in by then begins late, or fails.
            boolean all = ready.await(pacing.limit().toNanos(), TimeUnit.NANOSECONDS);
            startNanos = System.nanoTime();
            start.countDown();
            await(threads, startNanos + (all ? pacing.limit().toNanos() : 0));
        } finally {
            over = true;
            threads.forEach(Thread::interrupt);
        }
        await(threads, System.nanoTime() + GRACE.toNanos());
        for (int i = 0; i < runs.size(); i++) {
            if (threads.get(i).isAlive()) {
                overdue(runs.get(i), threads.get(i));
            }
        }
        return runs;
    }

    private static void await(List<Thread> threads, long deadlineNanos) throws InterruptedException {
        for (Thread thread : threads) {
            long left = deadlineNanos - System.nanoTime();
            if (left > 0) {
                TimeUnit.NANOSECONDS.timedJoin(thread, left);
            }
        }
    }

    private void overdue(Run<T> run, Thread thread) {
        List<StackTraceElement> stack = List.of(thread.getStackTrace());
        // Nobody can do anything about the place in the JDK.
        String place = stack.stream()
                .filter(frame -> !OF_JDK.matcher(frame.getClassName()).matches())
                .findFirst()
                .or(() -> stack.stream().findFirst())
                .map(frame -> " It is at " + frame + ".")
                .orElse("");
        end(
                run,
                0,
                new IllegalStateException("not done after " + Words.of(pacing.limit())
                        + ", and it does not heed its interrupt." + place));
    }

    private void live(Run<T> run, int index) {
        VirtualUser user = run.user;
        int done = 0;
        try {
            logIn(user);
            start.await();
            user.pause(pacing.rampUp().multipliedBy(index).dividedBy(users.size()));
            run.begun();
            while (done < pacing.iterations()) {
                if (done > 0) {
                    user.pause(pacing.think());
                }
                user.iteration(done + 1);
                run.done(call.run(user));
                done++;
            }
            // Who took no notice of its interrupt was late all the same.
            end(run, done, isOver() ? late(null) : null);
        } catch (Throwable e) {
            // Whatever it is ends this user alone, and is told: nobody else sees what a thread dies of.
            end(run, done, isOver() ? late(e) : e);
        } finally {
            close(run, done);
        }
    }

    private void logIn(VirtualUser user) throws InterruptedException {
        try {
            logIns.acquire();
            try {
                user.logIn();
            } finally {
                logIns.release();
            }
        } finally {
            ready.countDown();
        }
    }

    /** What something throws because it is interrupted is not what failed. */
    private Throwable late(@Nullable Throwable thrown) {
        String words = thrown == null || thrown instanceof InterruptedException ? "" : ": " + thrown;
        return new IllegalStateException("not done after " + Words.of(pacing.limit()) + words, thrown);
    }

    private boolean isOver() {
        return over
                || (start.getCount() == 0
                        && System.nanoTime() - startNanos > pacing.limit().toNanos());
    }

    private void close(Run<T> run, int done) {
        // Whoever closes a socket waits for the other side, which an interrupt would cut short.
        boolean interrupted = Thread.interrupted();
        try {
            run.user.close();
        } catch (Exception e) {
            end(run, done, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void end(Run<T> run, int done, @Nullable Throwable thrown) {
        VirtualUser user = run.user;
        long begin = run.beginNanos();
        Duration took = Duration.ofNanos(begin == 0 ? 0 : System.nanoTime() - begin);
        run.end(new UserOutcome(
                user.name(), user.number(), done, took, thrown, thrown == null ? null : user.stepOf(thrown)));
    }
}
