package dev.goldenpath.report;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.runlog.LoggedBypass;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedIssue;
import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.GateFigures;
import dev.goldenpath.verdict.GateReason;
import dev.goldenpath.verdict.GateReason.Kind;
import dev.goldenpath.verdict.RevenueAtRisk;
import dev.goldenpath.verdict.TestGroup;
import dev.goldenpath.verdict.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts in a run what the gate judges. */
final class GateReportFigures {
    private static final String MISCONFIGURED = ConfigurationException.class.getName();

    private final LoggedRun run;

    private GateReportFigures(LoggedRun run) {
        this.run = run;
    }

    static GateFigures of(LoggedRun run) {
        return new GateReportFigures(run).figures();
    }

    private GateFigures figures() {
        Map<String, TestGroup> groups = new LinkedHashMap<>();
        Tallies.testsBy(run, test -> test.plan().priority())
                .forEach((priority, tests) -> groups.put(priority, group(tests)));
        return new GateFigures(
                groups,
                (int) run.tests().stream().filter(LoggedTest::isFlaky).count(),
                revenue(),
                run.code().audit(),
                (int) run.tests().stream().filter(LoggedTest::isMarked).count(),
                run.code().bypasses().stream().map(LoggedBypass::bypass).toList(),
                broken(),
                run.part() != null);
    }

    private static TestGroup group(Collection<LoggedTest> tests) {
        return new TestGroup(Tallies.of(tests), (int)
                tests.stream().filter(GateReportFigures::isMisconfigured).count());
    }

    /** Whether the configuration is why it is ERROR; JUnit wraps what keeps it from resolving a parameter. */
    private static boolean isMisconfigured(LoggedTest test) {
        LoggedFailure failure =
                test.last().map(last -> last.failure()).filter(Objects::nonNull).orElse(null);
        return test.verdict() == Verdict.ERROR
                && failure != null
                && (failure.type().equals(MISCONFIGURED)
                        || failure.stackTrace().contains("\nCaused by: " + MISCONFIGURED));
    }

    /** Where the run was asked for less than all, what none of its tests protects was left out, and is not at risk. */
    private RevenueAtRisk revenue() {
        boolean all = !run.isPartial();
        Map<String, BigDecimal> unverified = new LinkedHashMap<>();
        Map<String, BigDecimal> unprotected = new LinkedHashMap<>();
        run.revenue().monthly().forEach((name, amount) -> {
            List<LoggedTest> protecting = run.tests().stream()
                    .filter(test -> test.plan().protects().contains(name))
                    .toList();
            if (protecting.isEmpty() && all) {
                unprotected.put(name, amount);
            } else if (protecting.stream().anyMatch(GateReportFigures::isNoPass)) {
                unverified.put(name, amount);
            }
        });
        List<LoggedTest> responsible = run.tests().stream()
                .filter(GateReportFigures::isNoPass)
                .filter(test -> test.plan().protects().stream().anyMatch(unverified::containsKey))
                .toList();
        return new RevenueAtRisk(run.revenue().currency(), unverified, unprotected, group(responsible));
    }

    private static boolean isNoPass(LoggedTest test) {
        return test.verdict() != Verdict.PASSED;
    }

    private List<GateReason> broken() {
        List<GateReason> broken = new ArrayList<>();
        for (LoggedJvm jvm : run.jvms(End.KILLED)) {
            broken.add(new GateReason(
                    Kind.GATE,
                    "A test JVM was killed, or could not go on with its log: " + jvm.log() + " has no last line."));
        }
        for (LoggedJvm jvm : run.jvms(End.RUNNING)) {
            broken.add(new GateReason(Kind.GATE, "A test JVM still runs: " + jvm.log() + " has no last line yet."));
        }
        run.jvms().forEach(jvm -> jvm.problems().forEach(words -> broken.add(new GateReason(Kind.GATE, words))));
        run.knownIssues().stream()
                .filter(LoggedIssue::expired)
                .map(LoggedIssue::issue)
                .forEach(issue -> broken.add(new GateReason(
                        Kind.GATE,
                        "Known issue " + issue.id() + " expired on " + issue.expires() + " (" + issue.origin()
                                + "): mend it and remove the entry, or agree with " + issue.owner()
                                + " on another day and write it there; see " + issue.link() + ".")));
        broken.addAll(ShardReasons.of(run));
        run.code()
                .findings(Effect.UNRUNNABLE)
                .forEach(finding -> broken.add(new GateReason(Kind.POLICY, CodeFindings.sentence(finding))));
        return broken;
    }
}
