package dev.goldenpath.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/** What JUnit and Golden Path make of classes and methods by their annotations. */
final class TestClasses {
    private static final Set<String> GOLDEN_PATH = Set.of("dev/goldenpath/jupiter/GoldenPath");
    private static final Set<String> NESTED = Set.of("org/junit/jupiter/api/Nested");
    private static final Set<String> FACTORY = Set.of("org/junit/jupiter/api/TestFactory");
    private static final Set<String> TEST = Set.of(
            "org/junit/jupiter/api/Test",
            "org/junit/jupiter/api/RepeatedTest",
            "org/junit/jupiter/api/TestTemplate",
            "org/junit/jupiter/api/TestFactory",
            "org/junit/jupiter/params/ParameterizedTest");
    private static final Set<String> FOREIGN_TEST = Set.of("org/junit/Test", "org/testng/annotations/Test");
    private static final Set<String> TEAR_DOWN =
            Set.of("org/junit/jupiter/api/AfterEach", "org/junit/jupiter/api/AfterAll");
    private static final Set<String> AFTER_EACH = Set.of("org/junit/jupiter/api/AfterEach");
    private static final Set<String> SET_UP =
            Set.of("org/junit/jupiter/api/BeforeEach", "org/junit/jupiter/api/BeforeAll");

    private final AuditedCode code;

    TestClasses(AuditedCode code) {
        this.code = code;
    }

    /** Whether it is annotated, or what it extends, or the class that it is nested in. */
    boolean isGoldenPath(AuditedClass type) {
        return superclasses(type).anyMatch(above -> code.annotates(above.annotations(), GOLDEN_PATH))
                || (isNested(type) && enclosing(type).filter(this::isGoldenPath).isPresent());
    }

    boolean isNested(AuditedClass type) {
        return code.annotates(type.annotations(), NESTED);
    }

    boolean isInner(AuditedClass type) {
        return type.enclosing() != null && !type.is(Opcodes.ACC_STATIC);
    }

    boolean isTest(AuditedMethod method) {
        return code.annotates(method.annotations(), TEST);
    }

    boolean isFactory(AuditedMethod method) {
        return code.annotates(method.annotations(), FACTORY);
    }

    /** Whether another framework would run it. */
    boolean isForeignTest(AuditedMethod method) {
        return code.annotates(method.annotations(), FOREIGN_TEST);
    }

    boolean isAfterEach(AuditedMethod method) {
        return code.annotates(method.annotations(), AFTER_EACH);
    }

    boolean isTearDown(AuditedMethod method) {
        return code.annotates(method.annotations(), TEAR_DOWN);
    }

    boolean isSetUp(AuditedMethod method) {
        return code.annotates(method.annotations(), SET_UP);
    }

    /** All methods an object of the class has, each as the class or the nearest class above it has it. */
    List<AuditedMethod> methods(AuditedClass type) {
        Map<String, AuditedMethod> nearest = new LinkedHashMap<>();
        for (AuditedClass above : code.hierarchy(type)) {
            for (AuditedMethod method : above.methods()) {
                String signature = method.id().name() + method.id().descriptor();
                nearest.putIfAbsent(method.isOverridable() ? signature : above.name() + signature, method);
            }
        }
        return List.copyOf(nearest.values());
    }

    /** The class and those above it, without interfaces. */
    Stream<AuditedClass> superclasses(AuditedClass type) {
        List<AuditedClass> found = new ArrayList<>();
        for (Optional<AuditedClass> at = Optional.of(type); at.isPresent(); at = above(at.get())) {
            found.add(at.get());
        }
        return found.stream();
    }

    private Optional<AuditedClass> above(AuditedClass type) {
        return type.superName() == null ? Optional.empty() : code.find(type.superName());
    }

    Optional<AuditedClass> enclosing(AuditedClass type) {
        return type.enclosing() == null ? Optional.empty() : code.find(type.enclosing());
    }

    Stream<AuditedClass> members(AuditedClass type) {
        return superclasses(type).flatMap(above -> above.members().stream()).flatMap(name -> code.find(name).stream());
    }
}
