package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.verdict.Gate;
import dev.goldenpath.verdict.GateBudget;
import dev.goldenpath.verdict.GateFigures;
import dev.goldenpath.verdict.GateRate;
import dev.goldenpath.verdict.GateReason;
import dev.goldenpath.verdict.GateReason.Kind;
import dev.goldenpath.verdict.GateRuling;
import dev.goldenpath.verdict.Tally;
import dev.goldenpath.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The gate's ruling on a run, in words.
 *
 * @since 0.1.0
 */
public final class GateReport {
    private final LoggedRun run;
    private final RunCauses causes;
    private final GateRuling ruling;
    private final List<GateReason> broken;

    private GateReport(LoggedRun run, RunCauses causes) {
        this.run = run;
        this.causes = causes;
        GateFigures figures = GateReportFigures.of(run);
        this.broken = figures.broken();
        this.ruling = Gate.judge(run.gate(), figures);
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

    /** What it looked at. */
    GateRuling ruling() {
        return ruling;
    }

    /** Why it is not, a sentence each. */
    public List<String> reasons() {
        return ruling.reasons().stream().map(GateReason::words).toList();
    }

    /** Why it is not, as far as the verdicts of its tests do not tell: a killed JVM, a limit that was missed. */
    List<String> reasonsBesidesTests() {
        return Stream.concat(broken.stream(), budgets().stream().flatMap(budget -> Stream.ofNullable(budget.missed())))
                .map(GateReason::words)
                .toList();
    }

    /** Whose matter it is that the run is red, the first that counts; empty where it is green. */
    public Optional<Kind> kind() {
        return ruling.kind();
    }

    /** All whose matter it is, each once, in their order. */
    public List<Kind> kinds() {
        return ruling.kinds();
    }

    /** What the gate asks for besides pass rates, and what the run came to. */
    public List<GateBudget> budgets() {
        return ruling.budgets();
    }

    /**
     * The rates, what else the gate asks for, and where the run is red, why, every test that was no pass, and those that
     * have spent a budget; ends with a line end. What tests and services wrote can neither steer a terminal nor command a CI
     * server.
     */
    public String text() {
        TextTable table = new TextTable();
        table.row(List.of("", "planned", "passed", "pass rate", "required", ""));
        ruling.rates().forEach(rate -> table.row(row(rate)));
        String head = "Golden Path gate, run " + run.run() + ": " + (isGreen() ? "green" : "RED") + "\n\n"
                + table.render() + leftOut() + budgetTable() + bypasses()
                + RevisionsMet.in(run).lines();
        if (isGreen()) {
            return ConsoleLine.each(head, false);
        }
        StringBuilder text = new StringBuilder(head).append("\nIt is red, because\n");
        reasons().forEach(reason -> text.append("- ").append(reason).append('\n'));
        String others = NotPassed.inShort(run, causes) + GateReportNames.of(run, budgets());
        return ConsoleLine.each(
                text.append(others.isEmpty() ? "" : "\n" + others).toString(), false);
    }

    private String leftOut() {
        int known = ruling.rates().stream().mapToInt(GateRate::leftOut).max().orElse(0);
        return known == 0
                ? ""
                : "\nThe rates leave out " + Counted.of(known, "test") + " that " + (known == 1 ? "is" : "are")
                        + " KNOWN, as gate.known says.\n";
    }

    private String budgetTable() {
        if (budgets().isEmpty()) {
            return "";
        }
        TextTable table = new TextTable();
        table.row(List.of("", "actual", "allowed", ""));
        budgets()
                .forEach(budget -> table.row(
                        List.of(budget.name(), budget.actual(), budget.allowed(), budget.isKept() ? "" : "missed")));
        return "\n" + table.render();
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
                rate.passRate() + " %",
                rate.required() == null ? "-" : rate.required().toPlainString() + " %",
                rate.isReached() ? "" : "missed");
    }
}
