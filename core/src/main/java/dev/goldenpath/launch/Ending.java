package dev.goldenpath.launch;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Ends processes in bounded time: asks from the top down, then kills what is left. */
final class Ending {
    private static final Duration LAST_WAIT = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Ending() {}

    /** Asks the processes, then their descendants, to end within {@code patience}; returns when all are gone, or soon after. */
    static void end(Collection<ProcessHandle> tops, Duration patience) {
        Set<ProcessHandle> below = new LinkedHashSet<>();
        tops.forEach(top -> top.descendants().forEach(below::add));
        below.removeAll(tops);
        long deadline = System.nanoTime() + patience.toNanos();
        tops.forEach(ProcessHandle::destroy);
        if (areGone(tops, deadline)) {
            // A shell ends without a word to what it started.
            below.forEach(ProcessHandle::destroy);
            if (areGone(below, deadline)) {
                return;
            }
        }
        tops.forEach(Ending::kill);
        below.forEach(Ending::kill);
        long last = System.nanoTime() + LAST_WAIT.toNanos();
        areGone(tops, last);
        areGone(below, last);
    }

    /** From the top down: a parent that outlives its child may start another one. */
    private static void kill(ProcessHandle parent) {
        List<ProcessHandle> children = parent.children().toList();
        parent.destroyForcibly();
        children.forEach(Ending::kill);
    }

    /** Not by onExit(): that of a child whose output a child of its own still holds open may come with the latter's end. */
    private static boolean areGone(Collection<ProcessHandle> processes, long deadline) {
        while (processes.stream().anyMatch(ProcessHandle::isAlive)) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
