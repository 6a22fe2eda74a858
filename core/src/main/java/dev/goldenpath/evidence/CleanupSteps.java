package dev.goldenpath.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The library's end of a {@link Cleanup}: what was registered, and the one run of it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class CleanupSteps {
    /** Ends a step that registers itself again and again. */
    private static final int MOST_ADDED_BY_STEPS = 1_000;

    private enum State {
        OPEN,
        RUNNING,
        OVER
    }

    private record Registered(String description, Cleanup.Undo undo) {}

    private final Recording recording;
    private final Redaction redaction;
    private final Deque<Registered> steps = new ArrayDeque<>();
    private State state = State.OPEN;
    private int addedBySteps;

    /** Steps of the test, class or factory that {@code recording} is of; none yet. */
    public CleanupSteps(Recording recording, Redaction redaction) {
        this.recording = recording;
        this.redaction = redaction;
    }

    /** The author's end. */
    public Cleanup cleanup() {
        return new Cleanup(this);
    }

    /**
     * Runs all steps, the last registered first, and records each; the next call does nothing.
     *
     * @throws CleanupException when steps have failed
     */
    public void run() {
        List<Fact> failed = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        int count = 0;
        for (Registered step = next(); step != null; step = next()) {
            count++;
            RunningStep running = new RunningStep(step.description, recording, redaction);
            try {
                step.undo.run();
                running.succeeded();
            } catch (Throwable e) {
                running.failed(e);
                failed.add(Fact.of(redaction.text(step.description), redaction.text(e.toString())));
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw new CleanupException(count, failed, failures);
        }
    }

    synchronized void add(String description, Cleanup.Undo undo) {
        if (state == State.OVER) {
            throw new IllegalStateException(
                    "The clean-up of this " + owner() + " has run, so '" + redaction.text(description)
                            + "' would never be run. Register it before the " + owner() + " is over.");
        }
        if (state == State.RUNNING && ++addedBySteps > MOST_ADDED_BY_STEPS) {
            throw new IllegalStateException(
                    "The clean-up of this " + owner() + " does not end: its steps have registered "
                            + MOST_ADDED_BY_STEPS + " more. Look for one that registers itself.");
        }
        steps.push(new Registered(description, undo));
    }

    private synchronized @Nullable Registered next() {
        if (state == State.OVER) {
            return null;
        }
        Registered next = steps.poll();
        state = next == null ? State.OVER : State.RUNNING;
        return next;
    }

    private String owner() {
        return recording.test().isPresent() ? "test" : "class or factory";
    }
}
