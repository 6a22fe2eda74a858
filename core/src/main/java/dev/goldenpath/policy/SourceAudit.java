package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicySettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * Looks for code by which a test could pass, or not run, without anybody knowing. Reads class files, and loads none.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class SourceAudit {
    private final ClassLoader loader;
    private final PolicySettings settings;

    /**
     * Of the classes that a class loader sees.
     *
     * @param loader the one that loads the test classes
     * @param settings whose rules, roots and assertions hold
     */
    public SourceAudit(ClassLoader loader, PolicySettings settings) {
        this.loader = loader;
        this.settings = settings;
    }

    /**
     * Audits classes, and looks in the folders and jars they lie in for golden-path classes whose tests do not run. Those
     * count for the score only where they are among the named ones.
     *
     * @param classes binary names of the golden-path classes, and of the project's own classes that these reach
     */
    public AuditResult audit(Collection<String> classes) {
        Set<String> names = new LinkedHashSet<>();
        classes.forEach(name -> names.add(name.replace('.', '/')));
        CodeRoots roots = CodeRoots.of(loader, settings.roots());
        AssertionCalls assertions = new AssertionCalls(settings.assertions());
        CodeCalls calls = new CodeCalls(names::contains);
        ClassReading reading = new ClassReading(calls, assertions);
        AuditedCode code = new AuditedCode(roots, reading);
        ClassAudit each = new ClassAudit(code, reading, new SwallowedThrowables(assertions, calls));
        AuditFindings findings = new AuditFindings(code, settings);
        Set<CodeRoot> places = new LinkedHashSet<>();
        for (String name : names) {
            roots.find(name)
                    .ifPresentOrElse(
                            file -> {
                                places.add(file.root());
                                read(file, each, findings);
                            },
                            () -> findings.missing(name));
        }

        CallGraph graph = new CallGraph(code, assertions);
        TestClasses tests = new TestClasses(code);
        AuditedTests audited = new AuditedTests(code, tests, graph);
        each.breaches().forEach(findings::add);
        audited.swallowed(each.swallows()).forEach(findings::add);
        code.classes().stream()
                .filter(tests::isGoldenPath)
                .forEach(type -> audited.withoutAssertion(type).forEach(breach -> findings.add(type, breach)));
        new NotRun(code, tests, goldenPathClasses(places, code, tests, findings))
                .breaches()
                .forEach(findings::add);
        return new AuditResult(findings, code, tests, graph);
    }

    private static void read(ClassFile file, ClassAudit each, AuditFindings findings) {
        try {
            each.read(file);
        } catch (IOException e) {
            findings.unreadable(file, e.getMessage() == null ? e.toString() : e.getMessage());
        } catch (AnalyzerException | RuntimeException e) {
            findings.unreadable(file, "it is no class file that this version knows (" + e + ")");
        }
    }

    /** The named ones, and others that lie in the same places. */
    private static List<AuditedClass> goldenPathClasses(
            Set<CodeRoot> places, AuditedCode code, TestClasses tests, AuditFindings findings) {
        Set<String> names = new LinkedHashSet<>();
        code.classes().forEach(type -> names.add(type.name()));
        for (CodeRoot place : places) {
            try {
                place.classes().forEach(names::add);
            } catch (IOException e) {
                findings.unlisted(place, e);
            }
        }
        List<AuditedClass> found = new ArrayList<>();
        for (String name : names) {
            code.find(name).filter(tests::isGoldenPath).ifPresent(found::add);
        }
        return found;
    }
}
