package dev.goldenpath.jupiter;

import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.verdict.Moment;
import dev.goldenpath.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;

/** Turns what JUnit reports about the tests of one plan into their verdicts in the run log. Thread-safe. */
final class Outcomes {
    private final RunSession session;
    private final Map<String, PlannedTest> open = new LinkedHashMap<>();
    private final Set<String> replaced = ConcurrentHashMap.newKeySet();

    Outcomes(RunSession session) {
        this.session = session;
    }

    void planned(PlannedTest test) {
        synchronized (open) {
            open.put(test.test(), test);
            ancestorsOf(test.test())
                    .filter(open::containsKey)
                    .filter(replaced::add)
                    .forEach(session.standings()::replaced);
        }
        session.log().testPlanned(test);
        session.standings().planned(test);
    }

    void started(String id) {
        if (isOpen(id)) {
            session.tests().running(id);
            session.standings().started(id);
        }
    }

    void finished(String id, TestExecutionResult result) {
        if (!isOpen(id)) {
            return;
        }
        TestRun run = session.tests().running(id);
        Throwable thrown = result.getThrowable().orElse(null);
        FinishedTest finished = switch (result.getStatus()) {
            case SUCCESSFUL -> passed(id, run);
            case ABORTED -> TestEnds.aborted(id, run.attempt(), run.soFar(), thrown);
            case FAILED ->
                TestEnds.failed(
                        id,
                        run.attempt(),
                        run.soFar(),
                        TestEnds.required(thrown),
                        momentOf(run, thrown),
                        run.remarks());
        };
        session.tests().finished(id);
        close(finished.needing(run.needs()));
        session.settlements().await(finished, run);
    }

    /** A test, or everything below a container, was skipped. */
    void skipped(String id, String reason) {
        for (String test : openAtOrBelow(id)) {
            boolean begun = session.tests().isRunning(test);
            int attempt = begun
                    ? session.tests().running(test).attempt()
                    : session.tests().nextAttempt(test);
            session.tests().finished(test);
            close(TestEnds.skipped(test, attempt, null, reason));
        }
    }

    /**
     * What a container's end means for tests below it that never ran.
     *
     * @param asTest the container described as a test, where it is a golden-path class
     */
    void containerFinished(String id, @Nullable PlannedTest asTest, TestExecutionResult result) {
        List<String> left = openAtOrBelow(id).stream()
                .filter(test -> !replaced.contains(test) || test.equals(id))
                .toList();
        switch (result.getStatus()) {
            case SUCCESSFUL -> left.forEach(test -> withoutInvocation(test, id));
            case ABORTED -> containerAborted(id, result.getThrowable().orElse(null));
            case FAILED ->
                containerFailed(
                        id,
                        asTest,
                        left,
                        TestEnds.required(result.getThrowable().orElse(null)));
        }
    }

    /** Of a factory whose method failed of a known issue, or of anything that an assumption has left out. */
    private void containerAborted(String id, @Nullable Throwable thrown) {
        if (thrown instanceof KnownIssueAbort && isOpen(id)) {
            close(TestEnds.aborted(id, session.tests().nextAttempt(id), null, thrown));
        }
        skipped(id, TestEnds.reasonOf(thrown));
    }

    private void containerFailed(String id, @Nullable PlannedTest asTest, List<String> left, Throwable thrown) {
        for (String test : left) {
            // A template's own failure is a test's; tests that share a class's failed set-up fold under it.
            FinishedTest failed = TestEnds.failed(
                    test,
                    session.tests().nextAttempt(test),
                    null,
                    thrown,
                    test.equals(id) ? momentOf(id, thrown) : Moment.SETUP,
                    List.of());
            close(test.equals(id) ? failed : TestEnds.withCause(failed, thrown));
        }
        if (left.isEmpty() && asTest != null) {
            // All tests have reported, so this is the class's tear-down: nothing else would tell of it.
            session.log().testPlanned(asTest);
            session.standings().planned(asTest);
            close(TestEnds.failed(id, session.tests().nextAttempt(id), null, thrown, Moment.TEARDOWN, List.of()));
        }
    }

    private void withoutInvocation(String test, String container) {
        if (replaced.contains(test)) {
            forget(test);
            return;
        }
        if (!test.equals(container)) {
            return;
        }
        IllegalStateException nothing = new IllegalStateException("It produced no test, so nothing was tested.");
        close(TestEnds.failed(test, session.tests().nextAttempt(test), null, nothing, Moment.TEST, List.of()));
        session.alsoRed(test + " produced no test, so nothing was tested");
    }

    private FinishedTest passed(String id, TestRun run) {
        return run.ruling()
                .map(ruling -> new FinishedTest(
                        id,
                        run.attempt(),
                        Verdict.PASSED,
                        ruling.grade(),
                        run.soFar(),
                        ruling.facts(),
                        null,
                        null,
                        null))
                .orElseGet(() -> {
                    session.alsoRed(id + " passed without a ruling: another extension kept Golden Path's from it");
                    return new FinishedTest(
                            id, run.attempt(), Verdict.SUSPECT, null, run.soFar(), List.of(), null, null, null);
                });
    }

    private void close(FinishedTest finished) {
        forget(finished.test());
        session.log().testFinished(finished);
        session.standings().finished(finished);
    }

    private void forget(String id) {
        synchronized (open) {
            open.remove(id);
        }
    }

    private static Stream<String> ancestorsOf(String id) {
        return Stream.iterate(id.lastIndexOf("/["), end -> end > 0, end -> id.lastIndexOf("/[", end - 1))
                .map(end -> id.substring(0, end));
    }

    private boolean isOpen(String id) {
        synchronized (open) {
            return open.containsKey(id);
        }
    }

    private List<String> openAtOrBelow(String id) {
        synchronized (open) {
            return open.keySet().stream()
                    .filter(test -> test.equals(id) || test.startsWith(id + "/"))
                    .toList();
        }
    }

    private Moment momentOf(String container, Throwable thrown) {
        boolean factory = container.startsWith("[test-factory:", container.lastIndexOf("/[") + 1);
        return factory ? session.factoryEnds().momentOf(container, thrown) : Moment.TEST;
    }

    private static Moment momentOf(TestRun run, @Nullable Throwable thrown) {
        return run.momentOf(TestEnds.required(thrown));
    }
}
