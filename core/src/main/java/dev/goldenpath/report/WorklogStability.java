package dev.goldenpath.report;

import dev.goldenpath.compare.ComparedRun;
import dev.goldenpath.compare.ComparisonWords;
import dev.goldenpath.compare.Divergence;
import dev.goldenpath.compare.Divergence.Difference;
import dev.goldenpath.compare.PhaseChange;
import dev.goldenpath.compare.PhaseChange.Judgement;
import dev.goldenpath.compare.RunComparison;
import dev.goldenpath.compare.TestChange;
import dev.goldenpath.compare.TestChange.Kind;
import dev.goldenpath.runlog.LoggedRun;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The worklog's section of what changed since an earlier run. */
final class WorklogStability {
    private static final String NO_BASELINE =
            "No earlier run is known: `-Dgoldenpath.baseline=…` or `GOLDENPATH_BASELINE`"
                    + " names a folder with the logs of one, or a log.\n";
    private static final int MOST = 10;

    private final RunComparison comparison;
    private final StringBuilder text = new StringBuilder();

    private WorklogStability(RunComparison comparison) {
        this.comparison = comparison;
    }

    /** One line where no earlier run is known, or it can't be read. */
    static String of(LoggedRun run, Baseline baseline) {
        if (!baseline.isKnown()) {
            return NO_BASELINE;
        }
        try {
            return of(baseline.compare(run));
        } catch (IOException e) {
            return "The earlier run " + Markdown.code(baseline.words()) + " can't be compared with: "
                    + Markdown.code(String.valueOf(e.getMessage())) + "\n";
        }
    }

    static String of(RunComparison comparison) {
        WorklogStability section = new WorklogStability(comparison);
        section.beginning();
        section.tests("New failures", Kind.NEW_FAILURE);
        section.tests("Lost", Kind.LOST);
        section.tests("Still failing", Kind.STILL_FAILING);
        section.tests("Other verdicts", Kind.VERDICT);
        section.tests("Fixed", Kind.FIXED);
        section.tests("New", Kind.NEW);
        section.tests("Other grades", Kind.GRADE);
        section.phases("Slower", Judgement.SLOWER);
        section.phases("Faster", Judgement.FASTER);
        return section.text.toString();
    }

    private void beginning() {
        ComparedRun before = comparison.before();
        BulletList list = new BulletList();
        list.add("Since", Markdown.code(before.run()) + begun(before) + ", " + Counted.of(before.tests(), "test"));
        list.add("Changed", ComparisonWords.headline(comparison));
        comparison
                .revisions()
                .forEach(change -> list.add(
                        "Revision of " + Markdown.code(change.service()),
                        told(change.before()) + " → " + told(change.after())));
        list.add("Phases", Markdown.text(ComparisonWords.judged(comparison)));
        text.append(list);
    }

    private static String begun(ComparedRun run) {
        return run.startedAt() == null ? "" : " of " + run.startedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    private void tests(String title, Kind kind) {
        List<TestChange> tests = comparison.tests(kind);
        if (!tests.isEmpty()) {
            title(title);
            ComparisonWords.alike(tests).forEach(this::group);
        }
    }

    private void title(String title) {
        text.append("\n### ").append(title).append("\n\n");
    }

    private void group(List<TestChange> tests) {
        int more = tests.size() - MOST;
        text.append("- ")
                .append(Markdown.codes(
                        tests.stream().limit(MOST).map(ComparisonWords::name).toList()))
                .append(more > 0 ? " and " + Counted.of(more, "more test") : "")
                .append(": ")
                .append(Markdown.code(ComparisonWords.verdicts(tests.get(0))))
                .append('\n');
        Divergence divergence = tests.get(0).divergence();
        if (divergence != null) {
            text.append("  - First diverging call: ")
                    .append(Markdown.code(ComparisonWords.call(divergence)))
                    .append("; ")
                    .append(divergence.differences().stream()
                            .map(WorklogStability::difference)
                            .collect(Collectors.joining("; ")))
                    .append('\n');
            place("Before", divergence.before());
            place("Now", divergence.after());
        }
    }

    private static String difference(Difference difference) {
        return Markdown.code(difference.what()) + " " + told(difference.before()) + " → " + told(difference.after());
    }

    private static String told(@Nullable String value) {
        return value == null ? "absent" : Markdown.code(value);
    }

    private void place(String when, Divergence.@Nullable Place place) {
        if (place != null) {
            text.append("  - ")
                    .append(when)
                    .append(": ")
                    .append(Markdown.code(place.toString()))
                    .append('\n');
        }
    }

    private void phases(String title, Judgement judgement) {
        List<PhaseChange> phases = comparison.phases(judgement);
        if (!phases.isEmpty()) {
            title(title);
            phases.forEach(phase -> text.append("- ")
                    .append(Markdown.code(phase.service() + " " + phase.phase()))
                    .append(": ")
                    .append(ComparisonWords.medians(phase))
                    .append("; ")
                    .append(ComparisonWords.effect(phase))
                    .append('\n'));
        }
    }
}
