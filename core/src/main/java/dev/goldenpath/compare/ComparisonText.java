package dev.goldenpath.compare;

import dev.goldenpath.compare.Divergence.Difference;
import dev.goldenpath.compare.PhaseChange.Judgement;
import dev.goldenpath.compare.TestChange.Kind;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A comparison for a terminal of 80 columns: the answer in the first line, then what it is made of. Only paths and what
 * others wrote may be wider.
 *
 * @since 0.1.0
 */
public final class ComparisonText {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int WIDTH = 80;
    /** Names of tests of which the same is to be said. */
    private static final int MOST = 5;

    private static final Map<Kind, String> TITLES = Map.of(
            Kind.NEW_FAILURE, "New failures",
            Kind.STILL_FAILING, "Still failing",
            Kind.FIXED, "Fixed",
            Kind.LOST, "Lost: planned before, and not now",
            Kind.NEW, "New, and not failing",
            Kind.VERDICT, "Other verdicts",
            Kind.GRADE, "Other grades");
    private static final List<Kind> ORDER =
            List.of(Kind.NEW_FAILURE, Kind.LOST, Kind.STILL_FAILING, Kind.VERDICT, Kind.FIXED, Kind.NEW, Kind.GRADE);

    private final RunComparison comparison;
    private final List<String> lines = new ArrayList<>();

    private ComparisonText(RunComparison comparison) {
        this.comparison = comparison;
    }

    /** Its lines; the first is {@link ComparisonWords#headline the answer}. */
    public static List<String> of(RunComparison comparison) {
        ComparisonText text = new ComparisonText(comparison);
        text.lines.add(ComparisonWords.headline(comparison));
        text.runs();
        ORDER.forEach(text::tests);
        text.phases(Judgement.SLOWER, "Slower");
        text.phases(Judgement.FASTER, "Faster");
        text.lines.add("");
        text.wrapped(ComparisonWords.judged(comparison));
        return List.copyOf(text.lines);
    }

    private void runs() {
        lines.add("");
        run("before  ", comparison.before());
        run("after   ", comparison.after());
        comparison
                .revisions()
                .forEach(change -> lines.add("revision of " + change.service() + "  " + told(change.before()) + " → "
                        + told(change.after())));
    }

    private void run(String when, ComparedRun run) {
        String begun = run.startedAt() == null ? "" : " of " + MINUTE.format(run.startedAt());
        String running = run.pending() == 0 ? "" : "; it still runs, and " + run.pending() + " more are planned";
        lines.add(when + "run " + run.run() + begun + ", " + ComparisonWords.counted(run.tests(), "test") + running);
        run.logs().stream()
                .map(log -> log.resolveSibling("").toString())
                .distinct()
                .filter(folder -> !folder.isEmpty())
                .forEach(folder -> lines.add("        in " + folder));
    }

    private void tests(Kind kind) {
        List<TestChange> tests = comparison.tests(kind);
        if (tests.isEmpty()) {
            return;
        }
        title(Objects.requireNonNull(TITLES.get(kind)), tests.size());
        for (List<TestChange> group : ComparisonWords.alike(tests)) {
            TestChange test = group.get(0);
            group.stream().limit(MOST).forEach(each -> lines.add("  " + ComparisonWords.name(each)));
            if (group.size() > MOST) {
                lines.add("  … (" + (group.size() - MOST) + " more)");
            }
            lines.add("    " + ComparisonWords.verdicts(test));
            Divergence divergence = test.divergence();
            if (divergence != null) {
                divergence(divergence);
            } else if (kind == Kind.NEW_FAILURE && test.before() != null) {
                lines.add("    no call differs from those of the first run");
            }
        }
    }

    private void divergence(Divergence divergence) {
        lines.add("    first diverging call: " + ComparisonWords.call(divergence));
        for (Difference difference : divergence.differences()) {
            lines.add(
                    "      " + difference.what() + ": " + told(difference.before()) + " → " + told(difference.after()));
        }
        place("before", divergence.before());
        place("after ", divergence.after());
    }

    private void place(String when, Divergence.@Nullable Place place) {
        if (place != null) {
            lines.add("      " + when + " " + place.log().getFileName() + ":" + place.line());
        }
    }

    private void phases(Judgement judgement, String title) {
        List<PhaseChange> phases = comparison.phases(judgement);
        if (phases.isEmpty()) {
            return;
        }
        title(title, phases.size());
        for (PhaseChange phase : phases) {
            lines.add("  " + phase.service() + " " + phase.phase() + "  " + ComparisonWords.medians(phase));
            lines.add("    " + ComparisonWords.effect(phase));
        }
    }

    private void title(String title, int number) {
        lines.add("");
        lines.add(title + " (" + number + ")");
    }

    private void wrapped(String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
    }

    private static String told(@Nullable String value) {
        return value == null ? "absent" : value;
    }
}
