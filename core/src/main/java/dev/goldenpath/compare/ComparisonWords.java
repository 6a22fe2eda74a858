package dev.goldenpath.compare;

import dev.goldenpath.compare.PhaseChange.Effect;
import dev.goldenpath.compare.PhaseChange.Judgement;
import dev.goldenpath.compare.TestChange.Kind;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison says, in words that all its readers share.
 *
 * @since 0.1.0
 */
public final class ComparisonWords {
    private static final int LONGEST = 200;

    private ComparisonWords() {}

    /** The answer in one line: {@code 2 new failures, 1 fixed, 1 phase slower}. */
    public static String headline(RunComparison comparison) {
        List<String> parts = new ArrayList<>();
        add(parts, comparison.tests(Kind.NEW_FAILURE).size(), "new failure", "");
        add(parts, comparison.tests(Kind.LOST).size(), "test", " lost");
        add(parts, comparison.tests(Kind.STILL_FAILING).size(), "test", " still failing");
        add(parts, comparison.tests(Kind.VERDICT).size(), "other verdict", "");
        add(parts, comparison.tests(Kind.FIXED).size(), "test", " fixed");
        add(parts, comparison.tests(Kind.NEW).size(), "new test", "");
        add(parts, comparison.tests(Kind.GRADE).size(), "other grade", "");
        add(parts, comparison.phases(Judgement.SLOWER).size(), "phase", " slower");
        add(parts, comparison.phases(Judgement.FASTER).size(), "phase", " faster");
        return parts.isEmpty() ? "No test and no phase differs" : String.join(", ", parts);
    }

    private static void add(List<String> parts, int number, String noun, String behind) {
        if (number > 0) {
            parts.add(counted(number, noun) + behind);
        }
    }

    static String counted(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** {@code P1 ChatIT.answers()}. */
    public static String name(TestChange test) {
        return (test.priority().equals(PlannedTest.NO_PRIORITY) ? "" : test.priority() + " ") + test.name();
    }

    /** Tests of which the same is to be said, in the order of the first of each. */
    public static List<List<TestChange>> alike(List<TestChange> tests) {
        Map<String, List<TestChange>> groups = new LinkedHashMap<>();
        for (TestChange test : tests) {
            Divergence divergence = test.divergence();
            String said = verdicts(test)
                    + (divergence == null ? "" : "\n" + call(divergence) + "\n" + divergence.differences());
            groups.computeIfAbsent(said, key -> new ArrayList<>()).add(test);
        }
        return List.copyOf(groups.values());
    }

    /** Both verdicts of a test with their grades, and what the second says: {@code PASSED (A) → FAILED: no}. */
    public static String verdicts(TestChange test) {
        String after = verdict(test.after(), test.gradeAfter(), "not planned");
        String both = test.kind() == Kind.NEW || (test.before() == null && test.kind() == Kind.NEW_FAILURE)
                ? after + ", not there before"
                : verdict(test.before(), test.gradeBefore(), "not there") + " → " + after;
        Boolean same = test.sameFailure();
        String failure = same == null ? "" : same ? ", the same failure" : ", another failure";
        String message = test.message() == null ? "" : ": " + shortened(test.message());
        return both + failure + message;
    }

    /** Its first line that says anything. */
    private static String shortened(String message) {
        String line = message.lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static String verdict(@Nullable Verdict verdict, @Nullable Grade grade, String none) {
        return verdict == null ? none : verdict.name() + (grade == null ? "" : " (" + grade + ")");
    }

    /** Which call it is: {@code backend, call 2 of 3, GET /api/me as alice}. */
    public static String call(Divergence divergence) {
        return divergence.service()
                + (divergence.number() == null ? "" : ", call " + divergence.number() + " of " + divergence.of())
                + ", " + divergence.call();
    }

    /** {@code 12.1 ms → 16.0 ms, medians of 50 and 48 samples}. */
    public static String medians(PhaseChange phase) {
        return millis(phase.medianBefore()) + " → " + millis(phase.medianAfter()) + ", medians of " + phase.before()
                + " and " + phase.after() + " samples";
    }

    private static String millis(@Nullable Duration took) {
        return took == null ? "-" : String.format(Locale.ROOT, "%,.1f ms", took.toNanos() / 1e6);
    }

    /** By how much one that was judged differs, and how sure that is. */
    public static String effect(PhaseChange phase) {
        Effect effect = Objects.requireNonNull(phase.effect());
        boolean isFaster = phase.judgement() == Judgement.FASTER;
        return String.format(
                Locale.ROOT,
                "%+,.1f ms, %+.0f %%; %.0f in 100 take longer than before; p = %s",
                effect.shift().toNanos() / 1e6,
                (effect.factor() - 1) * 100,
                effect.superiority() * 100,
                chance(isFaster ? effect.fasterByChance() : effect.slowerByChance()));
    }

    private static String chance(double chance) {
        return chance < 0.0001 ? "below 0.0001" : String.format(Locale.ROOT, "%.4f", chance);
    }

    /** How many phases were judged, and why others were not. */
    public static String judged(RunComparison comparison) {
        int few = comparison.phases(Judgement.TOO_FEW).size();
        int small = comparison.phases(Judgement.TOO_SHORT).size();
        int judged = comparison.phases().size() - few - small;
        StringBuilder text = new StringBuilder(counted(judged, "phase")).append(" judged together");
        if (judged > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    ", by all samples of calls that both runs made: flagged is what chance explains with at most %s, and"
                            + " what changed by 5 %% or more",
                    comparison.alpha()));
        }
        text.append('.');
        if (few > 0) {
            text.append(" Not judged, with fewer than ")
                    .append(PhaseJudge.FEWEST)
                    .append(" samples in a run: ")
                    .append(names(comparison, Judgement.TOO_FEW))
                    .append('.');
        }
        if (small > 0) {
            text.append(" Not judged, with less than 0.1 ms on average: ")
                    .append(names(comparison, Judgement.TOO_SHORT))
                    .append('.');
        }
        return text.toString();
    }

    private static String names(RunComparison comparison, Judgement judgement) {
        return String.join(
                ", ",
                comparison.phases(judgement).stream()
                        .map(phase -> phase.service() + " " + phase.phase()
                                + (judgement == Judgement.TOO_FEW
                                        ? " (" + phase.before() + " and " + phase.after() + ")"
                                        : ""))
                        .toList());
    }
}
