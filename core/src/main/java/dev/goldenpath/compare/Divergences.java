package dev.goldenpath.compare;

import dev.goldenpath.compare.FirstDivergence.Found;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the first diverging call of tests of two runs. Reads of a log only what it needs. Not thread-safe. */
final class Divergences {
    private final LoggedRun before;
    private final LoggedRun after;
    private final Revisions revisionsBefore;
    private final Revisions revisionsAfter;
    private @Nullable ProbeCourses probesBefore;
    private @Nullable ProbeCourses probesAfter;

    Divergences(LoggedRun before, LoggedRun after) {
        this.before = before;
        this.after = after;
        this.revisionsBefore = new Revisions(before);
        this.revisionsAfter = new Revisions(after);
    }

    /**
     * That of a test that passed in the first run and fails in the second; empty where no call differs.
     *
     * @throws IOException when a log can't be read
     */
    Optional<Divergence> of(LoggedTest passed, LoggedTest failed) throws IOException {
        Optional<Found> ofCalls = FirstDivergence.between(
                CourseReader.of(before, revisionsBefore, passed), CourseReader.of(after, revisionsAfter, failed));
        boolean mayBeOfLibrary = failed.verdict() == Verdict.BLOCKED || failed.verdict() == Verdict.SUSPECT;
        if (mayBeOfLibrary && !isTelling(ofCalls)) {
            Optional<Found> ofProbes = ofProbes(passed, failed);
            if (ofProbes.isPresent() && (isTelling(ofProbes) || ofCalls.isEmpty() || isOf(ofProbes, Aspect.REVISION))) {
                return ofProbes.map(found -> found.divergence().ofLibrary());
            }
        }
        return ofCalls.map(Found::divergence);
    }

    /** Whether it is about what a service answered. */
    private static boolean isTelling(Optional<Found> found) {
        return found.filter(each -> each.rank().compareTo(Aspect.VALUE.rank()) <= 0)
                .isPresent();
    }

    private static boolean isOf(Optional<Found> found, Aspect aspect) {
        return found.filter(each -> each.rank() == aspect.rank()).isPresent();
    }

    private static List<Moment> alsoIn(List<Moment> others, List<Moment> probes) {
        Set<String> keys = others.stream().map(Moment::key).collect(Collectors.toSet());
        return probes.stream().filter(probe -> keys.contains(probe.key())).toList();
    }

    private Optional<Found> ofProbes(LoggedTest passed, LoggedTest failed) throws IOException {
        if (probesBefore == null || probesAfter == null) {
            probesBefore = ProbeCourses.of(before, revisionsBefore);
            probesAfter = ProbeCourses.of(after, revisionsAfter);
        }
        List<Moment> first = probesBefore.of(passed);
        List<Moment> second = probesAfter.of(failed);
        // What else the library asked depends on the other tests of a run.
        return FirstDivergence.between(alsoIn(second, first), alsoIn(first, second));
    }
}
