package dev.goldenpath.example.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for conditions in bounded time. */
final class Await {
    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    private Await() {}

    /** Returns the first value that is not null. */
    static <T> T value(String what, Duration patience, Supplier<T> source) {
        long start = System.nanoTime();
        T value = source.get();
        while (value == null) {
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new AssertionError("Waited " + patience.toSeconds() + " s in vain for " + what);
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
            value = source.get();
        }
        return value;
    }

    static void until(String what, Supplier<Boolean> condition) {
        value(what, LONGEST_END, () -> condition.get() ? true : null);
    }

    /** Returns when none of the processes runs any more. */
    static void gone(Collection<ProcessHandle> processes) {
        until("the end of " + processes, () -> alive(processes).isEmpty());
    }

    static List<ProcessHandle> alive(Collection<ProcessHandle> processes) {
        return processes.stream()
                .filter(process -> process.isAlive() && !isZombie(process))
                .toList();
    }

    /** A dead process stays visible until its parent asks for it, which init in a container may never do. */
    private static boolean isZombie(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException notLinuxOrJustGone) {
            return false;
        }
    }
}
