package dev.goldenpath.report;

import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.verdict.Gate;
import dev.goldenpath.verdict.GateRate;
import dev.goldenpath.verdict.GateRuling;
import dev.goldenpath.verdict.Tally;
import dev.goldenpath.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * The gate's ruling on a run, in words.
 *
 * @since 0.1.0
 */
public final class GateReport {
    private final LoggedRun run;
    private final RunCauses causes;
    private final GateRuling ruling;

    private GateReport(LoggedRun run, RunCauses causes) {
        this.run = run;
        this.causes = causes;
        this.ruling = Gate.judge(run.gate().rates(), Tallies.byPriority(run), broken(run));
    }

    /** Has the gate rule on a run. */
    public static GateReport of(LoggedRun run) {
        return of(run, RunCauses.of(run));
    }

    static GateReport of(LoggedRun run, RunCauses causes) {
        return new GateReport(run, causes);
    }

    /** Whether the run is good enough. */
    public boolean isGreen() {
        return ruling.isGreen();
    }

    /** Why it is not, a sentence each. */
    public List<String> reasons() {
        return ruling.reasons();
    }

    /** The rates, and where the run is red, why, and every test that was no pass; ends with a line end. */
    public String text() {
        TextTable table = new TextTable();
        table.row(List.of("", "planned", "passed", "pass rate", "required", ""));
        ruling.rates().forEach(rate -> table.row(row(rate)));
        String head = "Golden Path gate, run " + run.run() + ": " + (isGreen() ? "green" : "RED") + "\n\n"
                + table.render() + bypasses() + RevisionsMet.in(run).lines();
        if (isGreen()) {
            return head;
        }
        StringBuilder text = new StringBuilder(head).append("\nIt is red, because\n");
        reasons().forEach(reason -> text.append("- ").append(reason).append('\n'));
        String others = NotPassed.inShort(run, causes);
        return text.append(others.isEmpty() ? "" : "\n" + others).toString();
    }

    private String bypasses() {
        String line = Bypasses.of(run).line();
        return line.isEmpty() ? "" : "\n" + line + "\n";
    }

    private static List<String> row(GateRate rate) {
        Tally tally = rate.tally();
        return List.of(
                rate.name(),
                Integer.toString(tally.planned()),
                Integer.toString(tally.count(Verdict.PASSED)),
                tally.passRate() + " %",
                rate.required() == null ? "-" : rate.required().toPlainString() + " %",
                rate.isReached() ? "" : "missed");
    }

    private static List<String> broken(LoggedRun run) {
        List<String> broken = new ArrayList<>();
        for (LoggedJvm jvm : run.jvms(End.KILLED)) {
            broken.add("A test JVM was killed, or could not go on with its log: " + jvm.log() + " has no last line.");
        }
        for (LoggedJvm jvm : run.jvms(End.RUNNING)) {
            broken.add("A test JVM still runs: " + jvm.log() + " has no last line yet.");
        }
        run.jvms().forEach(jvm -> broken.addAll(jvm.problems()));
        run.code().findings(Effect.UNRUNNABLE).forEach(finding -> broken.add(CodeFindings.sentence(finding)));
        return broken;
    }
}
