package dev.goldenpath.jupiter;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * What {@link GoldenPath} registers. Register it by hand to choose the environment in code:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final GoldenPathExtension GOLDEN_PATH = GoldenPathExtension.forEnvironment("local");
 * }</pre>
 *
 * <p>Stateless but for that choice; safe in parallel runs.
 *
 * @since 0.1.0
 */
public final class GoldenPathExtension
        implements TestInstancePreConstructCallback,
                TestInstancePostProcessor,
                BeforeAllCallback,
                BeforeEachCallback,
                BeforeTestExecutionCallback,
                AfterTestExecutionCallback,
                AfterEachCallback,
                AfterAllCallback,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler,
                ParameterResolver,
                InvocationInterceptor {
    private final Gatekeeper gatekeeper;
    private final Injection injection;
    private final Bench bench;
    private final ChosenEnvironment chosen;
    private final KnownFailureCheck known;

    /** For the environment that the configuration chooses. */
    public GoldenPathExtension() {
        this(null);
    }

    private GoldenPathExtension(@Nullable String environment) {
        gatekeeper = new Gatekeeper(environment);
        injection = new Injection(environment);
        bench = new Bench(environment);
        chosen = new ChosenEnvironment(environment);
        known = new KnownFailureCheck(environment);
    }

    /** An extension for the environment of this name in {@code goldenpath.yaml}. */
    public static GoldenPathExtension forEnvironment(String environment) {
        return new GoldenPathExtension(environment);
    }

    ChosenEnvironment chosen() {
        return chosen;
    }

    /** Gives constructors the context of the test they are called for. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        chosen.note(context);
        gatekeeper.prepare(context);
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factoryContext, ExtensionContext context) {
        gatekeeper.beforeConstructor(context);
    }

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
        injection.intoFields(instance, context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        chosen.note(context);
        gatekeeper.beforeTest(context);
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        bench.testBegins(context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        bench.testEnds(context);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable throwable) throws Throwable {
        throw known.insteadOf(throwable, context);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable throwable)
            throws Throwable {
        throw known.insteadOf(throwable, context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        gatekeeper.afterEnd(context);
        Cleanups.run(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        gatekeeper.afterEnd(context);
        Cleanups.run(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return injection.supports(parameter);
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return injection.parameter(parameter, context);
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> call, ExtensionContext context)
            throws Throwable {
        return gatekeeper.construct(invocation, bench, context);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        gatekeeper.proceedIfOpen(invocation, bench, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        bench.bound(context, invocation);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        bench.test(context, invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        bench.test(context, invocation);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        return bench.factory(context, invocation);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext call, ExtensionContext context) throws Throwable {
        gatekeeper.beforeDynamicTest(context);
        try {
            bench.dynamicTest(context, invocation);
        } catch (Throwable e) {
            gatekeeper.afterDynamicTest(context, e);
            throw e;
        }
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        bench.tearDownBegins(context);
        bench.bound(context, invocation);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        bench.tearDownBegins(context);
        gatekeeper.tearDown(invocation, bench, context);
    }
}
