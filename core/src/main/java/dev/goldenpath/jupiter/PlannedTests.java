package dev.goldenpath.jupiter;

import dev.goldenpath.priority.Importance;
import dev.goldenpath.runlog.PlannedTest;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** The test, template or factory; empty for any other container, and for a test that is none of ours. */
    static Optional<PlannedTest> describe(TestIdentifier identifier, TestPlan plan) {
        if (!identifier.isTest() && !(identifier.getSource().orElse(null) instanceof MethodSource)) {
            return Optional.empty();
        }
        return methodOf(identifier, plan)
                .filter(source -> isGoldenPath(source.getJavaClass()))
                .map(source -> describe(identifier, source.getJavaClass(), source.getJavaMethod()));
    }

    /** The class container as a test of its own, for a failure that none of its tests reports. */
    static Optional<PlannedTest> describeClass(TestIdentifier identifier) {
        return identifier
                .getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getJavaClass())
                .filter(PlannedTests::isGoldenPath)
                .map(type -> describe(identifier, type, null));
    }

    private static PlannedTest describe(TestIdentifier identifier, Class<?> type, @Nullable Method method) {
        Optional<Importance> importance = Importance.of(type, method);
        return new PlannedTest(
                identifier.getUniqueId(),
                type.getName(),
                identifier.getLegacyReportingName(),
                identifier.getDisplayName(),
                importance.map(found -> found.priority().name()).orElse(PlannedTest.NO_PRIORITY),
                category(type, method),
                importance.map(Importance::protects).orElse(List.of()));
    }

    /** A dynamic test may have no source of its own; then its factory's counts. */
    private static Optional<MethodSource> methodOf(TestIdentifier identifier, TestPlan plan) {
        if (identifier.getSource().orElse(null) instanceof MethodSource source) {
            return Optional.of(source);
        }
        return plan.getParent(identifier).flatMap(parent -> methodOf(parent, plan));
    }

    private static boolean isGoldenPath(@Nullable Class<?> type) {
        return type != null
                && (AnnotationSupport.isAnnotated(type, GoldenPath.class)
                        || registersByHand(type)
                        || isGoldenPath(type.getEnclosingClass()));
    }

    private static boolean registersByHand(Class<?> type) {
        return Stream.<Class<?>>iterate(type, t -> t != null, Class::getSuperclass)
                .flatMap(declaring -> Arrays.stream(declaring.getDeclaredFields()))
                .map(Field::getType)
                .anyMatch(GoldenPathExtension.class::equals);
    }

    private static String category(Class<?> type, @Nullable Method method) {
        Stream<AnnotatedElement> nearestFirst = Stream.concat(
                Stream.ofNullable(method), Stream.<Class<?>>iterate(type, t -> t != null, Class::getEnclosingClass));
        return nearestFirst
                .flatMap(element -> AnnotationSupport.findRepeatableAnnotations(element, Tag.class).stream())
                .map(Tag::value)
                .filter(tag -> !OUR_TAGS.contains(tag))
                .findFirst()
                .orElseGet(() -> lastOf(type.getPackageName()));
    }

    private static String lastOf(String packageName) {
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }
}
