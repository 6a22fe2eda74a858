package dev.goldenpath.evidence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What in evidence speaks against a pass, as far as it is in words: it holds on to no more evidence than waits for the
 * run log's thread. Thread-safe.
 */
final class Suspicions {
    private static final int KEPT = 20;

    private final Deque<Observed> untold = new ArrayDeque<>();
    private final Set<String> told = new LinkedHashSet<>();

    /** Will look at this, once it is in words. */
    synchronized void lookAt(Observed observed) {
        untold.addLast(observed);
        takeTold();
    }

    /** Oldest first, the first {@value #KEPT}; waits until all of the evidence is in words. */
    Set<String> all() {
        List<Observed> rest;
        synchronized (this) {
            rest = List.copyOf(untold);
        }
        // Not within the lock: to put a large body into words takes its time.
        rest.forEach(Observed::evidence);
        synchronized (this) {
            takeTold();
            return new LinkedHashSet<>(told);
        }
    }

    private void takeTold() {
        while (!untold.isEmpty() && untold.getFirst().isTold()) {
            for (String suspicion : untold.removeFirst().evidence().suspicions()) {
                if (told.size() < KEPT) {
                    told.add(suspicion);
                }
            }
        }
    }
}
