package dev.goldenpath.priority;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * Runs the classes with the most important tests first. Among classes of one priority the order that {@code
 * junit-platform.properties} names is kept, or JUnit's own.
 *
 * @since 0.1.0
 */
public final class PriorityClassOrderer implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        // The configuration parameter names this class: what the project itself wanted stands in its file.
        ConfiguredOrder.inFile(ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME)
                .flatMap(name -> ConfiguredOrder.load(name, ClassOrderer.class, getClass()))
                .ifPresent(configured -> configured.orderClasses(context));
        context.getClassDescriptors()
                .sort(Comparator.comparingInt((ClassDescriptor type) -> rank(type.getTestClass())));
    }

    private static int rank(Class<?> type) {
        List<Method> tests =
                AnnotationSupport.findAnnotatedMethods(type, Testable.class, HierarchyTraversalMode.TOP_DOWN);
        int own = tests.stream()
                .mapToInt(method -> Importance.rank(type, method))
                .min()
                .orElse(Importance.LAST);
        int nested = List.of(type.getDeclaredClasses()).stream()
                .mapToInt(PriorityClassOrderer::rank)
                .min()
                .orElse(Importance.LAST);
        return Math.min(own, nested);
    }
}
