package dev.goldenpath.jupiter;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.Configured;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A parameter or a field that may be injected. Immutable.
 *
 * @param target the parameter or field itself
 * @param type its type
 * @param name its name; {@code arg0} and the like where the class file does not hold that of a parameter
 * @param classes the test class it is of, and the classes around that one, nearest first
 */
record InjectionPoint(AnnotatedElement target, Class<?> type, String name, List<Class<?>> classes) {
    private static final List<Class<? extends Annotation>> LIFECYCLE =
            List.of(BeforeAll.class, BeforeEach.class, AfterEach.class, AfterAll.class);

    /** @param classes of the test, nearest first */
    static InjectionPoint of(Parameter parameter, List<Class<?>> classes) {
        return new InjectionPoint(
                parameter,
                parameter.getType(),
                parameter.getName(),
                TestClasses.from(parameter.getDeclaringExecutable().getDeclaringClass(), classes));
    }

    /** Those of a test, whether they are injected or not: of its method, where it has one, and of all its classes. */
    static Stream<InjectionPoint> of(Optional<Method> method, List<Class<?>> classes) {
        return Stream.concat(
                method.stream()
                        .flatMap(each -> Arrays.stream(each.getParameters()))
                        .map(parameter -> of(parameter, classes)),
                classes.stream().flatMap(type -> ofClass(type, TestClasses.from(type, classes))));
    }

    /** The fields of this class, and of those above it, that are to be injected. */
    static Stream<InjectionPoint> fields(Class<?> type, List<Class<?>> classes) {
        List<Class<?>> around = TestClasses.from(type, classes);
        return ReflectionSupport.streamFields(type, InjectionPoint::isAnnotated, HierarchyTraversalMode.TOP_DOWN)
                .map(field -> new InjectionPoint(field, field.getType(), field.getName(), around));
    }

    private static Stream<InjectionPoint> ofClass(Class<?> type, List<Class<?>> around) {
        Stream<Constructor<?>> constructors = Arrays.stream(type.getDeclaredConstructors());
        Stream<Method> lifecycle = LIFECYCLE.stream()
                .flatMap(annotation ->
                        AnnotationSupport.findAnnotatedMethods(type, annotation, HierarchyTraversalMode.TOP_DOWN)
                                .stream());
        return Stream.concat(
                fields(type, around),
                Stream.concat(constructors, lifecycle)
                        .flatMap(executable -> Arrays.stream(executable.getParameters()))
                        .map(parameter ->
                                new InjectionPoint(parameter, parameter.getType(), parameter.getName(), around)));
    }

    /** Whether an annotation asks for the injection. */
    boolean isAnnotated() {
        return isAnnotated(target);
    }

    private static boolean isAnnotated(AnnotatedElement element) {
        return namesACall(element) || AnnotationSupport.isAnnotated(element, Configured.class);
    }

    /** Whether it names a service or a user. */
    boolean namesACall() {
        return namesACall(target);
    }

    private static boolean namesACall(AnnotatedElement element) {
        return AnnotationSupport.isAnnotated(element, OnService.class)
                || AnnotationSupport.isAnnotated(element, AsUser.class)
                || AnnotationSupport.isAnnotated(element, AsAnyUser.class);
    }

    /** Whether its type is one that calls a service. */
    boolean isClient() {
        return Clients.knownTypes().contains(type);
    }

    /** The annotation on it, else on its class, else on a class around that one. */
    <A extends Annotation> Optional<A> nearest(Class<A> annotation) {
        return Stream.concat(Stream.of(target), classes.stream())
                .flatMap(element -> AnnotationSupport.findAnnotation(element, annotation).stream())
                .findFirst();
    }

    /** As {@code Parameter 'backend'}. */
    String words() {
        return (target instanceof Parameter ? "Parameter '" : "Field '") + name + "'";
    }
}
