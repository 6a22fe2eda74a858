package dev.goldenpath.jupiter;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.priority.Importance;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/**
 * Lets no user code run while the configuration is broken, or what it needs is not ready. Every test is refused on its own,
 * so that each is reported.
 */
final class Gatekeeper {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Gatekeeper.class);
    private static final String SKIPPED_SET_UP = "skipped set-up";
    private static final String USER_CODE = "user code";

    private final @Nullable String environment;
    private final KnownFailureCheck known;

    Gatekeeper(@Nullable String environment) {
        this.environment = environment;
        this.known = new KnownFailureCheck(environment);
    }

    /** Asks the services before the first test of a class, so that the wait is no part of a test. */
    void prepare(ExtensionContext context) {
        try {
            EnvironmentSession session = session();
            DestructiveTests.refuse(context, session.environment());
            session.gate()
                    .require(TestNeeds.ofAnyIn(context, session.environment()).services());
        } catch (RuntimeException e) {
            // Each test, and the set-up, is refused on its own where it has to be.
            return;
        }
    }

    void beforeConstructor(ExtensionContext context) {
        // An exception here for a whole class would take its tests out of JUnit's report: they are refused one by one.
        if (isOfOneTest(context)) {
            admit(context);
        } else {
            // Refused as a class, for its constructor must not run either; its tests are reported with that.
            DestructiveTests.refuse(context, session().environment());
            refusal(context);
        }
    }

    private static boolean isOfOneTest(ExtensionContext context) {
        return context.getTestInstanceLifecycle()
                .filter(lifecycle -> lifecycle == Lifecycle.PER_METHOD)
                .isPresent();
    }

    /** Constructs; where that fails because the environment is not ready, the failure says so. */
    <T> T construct(Invocation<T> invocation, Bench bench, ExtensionContext context) throws Throwable {
        try {
            return bench.bound(context, invocation);
        } catch (Throwable e) {
            EnvironmentSession session = session();
            session.gate().require(needs(context, session).services());
            throw isOfOneTest(context) ? known.insteadOf(e, context) : e;
        }
    }

    void beforeTest(ExtensionContext context) {
        admit(context);
        Importance.of(TestClasses.of(context), context.getTestMethod().orElse(null))
                .ifPresent(importance -> check(importance, session().environment()));
    }

    /** Its factory was admitted; what it needs may have gone down since. */
    void beforeDynamicTest(ExtensionContext context) {
        admit(context);
    }

    /** The set-up of a class. */
    void proceedIfOpen(Invocation<Void> invocation, Bench bench, ExtensionContext context) throws Throwable {
        Optional<RuntimeException> refusal = refusal(context);
        if (refusal.isEmpty()) {
            noteUserCode(context);
            bench.bound(context, invocation);
        } else {
            // From now on no test of the class may run: it would do so without its set-up.
            context.getStore(NAMESPACE).put(SKIPPED_SET_UP, refusal.get());
            invocation.skip();
        }
    }

    /** The tear-down of a class: what has run is cleaned up after, whether that can succeed or not. */
    void tearDown(Invocation<Void> invocation, Bench bench, ExtensionContext context) throws Throwable {
        if (skippedSetUp(context) == null && context.getStore(NAMESPACE).get(USER_CODE) != null) {
            bench.bound(context, invocation);
        } else {
            proceedIfOpen(invocation, bench, context);
        }
    }

    /** Notes it for every class around, for the tear-down of each. */
    private static void noteUserCode(ExtensionContext context) {
        Stream.iterate(Optional.of(context), Optional::isPresent, next -> next.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream)
                .filter(next -> next.getTestClass().isPresent())
                .forEach(next -> next.getStore(NAMESPACE).put(USER_CODE, true));
    }

    /** Has the services looked at again that a failed test, or class, has needed. */
    void afterEnd(ExtensionContext context) {
        context.getExecutionException().ifPresent(thrown -> suspect(context, thrown));
    }

    private void suspect(ExtensionContext context, Throwable thrown) {
        RunSession session = RunSession.current();
        boolean ofTest = context.getTestMethod().isPresent() && !Bench.isFactory(context);
        if (!ofTest || !session.tests().running(context.getUniqueId()).isRefused()) {
            suspect(context, thrown, session.recordingOf(context));
        }
    }

    /** As above, for a dynamic test. */
    void afterDynamicTest(ExtensionContext context, Throwable thrown) {
        suspect(
                context,
                thrown,
                RunSession.current().tests().running(context.getUniqueId()).recording());
    }

    private void suspect(ExtensionContext context, Throwable thrown, Recording recording) {
        EnvironmentSession opened = session();
        Throwable failure = KnownIssueAbort.failureIn(thrown);
        opened.gate().suspect(needs(context, opened).services(), Suspicion.isRaisedBy(failure, recording));
    }

    /** Why the set-up of a class may not run; empty where it may. Every test of the class is refused with it. */
    private Optional<RuntimeException> refusal(ExtensionContext context) {
        try {
            EnvironmentSession session = session();
            DestructiveTests.refuse(context, session.environment());
            TestNeeds named = needs(context, session);
            // A set-up that names nothing serves its tests: it needs what they do.
            TestNeeds needs = named.isEmpty() ? TestNeeds.ofAnyIn(context, session.environment()) : named;
            session.gate().require(needs.services());
            return Optional.ofNullable(skippedSetUp(context));
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private void admit(ExtensionContext context) {
        RunSession run = RunSession.current();
        EnvironmentSession session = session();
        TestRun test = Bench.isFactory(context) ? null : run.tests().running(context.getUniqueId());
        try {
            TestNeeds needs = needs(context, session);
            if (test != null) {
                test.needs(needs.isEmpty() ? session.gate().wanted() : needs.services());
            }
            DestructiveTests.refuse(context, session.environment());
            refuseWithoutSetUp(context);
            session.gate().require(needs.services());
            noteUserCode(context);
        } catch (RuntimeException e) {
            if (test != null) {
                test.refuse();
            }
            throw e;
        }
    }

    /** An exception of its own for each test: what one of them adds to it must not show in another. */
    private static void refuseWithoutSetUp(ExtensionContext context) {
        RuntimeException why = skippedSetUp(context);
        if (why instanceof EnvironmentNotReadyException outage) {
            throw new EnvironmentNotReadyException(outage.rootCause(), outage.facts());
        }
        if (why instanceof ConfigurationException wrong) {
            throw wrong.again();
        }
        if (why != null) {
            throw new IllegalStateException(why.getMessage(), why);
        }
    }

    private static @Nullable RuntimeException skippedSetUp(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(SKIPPED_SET_UP, RuntimeException.class);
    }

    private static TestNeeds needs(ExtensionContext context, EnvironmentSession session) {
        return TestNeeds.of(context, session.environment());
    }

    private EnvironmentSession session() {
        return RunSession.current().environment(environment);
    }

    private static void check(Importance importance, Environment environment) {
        if (importance.conflict() != null) {
            throw new ConfigurationException(importance.conflict(), List.of());
        }
        Optional<String> unknown = importance.protects().stream()
                .filter(name -> !environment.revenue().monthly().containsKey(name))
                .findFirst();
        if (unknown.isPresent()) {
            throw new ConfigurationException(
                    "@" + importance.priority() + " protects '" + unknown.get()
                            + "', which 'revenue' in goldenpath.yaml does not list. Listed: "
                            + environment.revenue().monthly().keySet() + ".",
                    List.of());
        }
    }
}
