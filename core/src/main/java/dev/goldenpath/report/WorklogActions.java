package dev.goldenpath.report;

import dev.goldenpath.cause.RootCause;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The worklog's section of what to do: what follows from facts of the run, and nothing else. */
final class WorklogActions {
    private static final Set<Verdict> FAILING =
            EnumSet.of(Verdict.BLOCKED, Verdict.FAILED, Verdict.SUSPECT, Verdict.ERROR, Verdict.MISSING);
    /** Of one kind: who has mended these makes the next run. */
    private static final int MOST = 25;

    private final RunAccount account;
    private final LoggedRun run;
    private final List<String> actions = new ArrayList<>();

    private WorklogActions(RunAccount account) {
        this.account = account;
        this.run = account.run();
    }

    static String of(RunAccount account) {
        WorklogActions actions = new WorklogActions(account);
        actions.causes();
        actions.jvms();
        actions.failing();
        actions.findings();
        actions.flaky();
        List<String> unprotected = account.revenue().unprotected();
        if (!unprotected.isEmpty()) {
            actions.actions.add("Have a test protect " + Markdown.codes(unprotected) + ": none of this run does");
        }
        return actions.text();
    }

    private String text() {
        if (actions.isEmpty()) {
            return "From what is known of this run nothing follows that has to be done.\n";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < actions.size(); i++) {
            text.append(i + 1).append(". ").append(actions.get(i)).append('\n');
        }
        return text.toString();
    }

    private void causes() {
        for (RootCause cause : account.causes().all()) {
            String service = cause.service();
            String who = service == null ? "Find out why" : "See to " + Markdown.code(service);
            String tests = cause.tests().isEmpty()
                    ? ""
                    : " (" + Counted.of(cause.tests().size(), "test") + ")";
            actions.add(who + ": " + Markdown.code(cause.headline()) + ", "
                    + new CauseText(run, account.causes(), cause).when() + tests);
        }
    }

    private void jvms() {
        for (LoggedJvm jvm : run.jvms(End.KILLED)) {
            actions.add("See what ended the JVM of "
                    + Markdown.code(jvm.log().getFileName().toString()) + ": its log has no last line");
        }
        run.jvms().stream()
                .flatMap(jvm -> jvm.problems().stream())
                .forEach(problem -> actions.add("See to " + Markdown.code(problem)));
    }

    /** The tests that no root cause explains: those of one reason or one fingerprint together, by the first of them. */
    private void failing() {
        Map<Object, List<LoggedTest>> alike = new LinkedHashMap<>();
        Causes.groups(run.tests().stream()
                        .filter(test -> FAILING.contains(test.verdict()))
                        .filter(test -> account.causes().placeOf(test).isEmpty()))
                .forEach(group -> alike.computeIfAbsent(likeness(group), key -> new ArrayList<>())
                        .addAll(group));
        List<List<LoggedTest>> sorted = alike.values().stream()
                .sorted(Comparator.comparing(WorklogActions::mostImportant))
                .toList();
        limited(sorted, "failing group").forEach(group -> {
            LoggedTest first = group.get(0);
            String what = group.size() == 1
                    ? first.verdict() + " "
                    : Counted.of(group.size(), "test") + " that are " + first.verdict() + " alike, first ";
            actions.add("Look into " + what + Markdown.code(NotPassed.nameOf(first)) + " ("
                    + Markdown.text(first.plan().priority()) + ") in "
                    + Markdown.code(StackFrames.of(first)
                            .map(StackFrames.Place::shown)
                            .orElse(first.plan().className()))
                    + firstLine(first));
        });
    }

    /** {@code P1} to {@code P6} sort by importance, and {@code none} comes behind them. */
    private static String mostImportant(List<LoggedTest> group) {
        return group.stream()
                .map(test -> test.plan().priority())
                .sorted()
                .findFirst()
                .orElse("");
    }

    private static String firstLine(LoggedTest test) {
        return Causes.why(test).stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> ": " + Markdown.code(line))
                .orElse("");
    }

    private static Object likeness(List<LoggedTest> group) {
        LoggedTest first = group.get(0);
        return first.last()
                .map(LoggedAttempt::failure)
                .map(LoggedFailure::fingerprint)
                .<Object>map(fingerprint -> List.of(first.verdict(), fingerprint))
                .orElse(group);
    }

    /** Findings of one rule with one remedy together. */
    private void findings() {
        Map<List<String>, List<Finding>> byRemedy = run.code().findings().stream()
                .filter(finding -> finding.effect() != Effect.ALLOWED)
                .collect(Collectors.groupingBy(
                        finding -> List.of(finding.rule(), finding.remedy()), LinkedHashMap::new, Collectors.toList()));
        limited(byRemedy.values(), "finding rule").forEach(some -> {
            Finding first = some.get(0);
            String places = first.source() == null
                    ? ""
                    : (some.size() == 1 ? " in " : ", first in ") + Markdown.code(first.source());
            actions.add(Markdown.code(first.rule()) + ", " + Counted.of(some.size(), "time") + places + ": "
                    + Markdown.text(first.remedy()));
        });
    }

    private void flaky() {
        limited(run.tests().stream().filter(LoggedTest::isFlaky).toList(), "flaky test")
                .forEach(test -> actions.add("Find out why " + Markdown.code(NotPassed.nameOf(test))
                        + " passed no earlier than at attempt "
                        + test.attempts().size()
                        + Optional.ofNullable(test.attempts().get(0).failure())
                                .map(failure -> ": " + Markdown.code(failure.headline()))
                                .orElse("")));
    }

    /** The first, and an action that counts the others. */
    private <T> List<T> limited(Collection<T> all, String noun) {
        if (all.size() > MOST) {
            actions.add("Mind that only the first " + MOST + " of " + Counted.of(all.size(), noun)
                    + " follow; the others are told above");
        }
        return all.stream().limit(MOST).toList();
    }
}
