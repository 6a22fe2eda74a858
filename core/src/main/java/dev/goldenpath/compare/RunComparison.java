package dev.goldenpath.compare;

import dev.goldenpath.compare.PhaseChange.Judgement;
import dev.goldenpath.compare.TestChange.Kind;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two runs. Immutable.
 *
 * @param before the first run
 * @param after the second
 * @param revisions services of which the runs know another revision, or only one of them knows any
 * @param tests those of which the runs say something else, or that fail in both, in the order of the second run; lost
 *     ones last
 * @param phases all phases of calls that both runs have samples of, by service
 * @param alpha the chance with which any phase is flagged as slower where none is, and the same of faster
 * @since 0.1.0
 */
public record RunComparison(
        ComparedRun before,
        ComparedRun after,
        List<RevisionChange> revisions,
        List<TestChange> tests,
        List<PhaseChange> phases,
        double alpha) {

    /**
     * The usual {@link #alpha}: a little less than one in twenty, so that of a thousand pairs of runs that chance alone
     * tells apart not more than fifty are flagged, by chance neither.
     */
    public static final double ALPHA = 0.045;

    /** Copies the lists. */
    public RunComparison {
        revisions = List.copyOf(revisions);
        tests = List.copyOf(tests);
        phases = List.copyOf(phases);
    }

    /**
     * A service whose revision changed.
     *
     * @param service its name
     * @param before what it said it runs in the first run, absent where it said nothing
     * @param after the same of the second
     */
    public record RevisionChange(
            String service,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * Compares two runs that have ended.
     *
     * @param alpha above 0 and below 1; usually {@link #ALPHA}
     * @throws IOException when a log can't be read, or holds what this version can't read
     * @throws IllegalArgumentException when {@code alpha} is no such chance
     */
    public static RunComparison of(LoggedRun before, LoggedRun after, double alpha) throws IOException {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(
                    "alpha is a chance above 0 and below 1, such as " + ALPHA + ", and not " + alpha + ".");
        }
        Divergences divergences = new Divergences(before, after);
        List<TestChange> tests = new ArrayList<>();
        for (TestPair pair : TestPairs.of(before.tests(), after.tests())) {
            Optional<Kind> kind = pair.kind();
            if (kind.isPresent()) {
                tests.add(pair.change(kind.get(), divergence(divergences, pair)));
            }
        }
        return new RunComparison(
                ComparedRun.of(before),
                ComparedRun.of(after),
                revisions(before.revisions(), after.revisions()),
                tests,
                new PhaseJudge(alpha).judge(PhaseSamples.of(before, after)),
                alpha);
    }

    private static @Nullable Divergence divergence(Divergences divergences, TestPair pair) throws IOException {
        LoggedTest passed = pair.before();
        LoggedTest failed = pair.after();
        return passed != null && failed != null && pair.isNewlyFailing()
                ? divergences.of(passed, failed).orElse(null)
                : null;
    }

    private static List<RevisionChange> revisions(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> services = new TreeSet<>(before.keySet());
        services.addAll(after.keySet());
        return services.stream()
                .map(service -> new RevisionChange(service, before.get(service), after.get(service)))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    /** The tests that changed in this way. */
    public List<TestChange> tests(Kind kind) {
        return tests.stream().filter(test -> test.kind() == kind).toList();
    }

    /** Whether a test fails that did not. */
    public boolean hasNewFailures() {
        return !tests(Kind.NEW_FAILURE).isEmpty();
    }

    /** Whether a test is lost, or passes no longer without failing, or a phase is slower. */
    public boolean isOtherwiseWorse() {
        return !tests(Kind.LOST).isEmpty()
                || tests(Kind.VERDICT).stream().anyMatch(test -> test.before() == Verdict.PASSED)
                || !phases(Judgement.SLOWER).isEmpty();
    }

    /** The phases of which this was found. */
    public List<PhaseChange> phases(Judgement judgement) {
        return phases.stream().filter(phase -> phase.judgement() == judgement).toList();
    }
}
