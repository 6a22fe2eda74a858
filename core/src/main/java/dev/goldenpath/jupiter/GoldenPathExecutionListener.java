package dev.goldenpath.jupiter;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.runlog.PlannedTest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Opens the run when a plan has a golden-path test, and keeps the log of planned and finished tests. Found by JUnit with
 * {@link java.util.ServiceLoader}. Not for use in code.
 *
 * @since 0.1.0
 */
public final class GoldenPathExecutionListener implements TestExecutionListener {
    private @Nullable TestPlan plan;
    private @Nullable Outcomes outcomes;

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        List<PlannedTest> planned = PlannedTests.in(started).toList();
        if (planned.isEmpty()) {
            RunSession.leftToOthers().ranEmptyPlan();
            return;
        }
        RunSession session = RunSession.ifOpen().orElseGet(() -> open(started, planned));
        session.testClasses().addAll(PlannedTests.classesIn(started));
        plan = started;
        outcomes = new Outcomes(session);
        planned.forEach(outcomes::planned);
    }

    @Override
    public void dynamicTestRegistered(TestIdentifier identifier) {
        withOutcomes(all -> describe(identifier).ifPresent(all::planned));
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        if (identifier.isTest()) {
            withOutcomes(all -> all.started(identifier.getUniqueId()));
        }
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        withOutcomes(all -> all.skipped(identifier.getUniqueId(), reason));
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        withOutcomes(all -> {
            if (identifier.isTest()) {
                all.finished(identifier.getUniqueId(), result);
            } else {
                all.containerFinished(
                        identifier.getUniqueId(), describeClass(identifier).orElse(null), result);
            }
        });
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        plan = null;
        outcomes = null;
    }

    /** JUnit swallows what a listener throws, so that every test must tell why it can't be recorded. */
    private static RunSession open(TestPlan plan, List<PlannedTest> planned) {
        try {
            RunSettings settings = RunSettings.of(plan.getConfigurationParameters());
            if (settings.choice() != null) {
                settings.choice().check(planned.stream());
            }
            RunSession opened = RunOpening.open(settings);
            RunSession.open(opened);
            return opened;
        } catch (ConfigurationException e) {
            RunSession.refuse(e::again);
            throw e;
        } catch (RuntimeException e) {
            RunSession.refuse(() -> new IllegalStateException("No golden-path run is open: " + e.getMessage(), e));
            throw e;
        }
    }

    /** JUnit swallows what a listener throws; a lost verdict must not stay green. */
    private void withOutcomes(Consumer<Outcomes> work) {
        Outcomes all = outcomes;
        if (all != null) {
            try {
                work.accept(all);
            } catch (RuntimeException e) {
                RunSession.current().alsoRed("a verdict was lost: " + e);
                throw e;
            }
        }
    }

    private Optional<PlannedTest> describeClass(TestIdentifier identifier) {
        return plan == null ? Optional.empty() : PlannedTests.describeClass(identifier, plan);
    }

    private Optional<PlannedTest> describe(TestIdentifier identifier) {
        return plan == null ? Optional.empty() : PlannedTests.describe(identifier, plan);
    }
}
