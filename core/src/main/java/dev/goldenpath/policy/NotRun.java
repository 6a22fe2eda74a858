package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicyRule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Golden-path tests that are written and that JUnit will not run. */
final class NotRun {
    private static final String REMEDY = "Make it a test that JUnit runs, or delete it.";

    private static final String NO_TEST_REMEDY = "Write its tests, or take @GoldenPath from it.";

    private final AuditedCode code;
    private final TestClasses tests;
    private final List<AuditedClass> goldenPath;
    private final Set<String> extended;

    /**
     * For these classes.
     *
     * @param goldenPath all golden-path classes that there are
     */
    NotRun(AuditedCode code, TestClasses tests, List<AuditedClass> goldenPath) {
        this.code = code;
        this.tests = tests;
        this.goldenPath = List.copyOf(goldenPath);
        extended = goldenPath.stream()
                .filter(AuditedClass::isConcrete)
                .flatMap(type -> tests.superclasses(type).skip(1))
                .map(AuditedClass::name)
                .collect(Collectors.toSet());
    }

    /** Tests that are not run, and classes without any, each once. */
    Stream<Breach> breaches() {
        return goldenPath.stream()
                .filter(type -> !type.is(Opcodes.ACC_INTERFACE))
                .flatMap(type -> Stream.of(ofClass(type).stream(), members(type), ofMethods(type), empty(type).stream())
                        .flatMap(found -> found))
                .distinct();
    }

    private Stream<Breach> ofMethods(AuditedClass type) {
        return tests.superclasses(type)
                .flatMap(above -> above.methods().stream().flatMap(method -> of(above, method)));
    }

    /** Classes that look nested and are not. */
    private Stream<Breach> members(AuditedClass type) {
        return type.members().stream()
                .flatMap(name -> code.find(name).stream())
                .filter(member -> tests.isInner(member) && !tests.isNested(member) && member.isConcrete())
                .filter(this::hasTests)
                .map(member -> breach(member, "is an inner class with tests and without @Nested"));
    }

    private Optional<Breach> empty(AuditedClass type) {
        return tests.isNested(type) || !type.isConcrete() || holdsTests(type, new HashSet<>())
                ? Optional.empty()
                : Optional.of(Breach.of(
                        PolicyRule.EMPTY_CLASS,
                        type.name(),
                        type.line(),
                        "is a golden-path class without a test",
                        NO_TEST_REMEDY));
    }

    private Optional<Breach> ofClass(AuditedClass type) {
        if (!hasTests(type)) {
            return Optional.empty();
        }
        if (!type.isConcrete()) {
            return extended.contains(type.name())
                    ? Optional.empty()
                    : Optional.of(breach(type, "is an abstract class that none extends"));
        }
        if (tests.isNested(type) && type.is(Opcodes.ACC_PRIVATE)) {
            return Optional.of(breach(type, "is a private @Nested class"));
        }
        return tests.isNested(type) && type.is(Opcodes.ACC_STATIC)
                ? Optional.of(breach(type, "is a static @Nested class"))
                : Optional.empty();
    }

    private boolean hasTests(AuditedClass type) {
        return tests.methods(type).stream().anyMatch(tests::isTest);
    }

    private Stream<Breach> of(AuditedClass type, AuditedMethod method) {
        return Stream.ofNullable(why(type, method))
                .map(why -> new Breach(
                        PolicyRule.NOT_RUN,
                        method.id(),
                        method.line(),
                        SourceNames.of(method.id()) + " " + why,
                        REMEDY));
    }

    private @Nullable String why(AuditedClass type, AuditedMethod method) {
        if (method.is(Opcodes.ACC_SYNTHETIC)) {
            return null;
        }
        if (!tests.isTest(method)) {
            if (tests.isForeignTest(method)) {
                return "has the @Test of another framework, which JUnit Jupiter does not run";
            }
            return hidesTest(type, method) ? "overrides a test and is not annotated as one itself" : null;
        }
        if (method.is(Opcodes.ACC_PRIVATE)) {
            return "is a private test";
        }
        if (method.is(Opcodes.ACC_STATIC)) {
            return "is a static test";
        }
        if (tests.isFactory(method)) {
            return method.returnsVoid() ? "is a test factory that returns nothing" : null;
        }
        return method.returnsVoid() ? null : "is a test that returns a value";
    }

    private boolean hidesTest(AuditedClass type, AuditedMethod method) {
        return method.isOverridable()
                && code.hierarchy(type).stream()
                        .skip(1)
                        .flatMap(above -> above.methods().stream())
                        .filter(above -> above.id().name().equals(method.id().name())
                                && above.id().descriptor().equals(method.id().descriptor()))
                        .anyMatch(tests::isTest);
    }

    private static Breach breach(AuditedClass type, String is) {
        return Breach.of(PolicyRule.NOT_RUN, type.name(), type.line(), is + ": JUnit runs none of its tests", REMEDY);
    }

    /** Whether a test is written in it, or in a class nested in it, although it might not run. */
    private boolean holdsTests(AuditedClass type, Set<String> seen) {
        return seen.add(type.name())
                && (tests.methods(type).stream().anyMatch(method -> tests.isTest(method) || tests.isForeignTest(method))
                        || tests.members(type).anyMatch(member -> tests.isInner(member) && holdsTests(member, seen)));
    }
}
