package dev.goldenpath.users;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of many users.
 *
 * @since 0.1.0
 */
public final class UsersResult {
    private final List<UserOutcome> users;
    private final Map<String, StepFigures> steps;
    private final int inFlight;
    private final long calls;
    private final int tolerated;

    UsersResult(List<UserOutcome> users, Map<String, StepFigures> steps, int inFlight, long calls, int tolerated) {
        this.users = List.copyOf(users);
        this.steps = steps;
        this.inFlight = inFlight;
        this.calls = calls;
        this.tolerated = tolerated;
    }

    /** Of each user, in their order. */
    public List<UserOutcome> users() {
        return users;
    }

    /** How many went through all they had to do. */
    public int passed() {
        return (int) users.stream().filter(UserOutcome::passed).count();
    }

    /** How many did not. */
    public int failed() {
        return users.size() - passed();
    }

    /** How many may fail. */
    public int tolerated() {
        return tolerated;
    }

    /** The steps by name, in the order in which they first began. */
    public Map<String, StepFigures> steps() {
        return steps;
    }

    /**
     * The figures of a step.
     *
     * @throws IllegalArgumentException when no user began one of that name
     */
    public StepFigures step(String name) {
        return Optional.ofNullable(steps.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "No user began a step '" + name + "'. Those that were begun: " + steps.keySet() + "."));
    }

    /** The largest number of users who had a call in flight at the same moment, by the evidence of their clients. */
    public int inFlight() {
        return inFlight;
    }

    /** How many answers all of them had. */
    public long calls() {
        return calls;
    }

    /** As {@code 19 of 20 users passed, at most 18 in flight at once, 140 answers; 1 may fail}. */
    @Override
    public String toString() {
        return passed() + " of " + Words.users(users.size()) + " passed, at most " + inFlight + " in flight at once, "
                + calls + (calls == 1 ? " answer; " : " answers; ") + (tolerated == 0 ? "none" : tolerated)
                + " may fail";
    }
}
