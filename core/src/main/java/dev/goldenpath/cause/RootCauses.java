package dev.goldenpath.cause;

import dev.goldenpath.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Folds the tests of a run that did not pass under the outages they come from. A test is folded where a service that it
 * can't do without was not ready at its time, or where one of its calls looks like an outage of a service, and a probe of
 * that time confirms it; then the way goes down along what depends on what, as far as probes tell. Where no probe does,
 * tests that met the same at one service are folded as inferred. Every other test stays as it is.
 *
 * @since 0.1.0
 */
public final class RootCauses {
    private final Map<String, Cause> causes = new LinkedHashMap<>();
    /** By what the gate said when it blocked a test: the same for all tests of one outage. */
    private final Map<String, Folded> bySharedCause = new HashMap<>();

    private RootCauses() {}

    /** What is known of a cause so far. */
    private static final class Cause {
        final Found found;
        final List<FoldedTest> tests = new ArrayList<>();
        final List<Instant> met = new ArrayList<>();
        int alsoNeededBy;

        Cause(Found found) {
            this.found = found;
        }

        RootCause done() {
            // A failed test met the outage itself; one that was blocked was only told of it.
            FoldedTest example = tests.stream()
                    .filter(each -> each.test().verdict() != Verdict.BLOCKED)
                    .findFirst()
                    .orElse(tests.isEmpty() ? null : tests.get(0));
            return new RootCause(
                    found.headline(),
                    found.service(),
                    Outages.begunBy(met, found.outages()),
                    example == null ? fromRoot(found.whys()) : example.whys(),
                    tests,
                    alsoNeededBy);
        }
    }

    private record Folded(Cause cause, TroubledTest test, Found found) {}

    /** The root causes, those of most tests first. */
    public static List<RootCause> of(Observations seen) {
        RootCauses causes = new RootCauses();
        List<TroubledTest> left = causes.withoutProbes(causes.byProbes(seen));
        return Stream.concat(causes.causes.values().stream().map(Cause::done), Unconfirmed.among(left).stream())
                .sorted(Comparator.comparingInt(
                                (RootCause cause) -> -cause.tests().size())
                        .thenComparing(cause -> cause.outages().get(0).since()))
                .toList();
    }

    private List<TroubledTest> byProbes(Observations seen) {
        Blame blame = new Blame(seen);
        List<TroubledTest> left = new ArrayList<>();
        for (TroubledTest test : seen.tests()) {
            List<Found> found = blame.of(test);
            if (found.isEmpty()) {
                left.add(test);
            } else {
                fold(test, found);
            }
        }
        return left;
    }

    private void fold(TroubledTest test, List<Found> found) {
        Found first = found.get(0);
        Cause cause = cause(first);
        cause.tests.add(new FoldedTest(test, first.whys()));
        if (first.met() != null) {
            cause.met.add(first.met());
        }
        found.stream().skip(1).forEach(other -> cause(other).alsoNeededBy++);
        if (test.sharedCause() != null) {
            bySharedCause.putIfAbsent(test.sharedCause(), new Folded(cause, test, first));
        }
    }

    private Cause cause(Found found) {
        return causes.computeIfAbsent(found.key(), key -> new Cause(found));
    }

    /** Folds those that the gate blocked with the words it had for one that is folded already. */
    private List<TroubledTest> withoutProbes(List<TroubledTest> tests) {
        List<TroubledTest> left = new ArrayList<>();
        for (TroubledTest test : tests) {
            Folded like = test.sharedCause() == null ? null : bySharedCause.get(test.sharedCause());
            if (like == null) {
                left.add(test);
            } else {
                List<Why> whys = new ArrayList<>();
                whys.add(new Why("blocked like " + like.test.name(), Standing.INFERRED, "from the same words"));
                whys.addAll(fromRoot(like.found.whys()));
                like.cause.tests.add(new FoldedTest(test, whys));
            }
        }
        return left;
    }

    /** The root, and that what is below it is open. */
    private static List<Why> fromRoot(List<Why> whys) {
        return whys.subList(whys.size() - 2, whys.size());
    }
}
