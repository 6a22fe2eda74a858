package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tests of a run with their evidence: data that the page's script makes a table of. */
final class HtmlTests {
    /** Above which a page is not to grow by the details of passed tests. */
    private static final long PAGE = 20_000_000;
    /** What the page has besides, and a test in its table; both in bytes, and more than usual. */
    private static final long FRAME = 500_000;

    private static final long ROW = 400;
    /** What a detail has besides its evidence and what ended its attempts. */
    private static final long DETAIL = 600;
    /** What evidence may take when more has to be escaped in it than usual: beyond this it is cut. */
    private static final long MOST = 24_000_000;

    private final RunAccount account;
    private final Html html;
    private final DetailChoice choice;

    HtmlTests(RunAccount account, Html html) {
        this(
                account,
                html,
                Math.max(0, PAGE - FRAME - ROW * account.run().tests().size()));
    }

    /** @param room how many bytes the details may take */
    HtmlTests(RunAccount account, Html html, long room) {
        this.account = account;
        this.html = html;
        this.choice = DetailChoice.of(candidates(), room);
    }

    private List<DetailChoice.Candidate> candidates() {
        List<DetailChoice.Candidate> candidates = new ArrayList<>();
        for (LoggedTest test : account.run().tests()) {
            candidates.add(new DetailChoice.Candidate(
                    candidates.size(),
                    test.verdict() != Verdict.PASSED || test.isFlaky(),
                    test.plan().className(),
                    test.plan().priority(),
                    DETAIL + bytesOfEvidence(test) + bytesOf(test)));
        }
        return candidates;
    }

    /** Of many users the page has the evidence of some. */
    private long bytesOfEvidence(LoggedTest test) {
        long bytes = account.run().evidence().bytesOf(test);
        int users = account.traffic().of(test).users().count();
        return users <= UserLanes.MOST ? bytes : bytes * UserLanes.MOST / users + HtmlLanes.LANE * UserLanes.MOST;
    }

    private static long bytesOf(LoggedTest test) {
        long bytes = 2L * test.plan().displayName().length();
        for (LoggedAttempt attempt : test.attempts()) {
            LoggedFailure failure = attempt.failure();
            bytes += failure == null
                    ? 0
                    : failure.stackTrace().length() + failure.headline().length();
            bytes += attempt.facts().stream()
                    .mapToInt(fact -> fact.key().length() + fact.value().length())
                    .sum();
        }
        return bytes;
    }

    /** The section, which is the place of the table. */
    void write() throws IOException {
        html.element("section", Map.of("id", "tests"), () -> {
            html.element("h2", "Tests");
            String sampled = choice.sentence();
            if (!sampled.isEmpty()) {
                html.element("p", Map.of("class", "note"), sampled);
            }
            html.element(
                    "noscript",
                    () -> html.element(
                            "p",
                            "The list of tests needs JavaScript, which is off here. " + Reports.WORKLOG
                                    + " beside this file says in plain text how the tests came out."));
            html.element("div", Map.of("id", "tests-shown"), "");
            html.data("tests-index", new HtmlTestIndex(account, choice)::write);
        });
    }

    /** The evidence of each test, as far as there is room for it. */
    void writeDetails() throws IOException {
        HtmlDetails details = new HtmlDetails(account, MOST);
        for (int position : choice.order()) {
            html.data("detail-" + position, json -> details.write(position, choice.allowed(position), json));
        }
    }
}
