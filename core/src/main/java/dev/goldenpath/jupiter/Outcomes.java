package dev.goldenpath.jupiter;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.verdict.Moment;
import dev.goldenpath.verdict.Referee;
import dev.goldenpath.verdict.SuspectPassError;
import dev.goldenpath.verdict.Verdict;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterResolutionException;
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
            case ABORTED -> skipped(id, run.attempt(), run.soFar(), reasonOf(thrown));
            case FAILED -> failed(id, run.attempt(), run.soFar(), required(thrown), momentOf(run, thrown));
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
            close(skipped(test, attempt, null, reason));
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
            case ABORTED -> skipped(id, reasonOf(result.getThrowable().orElse(null)));
            case FAILED ->
                containerFailed(id, asTest, left, required(result.getThrowable().orElse(null)));
        }
    }

    private void containerFailed(String id, @Nullable PlannedTest asTest, List<String> left, Throwable thrown) {
        for (String test : left) {
            // A template's own failure is a test's; tests that share a class's failed set-up fold under it.
            FinishedTest failed = failed(
                    test,
                    session.tests().nextAttempt(test),
                    null,
                    thrown,
                    test.equals(id) ? momentOf(id, thrown) : Moment.SETUP);
            close(test.equals(id) ? failed : withCause(failed, thrown));
        }
        if (left.isEmpty() && asTest != null) {
            // All tests have reported, so this is the class's tear-down: nothing else would tell of it.
            session.log().testPlanned(asTest);
            session.standings().planned(asTest);
            close(failed(id, session.tests().nextAttempt(id), null, thrown, Moment.TEARDOWN));
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
        close(failed(test, session.tests().nextAttempt(test), null, nothing, Moment.TEST));
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

    private static FinishedTest skipped(String id, int attempt, @Nullable Duration took, String reason) {
        return new FinishedTest(id, attempt, Verdict.SKIPPED, null, took, List.of(), null, reason, null);
    }

    private static FinishedTest failed(
            String id, int attempt, @Nullable Duration took, Throwable thrown, Moment moment) {
        return new FinishedTest(
                id,
                attempt,
                Referee.verdictOn(refusal(thrown), moment),
                null,
                took,
                thrown instanceof SuspectPassError suspect ? suspect.facts() : List.of(),
                thrown,
                null,
                sharedCause(thrown));
    }

    /** The root cause that many tests have in common by its nature. */
    private static @Nullable String sharedCause(Throwable thrown) {
        Throwable refusal = refusal(thrown);
        if (refusal instanceof EnvironmentNotReadyException notReady) {
            return notReady.rootCause();
        }
        return refusal instanceof ConfigurationException ? refusal.getMessage() : null;
    }

    /** JUnit wraps what keeps it from resolving a parameter. */
    private static Throwable refusal(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return thrown instanceof ParameterResolutionException && cause != null ? cause : thrown;
    }

    private static FinishedTest withCause(FinishedTest failed, Throwable thrown) {
        String cause = failed.cause() != null ? failed.cause() : "set-up of its class: " + thrown;
        return new FinishedTest(
                failed.test(),
                failed.attempt(),
                failed.verdict(),
                null,
                failed.duration(),
                failed.facts(),
                failed.failure(),
                null,
                cause);
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
        return run.momentOf(required(thrown));
    }

    private static Throwable required(@Nullable Throwable thrown) {
        return thrown == null ? new IllegalStateException("JUnit gave no reason for the failure") : thrown;
    }

    private static String reasonOf(@Nullable Throwable thrown) {
        String message = thrown == null ? null : thrown.getMessage();
        return message == null ? "aborted" : message;
    }
}
