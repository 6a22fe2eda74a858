package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicySettings;
import dev.goldenpath.evidence.Finding;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what could answer in a service's stead in the project's own code that a test class leads to: mock libraries,
 * servers in the test's own JVM, seams implemented in test code. It reads class files and loads no class; it reads each
 * once, however many test classes lead there. Thread-safe.
 *
 * @since 0.1.0
 */
public final class MockScan {
    private final CodeRoots roots;
    private final PolicySettings settings;
    private final Clock clock;
    private final Set<String> services;
    private @Nullable ScannedCode code;

    /**
     * Of the classes that a class loader sees.
     *
     * @param loader the one that loads the test classes
     * @param settings whose roots are own code too
     * @param clock that tells, in its own time zone, on which day an {@link AllowFake} expires
     */
    public MockScan(ClassLoader loader, PolicySettings settings, Clock clock) {
        this.roots = CodeRoots.of(loader, settings.roots());
        this.settings = settings;
        this.clock = clock;
        this.services = DeclaredServices.of(loader);
    }

    /**
     * Everything that is found from this test class on, the nearest first: fakes, what {@link AllowFake} and service
     * declarations allow, what is wrong with an {@link AllowFake}, and class files that can't be read.
     */
    public synchronized List<Finding> scan(Class<?> test) {
        Optional<ClassFile> file = roots.findTest(test.getName());
        if (file.isEmpty()) {
            return UnreadableClass.missing(test.getName(), settings).stream().toList();
        }
        ScannedCode scanned = code();
        Allowances allowances = new Allowances(test, LocalDate.now(clock));
        Reach reach = scanned.reach(test);
        FakeRules rules = new FakeRules(file.get(), reach, scanned.seams(), scanned.extensions(), allowances, settings);
        List<Finding> findings = new ArrayList<>();
        for (Name name : reach.classes()) {
            findings.addAll(rules.findings(scanned.read(name)));
        }
        findings.addAll(allowances.complaints());
        return List.copyOf(findings);
    }

    /** The binary names of all own classes that a test class leads to, itself first; none where its file is not found. */
    public synchronized Set<String> reached(Class<?> test) {
        Set<String> reached = new LinkedHashSet<>();
        if (roots.findTest(test.getName()).isPresent()) {
            code().reach(test).classes().forEach(name -> reached.add(name.binary()));
        }
        return reached;
    }

    /** How many class files were read. */
    synchronized int filesRead() {
        return code == null ? 0 : code.filesRead();
    }

    /** All that was read before, unless the jar of a test class has become own code since. */
    private ScannedCode code() {
        ScannedCode known = code;
        if (known == null || !known.isCurrent()) {
            known = new ScannedCode(roots, services);
            code = known;
        }
        return known;
    }
}
