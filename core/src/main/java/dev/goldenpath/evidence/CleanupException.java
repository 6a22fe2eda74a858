package dev.goldenpath.evidence;

import java.util.List;

/**
 * Steps of a clean-up have failed. The first failure is its cause, the others are suppressed.
 *
 * @since 0.1.0
 */
public final class CleanupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CleanupException(int steps, List<Fact> failed, List<Throwable> failures) {
        super(
                Fact.message(
                        failed.size() + " of " + steps + (steps == 1 ? " clean-up step" : " clean-up steps")
                                + " failed, so something may be left behind.",
                        failed),
                failures.get(0));
        failures.stream().skip(1).forEach(this::addSuppressed);
    }
}
