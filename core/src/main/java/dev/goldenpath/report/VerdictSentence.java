package dev.goldenpath.report;

import dev.goldenpath.cause.RootCause;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.verdict.Tally;
import dev.goldenpath.verdict.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a run came out, in one sentence. */
final class VerdictSentence {
    private final RunAccount account;
    private final Tally tally;
    private final List<RootCause> causes;

    private VerdictSentence(RunAccount account) {
        this.account = account;
        this.tally = Tallies.of(account.run().tests());
        this.causes = account.causes().all().stream()
                .filter(cause -> !cause.tests().isEmpty())
                .toList();
    }

    /** {@code Red: 12 of 23 tests did not pass, for one cause: redis failed.} */
    static String of(RunAccount account) {
        VerdictSentence sentence = new VerdictSentence(account);
        boolean green = account.gate().isGreen();
        return colour(account) + (green ? sentence.whenGreen() : sentence.whenRed());
    }

    private static String colour(RunAccount account) {
        LoggedRun run = account.run();
        boolean ended = run.pending() == 0 && run.jvms(End.RUNNING).isEmpty();
        return (account.gate().isGreen() ? "Green" : "Red") + (ended ? ": " : " so far: ");
    }

    private String whenGreen() {
        int others = tally.planned() - tally.count(Verdict.PASSED);
        String grades = Tallies.grades(account.run())
                .map(each -> (tally.count(Verdict.PASSED) == 1 ? ", grade " : ", grades ") + each)
                .orElse("");
        return others == 0
                ? passedAll() + grades + "."
                : tally.count(Verdict.PASSED) + " of " + tests(tally.planned()) + " passed" + grades
                        + "; the gate allows "
                        + (others == 1 ? "the other one: " : "the other " + number(others) + ": ") + otherVerdicts()
                        + ".";
    }

    private String whenRed() {
        int others = tally.planned() - tally.count(Verdict.PASSED);
        if (tally.planned() == 0) {
            return "no test was run.";
        }
        if (others == 0) {
            return passedAll() + ", and the gate is still closed, for "
                    + counted(account.gate().reasons().size(), "one reason", "reasons") + ".";
        }
        return number(others) + " of " + tests(tally.planned()) + " did not pass" + forWhat(others) + ".";
    }

    private String passedAll() {
        return tally.planned() == 1 ? "the only test passed" : "all " + tests(tally.planned()) + " passed";
    }

    private String forWhat(int others) {
        if (causes.isEmpty()) {
            return ": " + otherVerdicts() + sharedReason();
        }
        int folded = causes.stream().mapToInt(cause -> cause.tests().size()).sum();
        String largest = (causes.size() == 1 ? ": " : "; the largest: ")
                + Excerpt.cut(causes.get(0).headline(), Html.BRIEF);
        String number = counted(causes.size(), "one cause", "causes");
        return folded == others
                ? ", for " + number + largest
                : ", " + number(folded) + " of them for " + number + largest;
    }

    /** Why, where it is one and the same for all; else empty. */
    private String sharedReason() {
        var groups = Causes.groups(account.run().tests().stream().filter(test -> test.verdict() != Verdict.PASSED));
        return groups.size() > 1
                ? ""
                : groups.stream()
                        .flatMap(group -> Causes.why(group.get(0)).stream())
                        .map(why ->
                                ", for one reason: " + Excerpt.beginning(why).replaceAll("\\.$", ""))
                        .collect(Collectors.joining());
    }

    private String otherVerdicts() {
        return Stream.of(Verdict.values())
                .filter(verdict -> verdict != Verdict.PASSED && tally.count(verdict) > 0)
                .map(verdict ->
                        number(tally.count(verdict)) + " " + verdict.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String tests(int number) {
        return number(number) + (number == 1 ? " test" : " tests");
    }

    private static String counted(int number, String one, String many) {
        return number == 1 ? one : number(number) + " " + many;
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
