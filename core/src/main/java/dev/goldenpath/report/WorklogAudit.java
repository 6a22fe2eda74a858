package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;

/** The worklog's section of what policies found in the tests' code and in what they did. */
final class WorklogAudit {
    private WorklogAudit() {}

    static String of(LoggedRun run) {
        String score = run.code().isAudited()
                ? "- Score: " + CodeFindings.score(run) + "\n"
                : "The code of no test was audited.\n";
        return score
                + section("Bypasses in use", Bypasses.of(run).listed())
                + section("Fakes that are allowed", CodeFindings.allowed(run))
                + section("Findings", CodeFindings.listed(run));
    }

    private static String section(String title, String text) {
        return text.isEmpty() ? "" : "\n### " + title + "\n\n" + text;
    }
}
