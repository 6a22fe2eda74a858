package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Tally;
import dev.goldenpath.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns of a table of results that count tests: planned, each verdict, and the pass rate. */
final class VerdictColumns {
    private final List<Verdict> verdicts = new ArrayList<>(
            List.of(Verdict.PASSED, Verdict.FAILED, Verdict.BLOCKED, Verdict.SUSPECT, Verdict.ERROR, Verdict.SKIPPED));

    /** With a column for KNOWN, and one for MISSING, only where {@code run} has such a test. */
    VerdictColumns(LoggedRun run) {
        Set<Verdict> met = run.tests().stream().map(LoggedTest::verdict).collect(Collectors.toSet());
        if (met.contains(Verdict.KNOWN)) {
            verdicts.add(verdicts.indexOf(Verdict.SKIPPED), Verdict.KNOWN);
        }
        if (met.contains(Verdict.MISSING)) {
            verdicts.add(Verdict.MISSING);
        }
    }

    List<String> header() {
        List<String> header = new ArrayList<>(List.of("planned"));
        verdicts.forEach(verdict -> header.add(verdict.name().toLowerCase(Locale.ROOT)));
        header.add("pass rate");
        return header;
    }

    List<String> cells(Tally tally) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(tally.planned())));
        verdicts.forEach(verdict -> cells.add(Integer.toString(tally.count(verdict))));
        cells.add(tally.passRate() + " %");
        return cells;
    }
}
