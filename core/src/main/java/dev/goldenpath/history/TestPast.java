package dev.goldenpath.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a history tells of one test. A run in which the test was BLOCKED, SKIPPED or MISSING says nothing of what it tests:
 * such a run is counted apart, and neither ends a series of failures nor makes one longer. Immutable.
 *
 * @since 0.1.0
 */
public final class TestPast {
    private final List<Sighting> all;
    private final List<Sighting> spoken;

    /**
     * The test in one run.
     *
     * @param run the run
     * @param test what became of the test in it
     */
    public record Sighting(HistoryRun run, KeptTest test) {}

    /**
     * Failures in a row, up to the last run that says anything.
     *
     * @param runs how many
     * @param first the run in which they began
     * @param lastPass the run of the last pass before them; empty where the history knows none
     */
    public record Failing(int runs, Sighting first, Optional<Sighting> lastPass) {}

    TestPast(List<Sighting> inOrder) {
        this.all = List.copyOf(inOrder);
        this.spoken = all.stream().filter(each -> each.test().hasSpoken()).toList();
    }

    /** The newest run that planned it. */
    public Sighting last() {
        return all.get(all.size() - 1);
    }

    /**
     * What became of it in the newest run that says anything.
     *
     * @throws IllegalStateException when none does: {@link #runs} is 0
     */
    public KeptTest lastSpoken() {
        if (spoken.isEmpty()) {
            throw new IllegalStateException(
                    "No run says anything of " + last().test().test() + ".");
        }
        return spoken.get(spoken.size() - 1).test();
    }

    /** In how many runs it was planned. */
    public int planned() {
        return all.size();
    }

    /** In how many runs it passed or failed. */
    public int runs() {
        return spoken.size();
    }

    /** In how many of these it passed, at whatever attempt. */
    public int passed() {
        return count(test -> test.isPassed());
    }

    /**
     * In how many of these it was not to be relied on: it passed only after an attempt that did not, or it failed, and a
     * later run passed on the same clean commit and the same revisions.
     */
    public int flaky() {
        int flaky = 0;
        for (int i = 0; i < spoken.size(); i++) {
            Sighting now = spoken.get(i);
            if (now.test().flaky() || (!now.test().isPassed() && wentAwayByItself(i))) {
                flaky++;
            }
        }
        return flaky;
    }

    private boolean wentAwayByItself(int failed) {
        HistoryRun run = spoken.get(failed).run();
        return spoken.subList(failed + 1, spoken.size()).stream()
                .anyMatch(later -> later.test().isPassed() && later.run().isOfTheSameCode(run));
    }

    /** Since when it fails; empty where the last run that says anything was a pass, and where none says anything. */
    public Optional<Failing> failing() {
        int first = spoken.size();
        while (first > 0 && !spoken.get(first - 1).test().isPassed()) {
            first--;
        }
        if (first == spoken.size()) {
            return Optional.empty();
        }
        Optional<Sighting> lastPass = first == 0 ? Optional.empty() : Optional.of(spoken.get(first - 1));
        return Optional.of(new Failing(spoken.size() - first, spoken.get(first), lastPass));
    }

    /** How long its passes took, the oldest first: a failure may end early, or be a time-out. */
    public Samples durations() {
        Samples samples = new Samples();
        spoken.stream().map(Sighting::test).filter(KeptTest::isPassed).forEach(test -> {
            if (test.took() != null) {
                samples.add(test.took());
            }
        });
        return samples;
    }

    /** It in all runs, the oldest first. */
    public List<Sighting> sightings() {
        return new ArrayList<>(all);
    }

    private int count(Predicate<KeptTest> matching) {
        return (int) spoken.stream().map(Sighting::test).filter(matching).count();
    }
}
