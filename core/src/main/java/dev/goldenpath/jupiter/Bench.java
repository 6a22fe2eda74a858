package dev.goldenpath.jupiter;

import dev.goldenpath.evidence.Phase;
import dev.goldenpath.witness.TestWatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.junit.platform.commons.support.AnnotationSupport;

/** Follows a test through its phases and has the referee rule on it right behind its method. */
final class Bench {
    private final @Nullable String environment;
    private final KnownFailureCheck known;

    /** For tests against the environment of this name; {@code null} for the one that the configuration chooses. */
    Bench(@Nullable String environment) {
        this.environment = environment;
        this.known = new KnownFailureCheck(environment);
    }

    void testBegins(ExtensionContext context) {
        if (!isFactory(context)) {
            run(context).recording().enter(Phase.TEST);
        }
    }

    void testEnds(ExtensionContext context) {
        if (isFactory(context)) {
            RunSession.current()
                    .factoryEnds()
                    .ended(
                            context.getUniqueId(),
                            context.getExecutionException().orElse(null));
            return;
        }
        TestRun run = run(context);
        try {
            context.getExecutionException().ifPresentOrElse(run::endedBy, () -> rule(run, context));
        } finally {
            run.recording().enter(Phase.TEARDOWN);
        }
    }

    void dynamicTest(ExtensionContext context, Invocation<Void> invocation) throws Throwable {
        TestRun run = run(context);
        run.recording().enter(Phase.TEST);
        try {
            ownPart(run, invocation);
            rule(run, context);
        } catch (Throwable e) {
            Throwable instead = known.insteadOf(e, context);
            run.endedBy(instead);
            throw instead;
        } finally {
            run.recording().enter(Phase.TEARDOWN);
        }
    }

    /** From now on the calls of this context, of a test or of a class, are clean-up, though its test never ran. */
    void tearDownBegins(ExtensionContext context) {
        RunSession.current().recordingOf(context).enter(Phase.TEARDOWN);
    }

    /** Proceeds with the calling thread's shared handles recording for the test, or the class, of this context. */
    <T> T bound(ExtensionContext context, Invocation<T> invocation) throws Throwable {
        RunSession session = RunSession.current();
        return session.currentTest().with(session.recordingOf(context), invocation::proceed);
    }

    /** As {@link #bound}, for the method of a factory, whose throwable JUnit hands to no handler. */
    <T> T factory(ExtensionContext context, Invocation<T> invocation) throws Throwable {
        try {
            return bound(context, invocation);
        } catch (Throwable e) {
            throw known.insteadOf(e, context);
        }
    }

    /** As {@link #bound}, for a test's own part. */
    void test(ExtensionContext context, Invocation<Void> invocation) throws Throwable {
        ownPart(run(context), invocation);
    }

    private static void ownPart(TestRun run, Invocation<Void> invocation) throws Throwable {
        try (TestWatch.Part part = run.watch().part()) {
            RunSession.current().currentTest().with(run.recording(), invocation::proceed);
        }
    }

    /** A factory is no test: its dynamic tests are. */
    static boolean isFactory(ExtensionContext context) {
        return context.getTestMethod()
                .filter(method -> AnnotationSupport.isAnnotated(method, TestFactory.class))
                .isPresent();
    }

    private void rule(TestRun run, ExtensionContext context) {
        RunSession session = RunSession.current();
        run.rule(session.environment(environment).review(run, context, session));
    }

    private static TestRun run(ExtensionContext context) {
        return RunSession.current().tests().running(context.getUniqueId());
    }
}
