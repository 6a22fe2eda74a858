package dev.goldenpath.report;

import dev.goldenpath.environment.KnownIssue;
import dev.goldenpath.report.KnownIssuesMet.Met;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The known issues that a run has met, or should have, and those that hold no more. */
final class HtmlKnownIssues {
    private static final int SHOWN = 20;

    private final List<Met> told;
    private final Html html;

    HtmlKnownIssues(KnownIssuesMet issues, Html html) {
        this.told = issues.all().stream().filter(met -> !met.isUnmet()).toList();
        this.html = html;
    }

    /** Nothing where there is none. */
    void write() throws IOException {
        if (told.isEmpty()) {
            return;
        }
        html.element("h3", "Known issues");
        html.element(
                "p",
                Map.of("class", "note"),
                "Failures that somebody is at work on: tests that fail of one are KNOWN, which is no pass.");
        new HtmlList(html, SHOWN).write(told, this::issue);
    }

    private void issue(Met met) throws IOException {
        KnownIssue issue = met.issue();
        html.brief(issue.words() + ": "
                + (met.logged().expired() ? "expired" : Counted.of(met.tests().size(), "test") + " KNOWN"));
        String unexpected = met.unexpected();
        if (!unexpected.isEmpty()) {
            html.element("div", Map.of("class", "remedy"), () -> html.brief(unexpected));
        }
    }
}
