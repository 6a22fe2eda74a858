package dev.goldenpath.runlog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lines that were handed over and are not written yet, in their order. Thread-safe. */
final class LineQueue {
    private static final int MOST_LINES = 1024;
    private static final int MOST_CHARACTERS = 4 << 20;

    private List<Line> lines = new ArrayList<>();
    private int characters;
    private boolean closed;

    /** Adds a line whose caller writes the queue next. */
    synchronized void add(LineType type, Line.Content content) {
        lines.add(new Line(type, System.nanoTime(), content));
    }

    /**
     * Adds a line that may wait.
     *
     * @param size about how many characters it holds on to
     * @return whether the caller has to write the queue now, because it is full or nobody else will
     */
    synchronized boolean addForLater(LineType type, int size, Line.Content content) {
        boolean quiet = lines.isEmpty();
        boolean fewBefore = !isHalfFull();
        add(type, content);
        characters += size;
        if (quiet || (fewBefore && isHalfFull())) {
            notifyAll();
        }
        return closed || lines.size() >= MOST_LINES || characters >= MOST_CHARACTERS;
    }

    private boolean isHalfFull() {
        return lines.size() >= MOST_LINES / 2 || characters >= MOST_CHARACTERS / 2;
    }

    /** Takes all lines out. */
    synchronized List<Line> take() {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<Line> taken = lines;
        lines = new ArrayList<>();
        characters = 0;
        return taken;
    }

    /**
     * Waits for a line, and then for more to gather; false once closed.
     *
     * @param gathering how long to wait for more, while there is room for them
     */
    synchronized boolean await(Duration gathering) {
        try {
            while (lines.isEmpty() && !closed) {
                wait();
            }
            long deadline = System.nanoTime() + gathering.toNanos();
            for (long left = gathering.toMillis(); left > 0 && !isHalfFull() && !closed; ) {
                wait(left);
                left = (deadline - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            // Whoever interrupts every thread there is must not end the log.
            return !closed;
        }
        return !closed;
    }

    /** From now on each caller writes what it adds. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
