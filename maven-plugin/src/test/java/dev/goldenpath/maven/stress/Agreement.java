package dev.goldenpath.maven.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.RunFolder;
import dev.goldenpath.runlog.RunLogReader;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** That run log, console, XML, worklog, gate and Failsafe's own reports tell the same numbers of a build. */
final class Agreement {
    private static final String SET_UP = "set-up of its class: ";

    private Agreement() {}

    /** Returns what the run logs say, with which all other places agree. */
    static LoggedRun of(ShopBuild build, String printed) throws Exception {
        LoggedRun run =
                RunLogReader.read(build.output(), RunFolder.runs(build.output()).get(0));
        Map<String, Integer> logged = Counts.of(run.tests());
        assertThat(logged).containsKeys("planned", "passed");
        assertThat(Counts.onConsole(printed)).isEqualTo(logged);
        assertThat(Counts.inWorklog(Files.readString(build.output().resolve("worklog.md"))))
                .isEqualTo(logged);
        Path xml = build.output().resolve("goldenpath-junit.xml");
        assertThat(Counts.inXml(xml)).isEqualTo(logged);
        assertThat(Counts.suites(List.of(xml))).isEqualTo(byOurMapping(run));
        assertThat(Counts.atTheGate(printed)).isEqualTo(only(logged, "planned", "passed"));
        List<Path> failsafe = failsafeReports(build);
        assertThat(Counts.suites(failsafe)).isEqualTo(byFailsafesMapping(run));
        assertThat(Counts.flakyCases(List.of(xml))).isEqualTo((int)
                run.tests().stream().filter(LoggedTest::isFlaky).count());
        assertThat(Counts.flakyCases(failsafe)).isEqualTo(flakyByFailsafesMapping(run));
        return run;
    }

    private static List<Path> failsafeReports(ShopBuild build) throws IOException {
        try (Stream<Path> files = Files.list(build.folder().resolve("target/failsafe-reports"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("TEST-"))
                    .toList();
        }
    }

    private static Map<String, Integer> byOurMapping(LoggedRun run) {
        return suites(
                run.tests().size(),
                count(run.tests(), Verdict.FAILED, Verdict.SUSPECT),
                count(run.tests(), Verdict.ERROR, Verdict.BLOCKED, Verdict.MISSING),
                count(run.tests(), Verdict.KNOWN, Verdict.SKIPPED));
    }

    /** By the type of the throwable; a failed set-up of a class is one test case, whatever it keeps from running. */
    private static Map<String, Integer> byFailsafesMapping(LoggedRun run) {
        // Of a JVM that was killed there is nothing.
        List<LoggedTest> alone = run.tests().stream()
                .filter(test -> test.verdict() != Verdict.MISSING)
                .filter(test -> !isSetUp(test.last()))
                .toList();
        int unable = classesOf(run, test -> isSetUp(test.last()));
        int failures = (int) alone.stream().filter(Agreement::isAssertion).count();
        int late = (int) alone.stream().filter(Agreement::isTakenBack).count();
        int red = count(alone, Verdict.FAILED, Verdict.ERROR, Verdict.SUSPECT, Verdict.BLOCKED);
        int errors = red - late - failures;
        return suites(
                alone.size() + unable + recovered(run),
                failures,
                errors + unable,
                count(alone, Verdict.KNOWN, Verdict.SKIPPED));
    }

    /** A set-up that a rerun mended is one flaky test case, and its tests are none. */
    private static int flakyByFailsafesMapping(LoggedRun run) {
        long alone = run.tests().stream()
                .filter(LoggedTest::isFlaky)
                .filter(test -> !isSetUp(test.earlier().stream().findFirst()))
                .count();
        return (int) alone + recovered(run);
    }

    private static int recovered(LoggedRun run) {
        return classesOf(
                run, test -> test.isFlaky() && isSetUp(test.earlier().stream().findFirst()));
    }

    private static int classesOf(LoggedRun run, Predicate<LoggedTest> which) {
        return (int) run.tests().stream()
                .filter(which)
                .map(test -> test.plan().className())
                .distinct()
                .count();
    }

    private static boolean isSetUp(Optional<LoggedAttempt> attempt) {
        return attempt.map(LoggedAttempt::cause)
                .filter(cause -> cause.startsWith(SET_UP))
                .isPresent();
    }

    /** JUnit had reported it as passed by then. */
    private static boolean isTakenBack(LoggedTest test) {
        return test.last().flatMap(LoggedAttempt::takenBack).isPresent();
    }

    private static boolean isAssertion(LoggedTest test) {
        LoggedFailure failure = test.last().orElseThrow().failure();
        return failure != null
                && test.verdict() != Verdict.KNOWN
                && List.of(
                                "java.lang.AssertionError",
                                "org.opentest4j.AssertionFailedError",
                                "dev.goldenpath.verdict.SuspectPassError")
                        .contains(failure.type());
    }

    private static Map<String, Integer> suites(int tests, int failures, int errors, int skipped) {
        return new TreeMap<>(Map.of("tests", tests, "failures", failures, "errors", errors, "skipped", skipped));
    }

    private static int count(List<LoggedTest> tests, Verdict... verdicts) {
        return (int) tests.stream()
                .filter(test -> List.of(verdicts).contains(test.verdict()))
                .count();
    }

    private static Map<String, Integer> only(Map<String, Integer> counts, String... names) {
        Map<String, Integer> chosen = new TreeMap<>(counts);
        chosen.keySet().retainAll(List.of(names));
        return chosen;
    }
}
