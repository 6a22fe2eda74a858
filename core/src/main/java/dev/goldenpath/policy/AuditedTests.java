package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicyRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Judges the test methods of golden-path classes, and what their throwables go through. */
final class AuditedTests {
    private static final String ASSERT =
            "Assert on what the service has answered; a class whose methods assert can be named in policy.assertions.";

    private final AuditedCode code;
    private final TestClasses tests;
    private final CallGraph graph;

    AuditedTests(AuditedCode code, TestClasses tests, CallGraph graph) {
        this.code = code;
        this.tests = tests;
        this.graph = graph;
    }

    /** The tests of a class, its inherited ones too, from which no assertion can be reached. */
    Stream<Breach> withoutAssertion(AuditedClass type) {
        if (!type.isConcrete()) {
            return Stream.empty();
        }
        List<AuditedMethod> methods = tests.methods(type);
        boolean assertedAfterwards =
                methods.stream().filter(tests::isAfterEach).anyMatch(method -> graph.asserts(type, method.id()));
        return assertedAfterwards
                ? Stream.empty()
                : methods.stream()
                        .filter(tests::isTest)
                        .filter(method -> code.audited(method.id().owner()).isPresent())
                        .filter(method -> !graph.asserts(type, method.id()))
                        .map(method -> new Breach(
                                PolicyRule.NO_ASSERTION,
                                method.id(),
                                method.line(),
                                SourceNames.of(method.id().in(type.name())) + " reaches no assertion",
                                ASSERT));
    }

    /** Those that swallow something a test needs: what only cleans up may fail in silence, unless it asserts. */
    List<Breach> swallowed(List<Swallow> swallows) {
        if (swallows.isEmpty()) {
            return List.of();
        }
        Set<MethodId> cleaning = cleaning();
        return swallows.stream()
                .filter(swallow -> swallow.handling().stream().noneMatch(graph::asserts))
                .filter(swallow -> assertsInside(swallow) || !isCleanUp(swallow, cleaning))
                .map(Swallow::breach)
                .toList();
    }

    private static boolean isCleanUp(Swallow swallow, Set<MethodId> cleaning) {
        return swallow.inFinally() || cleaning.contains(swallow.breach().method());
    }

    private boolean assertsInside(Swallow swallow) {
        return swallow.catchesAssertions()
                || swallow.triedAsserts()
                || swallow.tried().stream().anyMatch(graph::asserts);
    }

    /** What is reached from tear-down and from nothing else that a test runs. */
    private Set<MethodId> cleaning() {
        List<MethodId> tearDown = new ArrayList<>();
        List<MethodId> other = new ArrayList<>();
        for (AuditedClass type : code.classes()) {
            for (AuditedMethod method : type.methods()) {
                if (tests.isTearDown(method)) {
                    tearDown.add(method.id());
                } else if (tests.isTest(method) || tests.isSetUp(method)) {
                    other.add(method.id());
                }
            }
        }
        Set<MethodId> cleaning = new HashSet<>(graph.from(tearDown));
        cleaning.removeAll(graph.from(other));
        return cleaning;
    }
}
