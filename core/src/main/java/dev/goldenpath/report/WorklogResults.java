package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import java.util.stream.Collectors;

/** The worklog's section of what came of the run, in numbers. */
final class WorklogResults {
    private WorklogResults() {}

    static String of(RunAccount account) {
        LoggedRun run = account.run();
        String revenue = revenue(account);
        String problems = problems(run);
        return WorklogTable.verdicts(run) + "\n### Time and traffic of the attempts that count\n\n"
                + WorklogTable.times(account) + "\n### Gate\n\n" + gate(account.gate())
                + (revenue.isEmpty() ? "" : "\n### Revenue per month\n\n" + revenue)
                + (problems.isEmpty() ? "" : "\n### Red besides its tests\n\n" + problems);
    }

    private static String revenue(RunAccount account) {
        RevenueSplit split = account.revenue();
        BulletList list = new BulletList();
        if (split.isDeclared()) {
            String currency = account.run().revenue().currency();
            list.add("Verified", Amount.of(split.verified(), currency));
            list.add("Unverified", Amount.of(split.unverified(), currency));
            list.codes("No test protects", split.unprotected());
        }
        return list.toString();
    }

    private static String gate(GateReport gate) {
        return gate.isGreen()
                ? "Green: nothing is against it.\n"
                : "Red, because\n\n"
                        + gate.reasons().stream()
                                .map(reason -> "- " + Markdown.text(reason) + "\n")
                                .collect(Collectors.joining());
    }

    private static String problems(LoggedRun run) {
        return run.jvms().stream()
                .flatMap(jvm -> jvm.problems().stream())
                .map(problem -> "- " + Markdown.code(problem) + "\n")
                .collect(Collectors.joining());
    }
}
