package dev.goldenpath.cause;

import dev.goldenpath.verdict.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why one or more tests did not pass.
 *
 * @param headline in one line, for example {@code redis failed, says backend}
 * @param service the service at the root; absent where nobody has said that a service is in trouble
 * @param outages when, in the order of time; where {@code service} is absent, from the first sign to the last
 * @param whys the steps down to it; of one of its tests where it has any
 * @param tests folded under it; none where each of them is folded under another cause already
 * @param alsoNeededBy how many tests that are folded under another cause can't do without this, too
 * @since 0.1.0
 */
public record RootCause(
        String headline,
        @Nullable String service,
        List<Outage> outages,
        List<Why> whys,
        List<FoldedTest> tests,
        int alsoNeededBy) {

    /** Copies the lists. */
    public RootCause {
        outages = List.copyOf(outages);
        whys = List.copyOf(whys);
        tests = List.copyOf(tests);
    }

    /** Whether a service, or whoever speaks for it, has said so. */
    public boolean isConfirmed() {
        return service != null;
    }

    /** The test whose steps {@link #whys} are; empty where there is none. */
    public Optional<TroubledTest> example() {
        return tests.stream()
                .filter(each -> each.whys().equals(whys))
                .map(FoldedTest::test)
                .findFirst();
    }

    /** How many of its tests came to which verdict. */
    public Map<Verdict, Integer> byVerdict() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        tests.forEach(each -> counts.merge(each.test().verdict(), 1, Integer::sum));
        return counts;
    }

    /** How many of its tests have which priority, the most important first. */
    public Map<String, Integer> byPriority() {
        Map<String, Integer> counts = new TreeMap<>();
        tests.forEach(each -> counts.merge(each.test().priority(), 1, Integer::sum));
        return counts;
    }
}
