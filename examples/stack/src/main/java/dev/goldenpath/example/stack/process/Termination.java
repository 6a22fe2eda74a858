package dev.goldenpath.example.stack.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes in bounded time: asks first, then insists. */
public final class Termination {
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    private Termination() {}

    /** Ends all the processes together; returns when they are gone, or can no longer be waited for. */
    public static void end(List<ProcessHandle> processes, Duration grace) {
        processes.forEach(ProcessHandle::destroy);
        if (!await(processes, grace)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            await(processes, LAST_WAIT);
        }
    }

    private static boolean await(List<ProcessHandle> processes, Duration patience) {
        CompletableFuture<?>[] exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
