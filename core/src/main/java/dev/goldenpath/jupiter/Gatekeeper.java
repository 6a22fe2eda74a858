package dev.goldenpath.jupiter;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.priority.Importance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/**
 * Lets no user code run while the configuration is broken or the environment is not ready. Every test is refused on its
 * own, so that each is reported.
 */
final class Gatekeeper {
    private final @Nullable String environment;

    Gatekeeper(@Nullable String environment) {
        this.environment = environment;
    }

    /** Asks the services before the first test of a class, so that the wait is no part of a test. */
    void prepare() {
        isOpen();
    }

    void beforeConstructor(ExtensionContext context) {
        EnvironmentSession session = session();
        boolean ofOneTest = context.getTestInstanceLifecycle()
                .filter(lifecycle -> lifecycle == Lifecycle.PER_METHOD)
                .isPresent();
        // An exception here for a whole class would take its tests out of JUnit's report: they are refused one by one.
        if (ofOneTest) {
            session.gate().require();
        } else {
            session.gate().isOpen();
        }
    }

    /** Constructs; where that fails because the environment is not ready, the failure says so. */
    <T> T construct(Invocation<T> invocation, Bench bench, ExtensionContext context) throws Throwable {
        try {
            return bench.bound(context, invocation);
        } catch (Throwable e) {
            session().gate().require();
            throw e;
        }
    }

    void beforeTest(ExtensionContext context) {
        EnvironmentSession session = session();
        session.gate().require();
        Importance.of(TestClasses.of(context), context.getTestMethod().orElse(null))
                .ifPresent(importance -> check(importance, session.environment()));
    }

    void proceedIfOpen(Invocation<Void> invocation, Bench bench, ExtensionContext context) throws Throwable {
        if (isOpen()) {
            bench.bound(context, invocation);
        } else {
            invocation.skip();
        }
    }

    private boolean isOpen() {
        try {
            return session().gate().isOpen();
        } catch (ConfigurationException e) {
            // Every test of the class is refused with it.
            return false;
        }
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
