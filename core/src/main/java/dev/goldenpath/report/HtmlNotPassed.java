package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;

/** The tests that were no pass for a reason of their own, those of one reason together, and the flaky ones. */
final class HtmlNotPassed {
    private static final int GROUPS_SHOWN = 10;
    private static final int NAMES_SHOWN = 10;

    private final RunAccount account;
    private final LoggedRun run;
    private final Html html;
    private final IdentityHashMap<LoggedTest, Integer> positions = new IdentityHashMap<>();

    HtmlNotPassed(RunAccount account, Html html) {
        this.account = account;
        this.run = account.run();
        this.html = html;
        for (int i = 0; i < run.tests().size(); i++) {
            positions.put(run.tests().get(i), i);
        }
    }

    void write() throws IOException {
        List<List<LoggedTest>> groups = new ArrayList<>(Causes.groups(run.tests().stream()
                .filter(test -> test.verdict() != Verdict.PASSED)
                .filter(test -> account.causes().placeOf(test).isEmpty())));
        if (!groups.isEmpty()) {
            html.element(
                    "h3",
                    account.causes().all().isEmpty()
                            ? "What did not pass"
                            : "What did not pass for reasons of its own");
            new HtmlList(html, GROUPS_SHOWN).write(groups, this::group);
        }
        List<LoggedTest> flaky =
                run.tests().stream().filter(LoggedTest::isFlaky).toList();
        if (!flaky.isEmpty()) {
            html.element("h3", "What passed only when it was run again");
            new HtmlList(html, GROUPS_SHOWN).write(flaky, this::flaky);
        }
    }

    private void group(List<LoggedTest> group) throws IOException {
        LoggedTest first = group.get(0);
        new Marks(html).verdict(first.verdict());
        html.text(" ");
        for (int i = 0; i < Math.min(NAMES_SHOWN, group.size()); i++) {
            html.text(i == 0 ? "" : ", ");
            link(group.get(i));
        }
        if (group.size() > NAMES_SHOWN) {
            html.text(String.format(Locale.ROOT, " and %,d more", group.size() - NAMES_SHOWN));
        }
        String why = Causes.why(first).orElse("");
        if (!why.isBlank()) {
            html.element("pre", () -> html.brief(String.join("\n", Excerpt.of(why))));
        }
    }

    private void flaky(LoggedTest test) throws IOException {
        link(test);
        html.text(" passed at attempt " + test.attempts().size());
        html.element("ul", () -> {
            for (LoggedAttempt attempt : test.earlier()) {
                html.element("li", () -> attempt(attempt));
            }
        });
    }

    private void attempt(LoggedAttempt attempt) throws IOException {
        html.text("attempt " + attempt.number() + ": ");
        new Marks(html).verdict(attempt.verdict());
        if (attempt.failure() != null) {
            html.text(" ");
            html.brief(attempt.failure().headline());
        }
    }

    private void link(LoggedTest test) throws IOException {
        new TestLink(run, html).write(positions.getOrDefault(test, 0));
    }
}
