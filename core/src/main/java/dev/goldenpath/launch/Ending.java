package dev.goldenpath.launch;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Ends processes in bounded time: asks from the top down, then kills what is left. */
final class Ending {
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Ending() {}

    /**
     * Asks the processes, then their descendants, to end within {@code patience}, and kills them where they do not; returns
     * those killed, who may take a moment.
     */
    static Set<ProcessHandle> end(Collection<ProcessHandle> tops, Duration patience) {
        Set<ProcessHandle> below = new LinkedHashSet<>();
        tops.forEach(top -> top.descendants().forEach(below::add));
        below.removeAll(tops);
        long deadline = System.nanoTime() + patience.toNanos();
        tops.forEach(ProcessHandle::destroy);
        if (areGone(tops, deadline)) {
            // A shell ends without a word to what it started.
            below.forEach(ProcessHandle::destroy);
            if (areGone(below, deadline)) {
                return Set.of();
            }
        }
        Set<ProcessHandle> killed = new LinkedHashSet<>();
        tops.forEach(top -> kill(top, killed));
        below.forEach(one -> kill(one, killed));
        return killed;
    }

    /** Returns when the processes are gone, or {@code limit} is over. */
    static void await(Collection<ProcessHandle> processes, Duration limit) {
        areGone(processes, System.nanoTime() + limit.toNanos());
    }

    /** From the top down: a parent that outlives its child may start another one. */
    private static void kill(ProcessHandle parent, Set<ProcessHandle> killed) {
        List<ProcessHandle> children = parent.children().toList();
        parent.destroyForcibly();
        killed.add(parent);
        children.forEach(child -> kill(child, killed));
    }

    /** Not by onExit(): that of a child whose output a child of its own still holds open may come with the latter's end. */
    private static boolean areGone(Collection<ProcessHandle> processes, long deadline) {
        while (processes.stream().anyMatch(ProcessState::isRunning)) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
