package dev.goldenpath.jupiter;

import dev.goldenpath.verdict.Grade;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The test class of a test and the classes around it, nearest first, as JUnit nests them. That is not always how they
 * stand in the source: a {@code @Nested} class may be inherited.
 */
final class TestClasses {
    private TestClasses() {}

    static List<Class<?>> of(ExtensionContext context) {
        List<Class<?>> classes = new ArrayList<>();
        for (Optional<ExtensionContext> next = Optional.of(context);
                next.isPresent();
                next = next.flatMap(ExtensionContext::getParent)) {
            next.flatMap(ExtensionContext::getTestClass)
                    .filter(type -> !classes.contains(type))
                    .ifPresent(classes::add);
        }
        return classes;
    }

    /**
     * Of these classes, nearest first, the one that has the members of {@code declaring} and those around it: a member of an
     * outer class is not of the class nested in it. All of them where none has.
     */
    static List<Class<?>> from(Class<?> declaring, List<Class<?>> classes) {
        List<Class<?>> from = classes.stream()
                .dropWhile(type -> !declaring.isAssignableFrom(type))
                .toList();
        return from.isEmpty() ? classes : from;
    }

    /** The test's method; of a dynamic test its factory; empty where it is of no single test. */
    static Optional<Method> method(ExtensionContext context) {
        return Stream.iterate(
                        Optional.of(context), Optional::isPresent, next -> next.flatMap(ExtensionContext::getParent))
                .flatMap(next -> next.flatMap(ExtensionContext::getTestMethod).stream())
                .findFirst();
    }

    /** The name of the test's method; of a dynamic test that of its factory. */
    static String methodOf(ExtensionContext context) {
        return method(context).map(Method::getName).orElse("");
    }

    static List<Class<?>> of(TestIdentifier identifier, TestPlan plan) {
        List<Class<?>> classes = new ArrayList<>();
        for (Optional<TestIdentifier> next = Optional.of(identifier);
                next.isPresent();
                next = next.flatMap(plan::getParent)) {
            next.flatMap(TestIdentifier::getSource)
                    .filter(ClassSource.class::isInstance)
                    .map(source -> ((ClassSource) source).getJavaClass())
                    .filter(type -> !classes.contains(type))
                    .ifPresent(classes::add);
        }
        return classes;
    }

    static List<Class<?>> of(TestDescriptor descriptor) {
        List<Class<?>> classes = new ArrayList<>();
        for (Optional<TestDescriptor> next = Optional.of(descriptor);
                next.isPresent();
                next = next.flatMap(TestDescriptor::getParent)) {
            next.flatMap(TestDescriptor::getSource)
                    .filter(ClassSource.class::isInstance)
                    .map(source -> ((ClassSource) source).getJavaClass())
                    .filter(type -> !classes.contains(type))
                    .ifPresent(classes::add);
        }
        return classes;
    }

    /** Whether Golden Path is switched on for one of these classes. */
    static boolean areGoldenPath(List<Class<?>> classes) {
        return areAnnotated(classes) || classes.stream().anyMatch(TestClasses::registersByHand);
    }

    /** Whether an annotation of one of these classes does so. */
    static boolean areAnnotated(List<Class<?>> classes) {
        return classes.stream()
                .anyMatch(type -> AnnotationSupport.isAnnotated(type, GoldenPath.class) || extendsWithUs(type));
    }

    /** The grade that the nearest of these classes demands. */
    static Grade atLeast(List<Class<?>> classes) {
        return classes.stream()
                .flatMap(type -> AnnotationSupport.findAnnotation(type, GoldenPath.class).stream())
                .map(GoldenPath::atLeast)
                .findFirst()
                .orElse(Grade.C);
    }

    private static boolean extendsWithUs(Class<?> type) {
        return AnnotationSupport.findRepeatableAnnotations(type, ExtendWith.class).stream()
                .flatMap(annotation -> Arrays.stream(annotation.value()))
                .anyMatch(GoldenPathExtension.class::equals);
    }

    private static boolean registersByHand(Class<?> type) {
        return Stream.<Class<?>>iterate(type, declaring -> declaring != null, Class::getSuperclass)
                .flatMap(declaring -> Stream.concat(Stream.of(declaring), Arrays.stream(declaring.getInterfaces())))
                .flatMap(declaring -> Arrays.stream(declaring.getDeclaredFields()))
                .anyMatch(field -> field.getType() == GoldenPathExtension.class);
    }
}
