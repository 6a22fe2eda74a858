package dev.goldenpath.report;

import dev.goldenpath.cause.Outage;
import dev.goldenpath.cause.RootCause;
import dev.goldenpath.cause.TroubledTest;
import dev.goldenpath.cause.Why;
import dev.goldenpath.runlog.LoggedRun;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A root cause in words. */
final class CauseText {
    private static final int OUTAGES_SHOWN = 5;

    private final LoggedRun run;
    private final RunCauses causes;
    private final RootCause cause;

    CauseText(LoggedRun run, RunCauses causes, RootCause cause) {
        this.run = run;
        this.causes = causes;
        this.cause = cause;
    }

    /** {@code since 12:00:10 UTC, until 12:00:20}; of what nobody has confirmed, the first and the last sign of it. */
    String when() {
        List<Outage> outages = cause.outages();
        String more = outages.size() > OUTAGES_SHOWN ? "; … (" + (outages.size() - OUTAGES_SHOWN) + " more times)" : "";
        return outages.stream().limit(OUTAGES_SHOWN).map(this::span).collect(Collectors.joining("; ")) + more;
    }

    private String span(Outage outage) {
        String since = TimeOfDay.of(outage.since()) + " UTC";
        Optional<String> until = Optional.ofNullable(outage.until()).map(TimeOfDay::of);
        return cause.isConfirmed()
                ? "since " + since + until.map(end -> ", until " + end).orElse(", to the end of the run")
                : "met from " + since + until.map(end -> " to " + end).orElse("");
    }

    /**
     * {@code 12 tests: 1 FAILED, 11 BLOCKED (P1 4, P2 8); 120,000 USD per month unverified}.
     *
     * @param currency as it is to stand there
     */
    String impact(String currency) {
        int number = cause.tests().size();
        List<String> parts = new ArrayList<>();
        parts.add(number == 0 ? "no test of its own" : tests(number) + ": " + counts());
        BigDecimal unverified = RevenueSplit.protectedBy(run, causes.tests(cause));
        if (unverified.signum() > 0) {
            parts.add(Amount.of(unverified) + " " + currency + " per month unverified");
        }
        if (cause.alsoNeededBy() > 0) {
            parts.add(tests(cause.alsoNeededBy()) + " of another cause can't do without it, too");
        }
        return String.join("; ", parts);
    }

    private String counts() {
        String verdicts = cause.byVerdict().entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
        return verdicts + " (" + priorities(cause.byPriority()) + ")";
    }

    private static String priorities(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String tests(int number) {
        return number + (number == 1 ? " test" : " tests");
    }

    /** The steps from one of its tests down to the root, one a line; ends with a line end. */
    String chain() {
        Optional<String> top = cause.example().map(CauseText::top);
        return top.map(line -> line + "\n").orElse("") + steps(cause.whys());
    }

    private static String top(TroubledTest test) {
        return test.name() + " " + test.verdict();
    }

    /** Each behind an arrow, one a line; ends with a line end. */
    static String steps(List<Why> whys) {
        return whys.stream().map(why -> "← " + why + "\n").collect(Collectors.joining());
    }
}
