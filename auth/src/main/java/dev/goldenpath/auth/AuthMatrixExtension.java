package dev.goldenpath.auth;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.jupiter.AsAnyUser;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPathScope;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Makes the tests of {@link AuthMatrix}. Makes no call. Stateless. */
final class AuthMatrixExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getTestMethod()
                .filter(method -> AnnotationSupport.isAnnotated(method, AuthMatrix.class))
                .isPresent();
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        AuthMatrix options =
                AnnotationSupport.findAnnotation(method, AuthMatrix.class).orElseThrow();
        Environment environment = GoldenPathScope.of(context).clients().environment();
        MatrixTemplate template =
                new MatrixTemplate(options, AnnotationSupport.findRepeatableAnnotations(method, Accepts.class));
        Set<String> users = users(method, context.getRequiredTestClass(), environment);
        if (users.isEmpty()) {
            // Only the call itself will tell.
            users.addAll(environment.users().keySet());
            users.remove(options.anotherUser());
        }
        Stream<AuthMatrixNode> cases =
                template.cases(environment, users).stream().map(each -> new AuthMatrixNode(template, each));
        return Stream.concat(Stream.of(new AuthMatrixNode(template, null)), cases);
    }

    /** As whom the method may call: by its parameters and the fields of its class, else by its class or one around it. */
    private static Set<String> users(Method method, Class<?> testClass, Environment environment) {
        Set<String> users = new LinkedHashSet<>();
        Stream.of(method.getParameters()).forEach(parameter -> users.addAll(named(parameter, environment)));
        ReflectionSupport.findFields(testClass, field -> true, HierarchyTraversalMode.TOP_DOWN)
                .forEach(field -> users.addAll(named(field, environment)));
        for (Class<?> type = testClass; type != null && users.isEmpty(); type = type.getEnclosingClass()) {
            users.addAll(named(type, environment));
        }
        return users;
    }

    private static List<String> named(AnnotatedElement element, Environment environment) {
        return AnnotationSupport.findAnnotation(element, AsUser.class)
                .map(AsUser::value)
                .filter(name -> !name.equals(AsUser.ANONYMOUS))
                .map(List::of)
                .or(() -> AnnotationSupport.findAnnotation(element, AsAnyUser.class)
                        .map(any -> environment.pool(any.from()).users()))
                .orElse(List.of());
    }
}
