package dev.goldenpath.jupiter;

import dev.goldenpath.priority.Importance;
import dev.goldenpath.runlog.PlannedTest;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Finds the golden-path tests of a plan and describes them. Stateless. */
final class PlannedTests {
    private static final Set<String> OUR_TAGS = Set.of("golden-path", "P1", "P2", "P3", "P4", "P5", "P6");

    private PlannedTests() {}

    /** The tests, templates and factories of the plan that are golden-path tests. */
    static Stream<PlannedTest> in(TestPlan plan) {
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .flatMap(identifier -> describe(identifier, plan).stream());
    }

    /** The classes of those tests. */
    static Set<Class<?>> classesIn(TestPlan plan) {
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(identifier -> describe(identifier, plan).isPresent())
                .map(identifier -> TestClasses.of(identifier, plan).get(0))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The test, template or factory; empty for any other container, and for a test that is none of ours. A dynamic test
     * is described by its factory, wherever it says it comes from.
     */
    static Optional<PlannedTest> describe(TestIdentifier identifier, TestPlan plan) {
        boolean template = identifier.getSource().orElse(null) instanceof MethodSource || isClassTemplate(identifier);
        List<Class<?>> classes = TestClasses.of(identifier, plan);
        return (identifier.isTest() || template) && TestClasses.areGoldenPath(classes)
                ? Optional.of(
                        describe(identifier, classes, methodOf(identifier, plan).orElse(null)))
                : Optional.empty();
    }

    /** The class container as a test of its own, for a failure that none of its tests reports. */
    static Optional<PlannedTest> describeClass(TestIdentifier identifier, TestPlan plan) {
        List<Class<?>> classes = TestClasses.of(identifier, plan);
        return identifier.getSource().filter(ClassSource.class::isInstance).isPresent()
                        && TestClasses.areGoldenPath(classes)
                ? Optional.of(describe(identifier, classes, null))
                : Optional.empty();
    }

    private static PlannedTest describe(TestIdentifier identifier, List<Class<?>> classes, @Nullable Method method) {
        Optional<Importance> importance = Importance.of(classes, method);
        return new PlannedTest(
                identifier.getUniqueId(),
                classes.get(0).getName(),
                identifier.getLegacyReportingName(),
                identifier.getDisplayName(),
                importance.map(found -> found.priority().name()).orElse(PlannedTest.NO_PRIORITY),
                category(classes, method),
                importance.map(Importance::protects).orElse(List.of()));
    }

    /** A class that JUnit 5.13 and later run once for each set of arguments. */
    private static boolean isClassTemplate(TestIdentifier identifier) {
        return identifier.getUniqueIdObject().getLastSegment().getType().endsWith("class-template");
    }

    /** The method right below the class: of a test, its template or its factory. */
    private static Optional<Method> methodOf(TestIdentifier identifier, TestPlan plan) {
        Optional<Method> found = Optional.empty();
        Optional<TestIdentifier> next = Optional.of(identifier);
        while (next.isPresent() && !(next.get().getSource().orElse(null) instanceof ClassSource)) {
            if (next.get().getSource().orElse(null) instanceof MethodSource source) {
                found = Optional.of(source.getJavaMethod());
            }
            next = next.flatMap(plan::getParent);
        }
        return found;
    }

    private static String category(List<Class<?>> classes, @Nullable Method method) {
        Stream<AnnotatedElement> nearestFirst = Stream.concat(Stream.ofNullable(method), classes.stream());
        return nearestFirst
                .flatMap(element -> AnnotationSupport.findRepeatableAnnotations(element, Tag.class).stream())
                .map(Tag::value)
                .filter(tag -> !OUR_TAGS.contains(tag))
                .findFirst()
                .orElseGet(() -> lastOf(classes.get(0).getPackageName()));
    }

    private static String lastOf(String packageName) {
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }
}
