package dev.goldenpath.cause;

import dev.goldenpath.evidence.OutageSign;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds what one test did not pass because of, where a service has said so. */
final class Blame {
    private final Observations seen;
    private final Timeline timeline;
    private final WrongRevisions revisions;

    Blame(Observations seen) {
        this.seen = seen;
        this.timeline = new Timeline(seen.probes());
        this.revisions = new WrongRevisions(seen.tree(), seen.revisions());
    }

    /** The root cause, and behind it all others that the test can't do without; none where nothing tells. */
    List<Found> of(TroubledTest test) {
        List<Found> found = test.verdict() == Verdict.BLOCKED ? byNeeds(test) : List.of();
        found = found.isEmpty() ? bySigns(test) : found;
        return found.isEmpty() ? byReports(test) : found;
    }

    private List<Found> byNeeds(TroubledTest test) {
        return Window.of(test)
                .map(window -> {
                    List<Found> found = byNeeds(test, window, false);
                    // Where the environment says that a degraded service blocks.
                    found = found.isEmpty() ? byNeeds(test, window, true) : found;
                    return found.isEmpty()
                            ? revisions.among(test.needs(), window.to()).stream()
                                    .toList()
                            : found;
                })
                .orElse(List.of());
    }

    private List<Found> byNeeds(TroubledTest test, Window window, boolean degradedToo) {
        Descent descent = new Descent(seen.tree(), timeline, window, degradedToo);
        // Of several ways to one root the longest tells most.
        Map<String, List<Step>> byRoot = new LinkedHashMap<>();
        for (String need : test.needs()) {
            // What only degrades a service blocks nothing.
            for (List<Step> way : degradedToo ? descent.from(need) : descent.below(need)) {
                byRoot.merge(Step.last(way).service(), way, (one, other) -> other.size() > one.size() ? other : one);
            }
        }
        return byRoot.values().stream().map(way -> found(way, List.of(), null)).toList();
    }

    /** What a test met last is what ended it. */
    private List<Found> bySigns(TroubledTest test) {
        List<OutageSign> newestFirst = new ArrayList<>(test.signs());
        newestFirst.sort(Comparator.comparing(OutageSign::at).reversed());
        for (OutageSign sign : newestFirst) {
            Descent descent = new Descent(seen.tree(), timeline, Window.of(sign.at()), false);
            List<List<Step>> ways = descent.from(sign.service());
            if (!ways.isEmpty()) {
                return ways.stream()
                        .map(way -> found(way, List.of(observed(sign)), sign.at()))
                        .toList();
            }
        }
        return List.of();
    }

    /**
     * By what another service said of one that the test names itself: no call of a test reaches such a one, so that nothing
     * in its evidence can look like the outage.
     */
    private List<Found> byReports(TroubledTest test) {
        return Window.of(test)
                .map(window -> test.needs().stream()
                        .filter(need -> timeline.trouble(need, window)
                                .filter(seen -> isReportedFailed(seen.what()))
                                .isPresent())
                        .flatMap(need -> new Descent(seen.tree(), timeline, window, false)
                                .below(need).stream().map(way -> found(way, List.of(needs(need)), null)))
                        .toList())
                .orElse(List.of());
    }

    private static boolean isReportedFailed(Probe probe) {
        return probe.saidBy() != null && !probe.unknown();
    }

    private static Why needs(String service) {
        return new Why("it needs " + service, Standing.INFERRED, "from what it declares");
    }

    static Why observed(OutageSign sign) {
        return new Why(sign.words() + " of " + sign.service(), Standing.OBSERVED, sign.reference());
    }

    /** @param above the steps from the test to the first service of the way */
    private Found found(List<Step> way, List<Why> above, @Nullable Instant met) {
        Step root = Step.last(way);
        // A way ends only where a probe was seen.
        Probe probe = Objects.requireNonNull(root.probe()).what();
        List<Why> whys = new ArrayList<>(above);
        whys.addAll(Statements.along(way));
        return new Found(
                root.service(),
                Statements.headline(probe),
                root.service(),
                timeline.outages(root.service(), probe.ready()),
                whys,
                met);
    }
}
