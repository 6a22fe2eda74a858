package dev.goldenpath.evidence;

/**
 * Undoes what a test has done: its steps run last-in, first-out when the test is over, however it ended. Thread-safe.
 *
 * <p>It belongs to what it was injected into. That of a test method, {@code @BeforeEach}, {@code @AfterEach} or a
 * constructor runs after the {@code @AfterEach} methods of the test; that of {@code @BeforeAll}, {@code @AfterAll} or the
 * constructor of a class with one instance for all tests after the {@code @AfterAll} methods; that of a test factory
 * after its last dynamic test.
 *
 * @since 0.1.0
 */
public final class Cleanup {
    private final CleanupSteps steps;

    Cleanup(CleanupSteps steps) {
        this.steps = steps;
    }

    /** Something to undo. */
    @FunctionalInterface
    public interface Undo {

        /** Undoes it; whatever it throws makes the clean-up fail, and keeps no other step from running. */
        void run() throws Throwable;
    }

    /**
     * Registers a step, to be run before all that are registered already. It runs on the thread of the test's set-up and
     * tear-down and has no limit of its own but those of the clients it calls. It may register more steps.
     *
     * @param description what is undone, for the record and for the failure message
     * @throws IllegalArgumentException when {@code description} is blank
     * @throws IllegalStateException when the clean-up has run already, or its steps have registered 1,000 more
     */
    public void add(String description, Undo step) {
        if (description.isBlank()) {
            throw new IllegalArgumentException("The description of a clean-up step is blank. Say what it undoes.");
        }
        steps.add(description, step);
    }
}
