package dev.goldenpath.report;

import dev.goldenpath.cause.RootCause;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Tally;
import dev.goldenpath.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run came to, as Markdown for the page of a build. What others wrote stands in it as code. */
final class GithubBlock {
    private static final int SHOWN = 20;

    private final RunAccount account;
    private final LoggedRun run;

    private GithubBlock(RunAccount account) {
        this.account = account;
        this.run = account.run();
    }

    /** All of it; ends with a line end. */
    static String of(RunAccount account) {
        GithubBlock block = new GithubBlock(account);
        return safe(
                block.head() + block.table() + block.reasons() + block.causes() + block.notPassed() + block.flaky());
    }

    /** The verdict alone, and why there is no more; ends with a line end. */
    static String inShort(RunAccount account) {
        return safe(new GithubBlock(account).head()
                + "\nThere is no room for more here: GitHub shows 1 MiB a step. The reports have all of it.\n");
    }

    /** Nothing in it may look like a mark of where a block begins or ends. */
    private static String safe(String text) {
        return text.replace("<!--", "<! --");
    }

    private String head() {
        Tally all = Tallies.of(run.tests());
        String gate = account.gate().isGreen() ? "gate green" : "gate RED";
        List<String> met = new ArrayList<>();
        run.environments().forEach(name -> met.add("environment " + Markdown.code(name)));
        new RunOrigin(run)
                .revisions()
                .forEach(service ->
                        met.add(Markdown.code(service.key()) + " at revision " + Markdown.code(service.value())));
        String pending =
                run.pending() == 0 ? "" : "\nSo far: " + run.pending() + " more planned in JVMs that have not ended.\n";
        return "## Golden Path: " + all.count(Verdict.PASSED) + " of " + all.planned() + " passed, " + gate + "\n"
                + (met.isEmpty() ? "" : "\nRun " + Markdown.code(run.run()) + ", " + String.join(", ", met) + "\n")
                + pending;
    }

    private String table() {
        if (run.tests().isEmpty()) {
            return "";
        }
        VerdictColumns columns = new VerdictColumns(run);
        RevenueSplit revenue = account.revenue();
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(Stream.of(""), columns.header().stream()).toList());
        Tallies.byPriority(run)
                .forEach((priority, tally) -> rows.add(Stream.concat(Stream.of(priority), columns.cells(tally).stream())
                        .toList()));
        rows.add(Stream.concat(Stream.of("total"), columns.cells(Tallies.of(run.tests())).stream())
                .toList());
        String earned = revenue.isDeclared()
                ? "\nRevenue per month in " + Markdown.code(run.revenue().currency()) + ": "
                        + Amount.of(revenue.verified()) + " verified, " + Amount.of(revenue.unverified())
                        + " unverified.\n"
                : "";
        return "\n" + Markdown.table(rows, 1) + earned;
    }

    private String reasons() {
        return account.gate().isGreen()
                ? ""
                : section(
                        "The gate is red, because",
                        account.gate().reasons().stream().map(Markdown::code).toList());
    }

    private String causes() {
        return section(
                "Root causes", account.causes().all().stream().map(this::cause).toList());
    }

    private String cause(RootCause cause) {
        CauseText text = new CauseText(run, account.causes(), cause);
        return Markdown.code(cause.headline()) + ": " + Markdown.code(text.when()) + "; "
                + Markdown.code(text.impact(run.revenue().currency()));
    }

    /** Those of no root cause, the most important first. */
    private String notPassed() {
        List<LoggedTest> tests = run.tests().stream()
                .filter(test -> test.verdict() != Verdict.PASSED)
                .filter(test -> account.causes().placeOf(test).isEmpty())
                .sorted(Comparator.comparing(test -> test.plan().priority()))
                .toList();
        String title = account.causes().all().isEmpty() ? "Not passed" : "Not passed, for reasons of their own";
        return section(title, tests.stream().map(GithubBlock::test).toList());
    }

    private static String test(LoggedTest test) {
        return test.plan().priority() + " " + test.verdict() + " " + Markdown.code(NotPassed.nameOf(test))
                + Causes.why(test)
                        .map(Excerpt::beginning)
                        .filter(why -> !why.isEmpty())
                        .map(why -> ": " + Markdown.code(why))
                        .orElse("");
    }

    private String flaky() {
        return section(
                "Flaky",
                run.tests().stream()
                        .filter(LoggedTest::isFlaky)
                        .map(test -> Markdown.code(NotPassed.nameOf(test)) + " passed at attempt "
                                + test.attempts().size())
                        .toList());
    }

    /** Empty where there is nothing to list. */
    private static String section(String title, List<String> items) {
        if (items.isEmpty()) {
            return "";
        }
        String more = items.size() > SHOWN ? "- … (" + (items.size() - SHOWN) + " more)\n" : "";
        return "\n**" + title + "**\n\n"
                + items.stream().limit(SHOWN).map(item -> "- " + item + "\n").collect(Collectors.joining()) + more;
    }
}
