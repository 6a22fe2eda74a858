package dev.goldenpath.policy;

import dev.goldenpath.evidence.Audit;
import dev.goldenpath.evidence.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the source audit has found. Thread-safe.
 *
 * @since 0.1.0
 */
public final class AuditResult {
    private final AuditFindings findings;
    private final AuditedCode code;
    private final TestClasses tests;
    private final CallGraph graph;
    private final List<Finding> all;
    private final Audit classes;

    AuditResult(AuditFindings findings, AuditedCode code, TestClasses tests, CallGraph graph) {
        this.findings = findings;
        this.code = code;
        this.tests = tests;
        this.graph = graph;
        all = findings.all();
        Map<String, Boolean> clean = new TreeMap<>(findings.clean());
        classes = new Audit(named(clean, true), named(clean, false));
    }

    private static List<String> named(Map<String, Boolean> clean, boolean wanted) {
        return clean.keySet().stream()
                .filter(name -> wanted == clean.getOrDefault(name, false))
                .map(name -> name.replace('/', '.'))
                .toList();
    }

    /** All findings, by class and line. */
    public List<Finding> findings() {
        return all;
    }

    /** The classes that were audited. */
    public Audit classes() {
        return classes;
    }

    /**
     * The findings in code that a test leads to: its own, that of its set-up and tear-down, and what they call.
     *
     * @param testClass binary name of the class that JUnit runs the test of
     * @param testMethod the method's name; of several by that name all are meant
     * @return in the order they were found; empty where the class was not audited
     */
    public List<Finding> ledToBy(String testClass, String testMethod) {
        String name = testClass.replace('.', '/');
        return code.audited(name)
                .map(type -> findings.in(reachedFrom(type, testMethod), name))
                .orElse(List.of());
    }

    private Set<MethodId> reachedFrom(AuditedClass test, String testMethod) {
        Set<MethodId> reached =
                new HashSet<>(reached(test, method -> method.id().name().equals(testMethod) || isRunAround(method)));
        for (Optional<AuditedClass> at = tests.enclosing(test); at.isPresent(); at = tests.enclosing(at.get())) {
            reached.addAll(reached(at.get(), this::isRunAround));
        }
        return reached;
    }

    private Set<MethodId> reached(AuditedClass type, Predicate<AuditedMethod> starts) {
        return graph.from(
                type,
                tests.methods(type).stream()
                        .filter(starts)
                        .map(AuditedMethod::id)
                        .toList());
    }

    private boolean isRunAround(AuditedMethod method) {
        return method.id().name().startsWith("<") || tests.isSetUp(method) || tests.isTearDown(method);
    }
}
