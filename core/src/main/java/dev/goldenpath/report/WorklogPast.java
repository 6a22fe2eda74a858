package dev.goldenpath.report;

import dev.goldenpath.history.History;
import dev.goldenpath.history.HistoryRun;
import dev.goldenpath.history.PastWords;
import dev.goldenpath.history.TestPast;
import dev.goldenpath.history.TestPast.Failing;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The worklog's section of how those tests have been before that did not pass, or not at once. */
final class WorklogPast {
    private static final int MOST = 25;

    private final History earlier;
    private final HistoryRun now;
    private final Map<String, TestPast> pasts;
    private final StringBuilder text = new StringBuilder();

    private WorklogPast(LoggedRun run, History history) {
        this.now = HistoryRun.of(run);
        String environment = Objects.requireNonNullElse(now.environment(), "");
        // This very run may have been added already, with fewer logs than it has now.
        this.earlier = history.without(run.run()).in(environment);
        this.pasts = earlier.with(now).tests();
    }

    /** Empty where no history was told. */
    static String of(LoggedRun run, History history) {
        if (history.runs().isEmpty() && history.problems().isEmpty()) {
            return "";
        }
        WorklogPast past = new WorklogPast(run, history);
        past.basis();
        past.tests(run.tests());
        return past.text.toString();
    }

    private void basis() {
        List<HistoryRun> runs = earlier.runs();
        text.append("Earlier runs of this environment: ").append(runs.size());
        if (!runs.isEmpty()) {
            text.append(", ")
                    .append(Markdown.code(runs.get(0).run()))
                    .append(" to ")
                    .append(Markdown.code(runs.get(runs.size() - 1).run()));
        }
        text.append(".\n");
        earlier.problems()
                .forEach(problem ->
                        text.append("\n").append(Markdown.code(problem)).append('\n'));
    }

    private void tests(List<LoggedTest> tests) {
        List<TestPast> told = tests.stream()
                .filter(test -> test.isFlaky() || test.verdict() != Verdict.PASSED)
                .map(test -> test.plan().test())
                .distinct()
                .map(pasts::get)
                .filter(past -> past != null && past.last().test().hasSpoken())
                .sorted(Comparator.comparingInt(WorklogPast::inARow).reversed())
                .toList();
        if (told.isEmpty() || earlier.runs().isEmpty()) {
            return;
        }
        text.append('\n');
        told.stream().limit(MOST).forEach(this::entry);
        if (told.size() > MOST) {
            text.append("- … (").append(told.size() - MOST).append(" more; `goldenpath history show` tells all)\n");
        }
    }

    private void entry(TestPast past) {
        text.append("- ").append(Markdown.code(name(past))).append(' ');
        Optional<Failing> failing = past.failing();
        if (failing.isEmpty()) {
            text.append("passed at a later attempt\n");
        } else if (failing.get().runs() == 1) {
            text.append(past.last().test().verdict())
                    .append(
                            past.runs() == 1
                                    ? ", and no earlier run tells of it\n"
                                    : " for the first time since it passed\n");
        } else {
            text.append(past.last().test().verdict())
                    .append(", and no pass in the last ")
                    .append(failing.get().runs())
                    .append(" runs that tell, this one included\n");
        }
        failing.filter(series -> past.runs() > 1).ifPresent(this::since);
        detail("Rates", PastWords.rates(past));
        PastWords.durations(past.durations()).ifPresent(took -> detail("Passes took", took));
    }

    private void since(Failing failing) {
        if (failing.runs() > 1) {
            detail("First failed", PastWords.run(failing.first().run()));
        }
        detail(
                "Last passed",
                failing.lastPass()
                        .map(pass -> PastWords.run(pass.run()))
                        .orElse("never, as far as the history goes back"));
        PastWords.change(failing).ifPresent(change -> detail("Changed between the two", change));
    }

    private void detail(String what, String words) {
        text.append("  - ")
                .append(what)
                .append(": ")
                .append(Markdown.text(words))
                .append('\n');
    }

    private static int inARow(TestPast past) {
        return past.failing().map(Failing::runs).orElse(0);
    }

    private static String name(TestPast past) {
        String type = past.last().test().className();
        return type.substring(type.lastIndexOf('.') + 1) + "."
                + past.last().test().name();
    }
}
