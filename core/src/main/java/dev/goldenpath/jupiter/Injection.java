package dev.goldenpath.jupiter;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.UserSession;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.users.UserLease;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Injects clients into parameters and fields, and companions into parameters. Makes no call. */
final class Injection {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Injection.class);

    private final @Nullable String environment;

    Injection(@Nullable String environment) {
        this.environment = environment;
    }

    boolean supports(ParameterContext parameter) {
        return isAnnotated(parameter.getParameter())
                || Companions.include(parameter.getParameter().getType())
                || Clients.knownTypes().contains(parameter.getParameter().getType());
    }

    /** The client or companion; {@code null} for a class's own set-up and tear-down that the gatekeeper is about to skip. */
    @Nullable
    Object parameter(ParameterContext context, ExtensionContext extensionContext) {
        Parameter parameter = context.getParameter();
        Executable executable = parameter.getDeclaringExecutable();
        try {
            return Companions.include(parameter.getType())
                    ? companion(parameter, extensionContext, isOfWholeClass(executable))
                    : client(
                            parameter,
                            parameter.getType(),
                            parameter.getName(),
                            extensionContext,
                            isOfWholeClass(executable));
        } catch (ConfigurationException e) {
            if (isOfWholeClass(executable) && !isConfigured()) {
                return null;
            }
            throw e;
        }
    }

    void intoFields(Object instance, ExtensionContext context) {
        List<Field> fields = ReflectionSupport.findFields(
                instance.getClass(), Injection::isAnnotated, HierarchyTraversalMode.TOP_DOWN);
        for (Field field : fields) {
            if (Modifier.isStatic(field.getModifiers()) || Modifier.isFinal(field.getModifiers())) {
                throw new ExtensionConfigurationException("Field "
                        + field.getDeclaringClass().getName() + "."
                        + field.getName() + " is static or final, so no client can be injected into it. Make it an "
                        + "instance field that is not final, or inject a parameter.");
            }
            Object client = client(field, field.getType(), field.getName(), context, false);
            try {
                field.setAccessible(true);
                field.set(instance, client);
            } catch (IllegalAccessException e) {
                throw new ExtensionConfigurationException("Can't inject " + field, e);
            }
        }
    }

    private static Object companion(Parameter parameter, ExtensionContext context, boolean ofWholeClass) {
        Class<?> type = parameter.getType();
        if (isAnnotated(parameter)) {
            throw Companions.misplaced(type, "Parameter '" + parameter.getName() + "'");
        }
        RunSession session = RunSession.current();
        return Companions.make(type, session, context, recording(session, context, ofWholeClass, type.getSimpleName()));
    }

    private Object client(
            AnnotatedElement target, Class<?> type, String name, ExtensionContext context, boolean ofWholeClass) {
        if (Companions.include(type)) {
            throw Companions.misplaced(type, "Field '" + name + "'");
        }
        if (!Clients.knownTypes().contains(type)) {
            throw new ExtensionConfigurationException("Nothing on the class path makes a " + type.getName()
                    + ", which is annotated for injection. Injectable: "
                    + Clients.knownTypes().stream().map(Class::getName).sorted().toList() + ".");
        }
        RunSession session = RunSession.current();
        EnvironmentSession opened = session.environment(environment);
        ServiceEndpoint service = service(target, name, context, opened.environment());
        Caller caller = Caller.of(target, name, context);
        UserLease lease = caller.anyone()
                .map(anyone -> LeasedUsers.of(context, session).lease(anyone, opened))
                .orElse(null);
        String user = lease == null ? caller.name().orElse(null) : lease.user();
        Object client = opened.clients()
                .create(
                        type,
                        service,
                        user,
                        recording(session, context, ofWholeClass, "client"),
                        lease == null ? userSession(context, user) : LeasedUsers.session(context, lease));
        if (client instanceof AutoCloseable closeable) {
            context.getStore(NAMESPACE).put(client, new ClosedWithStore(closeable));
        }
        return client;
    }

    /** Clients of one user in one test, or one class, share a session; each anonymous client is a stranger of its own. */
    private static UserSession userSession(ExtensionContext context, @Nullable String user) {
        return user == null
                ? new UserSession()
                : context.getStore(NAMESPACE)
                        .getOrComputeIfAbsent(
                                context.getUniqueId() + "|" + user, key -> new UserSession(), UserSession.class);
    }

    /**
     * A handle of one test records for that test, whichever thread uses it; any other asks which test the calling thread
     * is of.
     */
    private static Supplier<Recording> recording(
            RunSession session, ExtensionContext context, boolean ofWholeClass, String handle) {
        Recording own = session.recordingOf(context);
        if (Bench.isFactory(context)) {
            return () -> session.currentTest().boundOr(own);
        }
        return ofWholeClass || context.getTestMethod().isEmpty()
                ? () -> session.currentTest().recording(handle)
                : () -> own;
    }

    private static ServiceEndpoint service(
            AnnotatedElement target, String name, ExtensionContext context, Environment environment) {
        Optional<String> named =
                nearest(target, context, OnService.class).map(OnService::value).filter(value -> !value.isEmpty());
        if (named.isPresent()) {
            return environment.service(named.get());
        }
        if (environment.services().containsKey(name)) {
            return environment.service(name);
        }
        if (environment.services().size() == 1) {
            return environment.services().values().iterator().next();
        }
        String remedy = target instanceof Parameter parameter && !parameter.isNamePresent()
                ? "Write @OnService(\"…\") before it, or compile the tests with -parameters: the class file does not hold "
                        + "the name."
                : "Write @OnService(\"…\") before it.";
        throw new ConfigurationException(
                "Which service is '" + name + "'? Environment '" + environment.name() + "' declares "
                        + String.join(", ", environment.services().keySet()) + ". "
                        + remedy,
                List.of());
    }

    /** The annotation on the parameter or field itself, else on the class, else on a class around it. */
    private static <A extends Annotation> Optional<A> nearest(
            AnnotatedElement target, ExtensionContext context, Class<A> type) {
        Stream<AnnotatedElement> nearestFirst = Stream.concat(Stream.of(target), TestClasses.of(context).stream());
        return nearestFirst
                .flatMap(element -> AnnotationSupport.findAnnotation(element, type).stream())
                .findFirst();
    }

    private static boolean isAnnotated(AnnotatedElement target) {
        return AnnotationSupport.isAnnotated(target, OnService.class)
                || AnnotationSupport.isAnnotated(target, AsUser.class)
                || AnnotationSupport.isAnnotated(target, AsAnyUser.class);
    }

    private static boolean isOfWholeClass(Executable executable) {
        return AnnotationSupport.isAnnotated(executable, BeforeAll.class)
                || AnnotationSupport.isAnnotated(executable, AfterAll.class);
    }

    private boolean isConfigured() {
        try {
            RunSession.current().environment(environment);
            return true;
        } catch (ConfigurationException e) {
            return false;
        }
    }

    /** JUnit before 5.13 closes the one type, later ones ask for the other. */
    private record ClosedWithStore(AutoCloseable client)
            implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        @Override
        public void close() throws Exception {
            client.close();
        }
    }
}
