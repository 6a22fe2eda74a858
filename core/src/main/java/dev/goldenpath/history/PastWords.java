package dev.goldenpath.history;

import dev.goldenpath.history.TestPast.Failing;
import dev.goldenpath.history.TestPast.Sighting;
import dev.goldenpath.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a history tells of a test, in words: the same on every page. Each figure with the number of runs it is of.
 *
 * @since 0.1.0
 */
public final class PastWords {
    /** How many passes the newest part of a trend has; the part before it has at least as many. */
    public static final int NEWEST = 5;
    /** Of how many samples a 95th percentile is other than the largest. */
    public static final int FOR_P95 = 20;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SECOND = 1_000;

    private PastWords() {}

    /** {@code passed 4 of 7 runs (57.1 %), flaky in 2 (28.6 %); besides, BLOCKED in 3}. */
    public static String rates(TestPast past) {
        String silent = silent(past);
        String besides = silent.isEmpty() ? "" : "; besides, " + silent;
        return "passed " + past.passed() + " of " + counted(past.runs()) + share(past.passed(), past.runs())
                + ", flaky in " + past.flaky() + share(past.flaky(), past.runs()) + besides;
    }

    /** {@code BLOCKED in 3, SKIPPED in 1}: runs that say nothing of the test; empty where there are none. */
    public static String silent(TestPast past) {
        Map<Verdict, Integer> silent = new EnumMap<>(Verdict.class);
        for (Sighting each : past.sightings()) {
            if (!each.test().hasSpoken()) {
                silent.merge(each.test().verdict(), 1, Integer::sum);
            }
        }
        return silent.entrySet().stream()
                .map(entry -> entry.getKey() + " in " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** {@code build-7 (2026-11-01 17:00 UTC), commit of the tests 4f2a9c1, backend 1.4.2}. */
    public static String run(HistoryRun run) {
        return run.run() + " (" + minute(run.startedAt()) + ")"
                + CodeVersion.of(run).map(code -> ", " + code).orElse("");
    }

    /** {@code 2026-11-01 17:00 UTC}. */
    public static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** What changed between the last pass and the first failure; empty where no pass is known. */
    public static Optional<String> change(Failing failing) {
        return failing.lastPass()
                .map(pass -> CodeVersion.change(pass.run(), failing.first().run())
                        .orElse("nothing that the history knows of: neither the tests' commit nor a revision"));
    }

    /**
     * {@code p50 100 ms, p95 320 ms (n 24)}; of fewer than 20 the largest in the place of the 95th percentile, for it is
     * none. Empty where there is none.
     */
    public static Optional<String> durations(Samples samples) {
        double high = samples.count() < FOR_P95 ? 100 : 95;
        return samples.median()
                .flatMap(median -> samples.percentile(high)
                        .map(most -> "p50 " + took(median) + ", " + (samples.count() < FOR_P95 ? "longest " : "p95 ")
                                + took(most) + " (n " + samples.count() + ")"));
    }

    /** {@code median 130 ms of the last 5 passes, 118 ms of the 15 before}; empty where there are too few. */
    public static Optional<String> trend(Samples samples) {
        Samples before = samples.before(NEWEST);
        if (before.count() < NEWEST) {
            return Optional.empty();
        }
        return samples.newest(NEWEST)
                .median()
                .flatMap(now -> before.median()
                        .map(then -> "median " + took(now) + " of the last " + NEWEST + " passes, " + took(then)
                                + " of the " + before.count() + " before"));
    }

    /** {@code 80 ms}, {@code 30.0 s}. */
    public static String took(Duration took) {
        double millis = took.toNanos() / 1e6;
        return millis < SECOND
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / SECOND);
    }

    /** {@code 1 run}, {@code 7 runs}. */
    public static String counted(int runs) {
        return runs + (runs == 1 ? " run" : " runs");
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "" : String.format(Locale.ROOT, " (%.1f %%)", 100.0 * part / whole);
    }
}
