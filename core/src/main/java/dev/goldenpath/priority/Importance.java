package dev.goldenpath.priority;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The nearest priority annotation of a test, and what it protects. Immutable.
 *
 * @param priority the priority
 * @param protects names below {@code revenue} in {@code goldenpath.yaml}
 * @param conflict two priorities on one element, in words; absent when there is one
 * @since 0.1.0
 */
public record Importance(
        Priority priority, List<String> protects, @Nullable String conflict) {

    /** The rank of a test without a priority. */
    static final int LAST = Integer.MAX_VALUE;

    /** Copies the names. */
    public Importance {
        protects = List.copyOf(protects);
    }

    /**
     * The importance of a test: that of its method, else of the nearest of its classes or that class's supertypes.
     * Annotations that carry a priority annotation count like it.
     *
     * @param classes the test class, and the classes around it, nearest first
     * @param method {@code null} to ask for the classes alone
     */
    public static Optional<Importance> of(List<Class<?>> classes, @Nullable Method method) {
        Optional<Importance> found = method == null ? Optional.empty() : declaredOn(method);
        for (Class<?> type : classes) {
            found = found.or(() -> ofClass(type));
        }
        return found;
    }

    private static Optional<Importance> ofClass(@Nullable Class<?> type) {
        if (type == null || type == Object.class) {
            return Optional.empty();
        }
        Optional<Importance> found = declaredOn(type).or(() -> ofClass(type.getSuperclass()));
        for (Class<?> implemented : type.getInterfaces()) {
            found = found.or(() -> ofClass(implemented));
        }
        return found;
    }

    private static Optional<Importance> declaredOn(AnnotatedElement element) {
        List<Importance> found = new ArrayList<>();
        collect(element, found, new LinkedHashSet<>());
        return switch (found.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(found.get(0));
            default ->
                Optional.of(new Importance(
                        found.get(0).priority(),
                        found.get(0).protects(),
                        element + " has more than one priority: "
                                + found.stream().map(Importance::priority).toList() + ". Keep one."));
        };
    }

    private static void collect(AnnotatedElement element, List<Importance> found, Set<Class<?>> visited) {
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            Class<? extends Annotation> type = annotation.annotationType();
            if (type.getName().startsWith("java.lang.annotation.") || !visited.add(type)) {
                continue;
            }
            of(annotation).ifPresentOrElse(found::add, () -> collect(type, found, visited));
        }
    }

    private static Optional<Importance> of(Annotation annotation) {
        if (annotation instanceof P1 p1) {
            return of(Priority.P1, p1.protects());
        }
        if (annotation instanceof P2 p2) {
            return of(Priority.P2, p2.protects());
        }
        if (annotation instanceof P3 p3) {
            return of(Priority.P3, p3.protects());
        }
        if (annotation instanceof P4 p4) {
            return of(Priority.P4, p4.protects());
        }
        if (annotation instanceof P5 p5) {
            return of(Priority.P5, p5.protects());
        }
        if (annotation instanceof P6 p6) {
            return of(Priority.P6, p6.protects());
        }
        return Optional.empty();
    }

    private static Optional<Importance> of(Priority priority, String[] protects) {
        return Optional.of(new Importance(priority, List.of(protects), null));
    }

    /** The place of a test in the order: priorities first, tests without one last. */
    static int rank(Class<?> testClass, @Nullable Method method) {
        return of(aroundInSource(testClass), method)
                .map(found -> found.priority().level())
                .orElse(LAST);
    }

    /** The class and those it is an inner class of, nearest first: all that an orderer is told. */
    static List<Class<?>> aroundInSource(Class<?> testClass) {
        return Stream.<Class<?>>iterate(
                        testClass,
                        type -> type != null,
                        type -> Modifier.isStatic(type.getModifiers()) ? null : type.getEnclosingClass())
                .toList();
    }
}
