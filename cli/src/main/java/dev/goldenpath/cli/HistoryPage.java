package dev.goldenpath.cli;

import dev.goldenpath.history.History;
import dev.goldenpath.history.HistoryRun;
import dev.goldenpath.history.KeptTest;
import dev.goldenpath.history.PastWords;
import dev.goldenpath.history.Samples;
import dev.goldenpath.history.TestPast;
import dev.goldenpath.history.TestPast.Failing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Prints the past of tests in one environment: those that fail now, those that were flaky, and all others as a table. */
final class HistoryPage {
    private static final String INDENT = "         ";
    private static final String NONE = "-";

    private final Screen screen;
    private final History history;
    private final List<TestPast> tests;

    /**
     * A page of these tests.
     *
     * @param history the runs of one environment
     */
    HistoryPage(Screen screen, History history, List<TestPast> tests) {
        this.screen = screen;
        this.history = history;
        this.tests = tests;
    }

    void print(String environment) {
        List<HistoryRun> runs = history.runs();
        screen.line(Span.strong("History of " + nameOf(environment) + ": " + PastWords.counted(runs.size()) + ", "
                + PastWords.minute(runs.get(0).startedAt()) + " to "
                + PastWords.minute(runs.get(runs.size() - 1).startedAt())));
        List<TestPast> failing = tests.stream()
                .filter(past -> past.failing().isPresent())
                .sorted(Comparator.comparingInt(HistoryPage::inARow).reversed().thenComparing(HistoryPage::name))
                .toList();
        List<TestPast> flaky = tests.stream()
                .filter(past -> past.failing().isEmpty() && past.flaky() > 0)
                .sorted(Comparator.comparingDouble(HistoryPage::flakiness)
                        .reversed()
                        .thenComparing(HistoryPage::name))
                .toList();
        failing.forEach(past -> block("FAILING", Style.BAD, past));
        flaky.forEach(past -> block("FLAKY", Style.WARNING, past));
        table(tests.stream()
                .filter(past -> past.failing().isEmpty() && past.flaky() == 0)
                .sorted(Comparator.comparing(HistoryPage::typical).reversed().thenComparing(HistoryPage::name))
                .toList());
    }

    /** {@code environment 'staging'}. */
    static String nameOf(String environment) {
        return environment.isEmpty() ? "no environment" : "environment '" + environment + "'";
    }

    private void block(String word, Style style, TestPast past) {
        screen.gap();
        screen.line(new Span(screen.padded(word, INDENT.length()), style), Span.strong(name(past)));
        past.failing().ifPresent(failing -> {
            detail(
                    "now",
                    failing.runs() == 1
                            ? past.lastSpoken().verdict() + " in the last run that tells"
                            : past.lastSpoken().verdict() + ", and no pass in the last " + failing.runs()
                                    + " runs that tell");
            detail("first failed", PastWords.run(failing.first().run()));
            detail("last passed", lastPass(failing));
            PastWords.change(failing).ifPresent(change -> detail("changed", change));
        });
        detail("rates", PastWords.rates(past));
        PastWords.durations(past.durations()).ifPresent(took -> detail("passes took", took));
        PastWords.trend(past.durations()).ifPresent(trend -> detail("trend", trend));
        gone(past).ifPresent(text -> detail("last planned", text));
    }

    private static String lastPass(Failing failing) {
        return failing.lastPass()
                .map(pass -> PastWords.run(pass.run()))
                .orElse("never, as far as the history goes back");
    }

    private void detail(String what, String text) {
        screen.line(Span.of(INDENT + screen.padded(what, 14)), Span.of(text));
    }

    private void table(List<TestPast> stable) {
        if (stable.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "never flaky, and not failing now", "passed", "p50", "p95", "longest", "n", "last 5", "before"));
        stable.forEach(past -> rows.add(row(past)));
        screen.gap();
        new Columns(rows).lines().forEach(screen::line);
    }

    private List<String> row(TestPast past) {
        Samples took = past.durations();
        boolean trend = took.before(PastWords.NEWEST).count() >= PastWords.NEWEST;
        String silent = PastWords.silent(past);
        return List.of(
                name(past)
                        + (silent.isEmpty() ? "" : " (" + silent + ")")
                        + gone(past).map(text -> " (last planned " + text + ")").orElse(""),
                past.runs() == 0 ? NONE : past.passed() + "/" + past.runs(),
                shown(took.median()),
                took.count() < PastWords.FOR_P95 ? NONE : shown(took.percentile(95)),
                shown(took.percentile(100)),
                String.valueOf(took.count()),
                trend ? shown(took.newest(PastWords.NEWEST).median()) : NONE,
                trend ? shown(took.before(PastWords.NEWEST).median()) : NONE);
    }

    /** Of a test that the newest run did not plan: it was renamed, removed, or not selected. */
    private Optional<String> gone(TestPast past) {
        int place = history.runs().indexOf(past.last().run());
        int ago = history.runs().size() - 1 - place;
        return ago == 0
                ? Optional.empty()
                : Optional.of(
                        PastWords.counted(ago) + " ago, in " + past.last().run().run());
    }

    private static String shown(Optional<Duration> took) {
        return took.map(PastWords::took).orElse(NONE);
    }

    private static int inARow(TestPast past) {
        return past.failing().map(Failing::runs).orElse(0);
    }

    private static double flakiness(TestPast past) {
        return (double) past.flaky() / past.runs();
    }

    private static Duration typical(TestPast past) {
        return past.durations().median().orElse(Duration.ZERO);
    }

    private static String name(TestPast past) {
        KeptTest test = past.last().test();
        String type = test.className();
        return type.substring(type.lastIndexOf('.') + 1) + "." + test.name();
    }
}
