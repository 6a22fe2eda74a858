package dev.goldenpath.report;

import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.Redeployment;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Tally;
import dev.goldenpath.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The worklog's list of what should be so of a run, each ticked by a check and by nobody's hand. */
final class WorklogChecklist {
    private static final String MOST_IMPORTANT = "P1";
    private static final String NO_TEST = "no test was planned";

    private final RunAccount account;
    private final LoggedRun run;
    private final Tally tally;
    private final List<WorklogCheck> checks = new ArrayList<>();

    private WorklogChecklist(RunAccount account) {
        this.account = account;
        this.run = account.run();
        this.tally = Tallies.of(run.tests());
    }

    static String of(RunAccount account) {
        return checks(account).stream().map(WorklogCheck::entry).collect(Collectors.joining());
    }

    static List<WorklogCheck> checks(RunAccount account) {
        WorklogChecklist list = new WorklogChecklist(account);
        list.completeness();
        list.proof();
        ServiceChecks.of(account).forEach(list.checks::add);
        list.code();
        list.results();
        return list.checks;
    }

    private void completeness() {
        int reported = tally.planned() - tally.count(Verdict.MISSING);
        check(
                "Every planned test was reported",
                tally.planned() + run.pending() > 0,
                tally.count(Verdict.MISSING) + run.pending() == 0,
                tally.planned() + run.pending() == 0 ? NO_TEST : reported + " of " + (tally.planned() + run.pending()));
        int jvms = run.jvms().size();
        int ended = run.jvms(End.FINISHED).size();
        check(
                "Every test JVM ended its log",
                jvms > 0,
                ended == jvms,
                jvms == 0 ? "there is no log" : ended + " of " + jvms);
        long problems =
                run.jvms().stream().mapToLong(jvm -> jvm.problems().size()).sum();
        check(
                "No JVM was red besides its tests",
                jvms > 0,
                problems == 0,
                jvms == 0 ? "there is no log" : Counted.of(problems, "problem"));
    }

    private void proof() {
        int passed = tally.count(Verdict.PASSED);
        int suspect = tally.count(Verdict.SUSPECT);
        check(
                "No test passed without evidence",
                passed + suspect > 0,
                suspect == 0,
                passed + suspect == 0 ? "no test passed" : suspect + " SUSPECT, " + passed + " PASSED");
        long witnessed = run.tests().stream()
                .filter(test -> test.verdict() == Verdict.PASSED)
                .flatMap(test -> test.last().map(LoggedAttempt::grade).stream())
                .filter(grade -> grade.isAtLeast(Grade.B))
                .count();
        check(
                "The network witness confirms every pass",
                passed > 0,
                witnessed == passed,
                passed == 0 ? "no test passed" : witnessed + " of " + passed + " of grade A or B");
    }

    private void code() {
        int fakes = run.code().findings(Effect.FAKE).size();
        int allowed = run.code().findings(Effect.ALLOWED).size();
        boolean looked = run.code().isAudited() || fakes + allowed > 0;
        check(
                "No test leads to a fake",
                looked,
                fakes + allowed == 0,
                looked ? fakes + " found, " + allowed + " allowed" : "the code of no test was audited");
        check(
                "The audit finds nothing in the tests' code",
                run.code().isAudited(),
                run.code().audit().flawed().isEmpty(),
                run.code().isAudited() ? CodeFindings.score(run) : "the code of no test was audited");
        List<String> bypasses = Bypasses.of(run).sentences();
        check(
                "No bypass was used",
                tally.planned() > 0,
                bypasses.isEmpty(),
                tally.planned() == 0 ? NO_TEST : bypasses.size() + " in use");
        List<Redeployment> redeployments = Redeployment.of(run.services());
        check(
                "No service was redeployed in mid-run",
                !run.services().revisions().isEmpty(),
                redeployments.isEmpty(),
                run.services().revisions().isEmpty()
                        ? "no service said what it runs"
                        : Counted.of(redeployments.size(), "redeployment"));
    }

    private void results() {
        long flaky = run.tests().stream().filter(LoggedTest::isFlaky).count();
        boolean any = tally.planned() > 0;
        check("No test is flaky", any, flaky == 0, any ? flaky + " of " + tally.planned() : NO_TEST);
        int skipped = tally.count(Verdict.SKIPPED);
        check("No test was skipped", any, skipped == 0, any ? skipped + " of " + tally.planned() : NO_TEST);
        Tally first = Tallies.byPriority(run).getOrDefault(MOST_IMPORTANT, Tally.NONE);
        check(
                "Every P1 test passed",
                first.planned() > 0,
                first.count(Verdict.PASSED) == first.planned(),
                first.planned() == 0 ? "none was planned" : first.count(Verdict.PASSED) + " of " + first.planned());
        revenue();
        List<String> reasons = account.gate().reasons();
        check(
                "The gate is green",
                true,
                account.gate().isGreen(),
                Counted.of(reasons.size(), "reason") + " against it");
    }

    private void revenue() {
        RevenueSplit split = account.revenue();
        String currency = run.revenue().currency();
        check(
                "All revenue is verified",
                split.isDeclared(),
                split.unverified().signum() == 0,
                split.isDeclared()
                        ? Amount.of(split.verified(), currency) + " of "
                                + Amount.of(split.verified().add(split.unverified()), currency)
                        : "none is declared");
    }

    private void check(String what, boolean applies, boolean met, String figure) {
        checks.add(WorklogCheck.of(what, applies, met, figure));
    }
}
