package dev.goldenpath.policy;

import dev.goldenpath.environment.PolicySettings;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Recording;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The policies over the code of the tests: the scan for fakes and the source audit, behind the back of the first test.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class CodePolicy {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final PolicySettings settings;
    private final Clock clock;
    private final Recording run;
    /** Kept, for they remember what they have read: with a plan for each class the same code is reached again and again. */
    private final Map<ClassLoader, MockScan> scans = new ConcurrentHashMap<>();

    private final Map<Class<?>, FutureTask<Judged>> judged = new HashMap<>();

    /** What was found in the code of some test classes, looked at together. */
    private record Judged(Map<Class<?>, List<Finding>> fakes, AuditResult audit) {
        List<Finding> of(Class<?> testClass, String testMethod) {
            List<Finding> findings = new ArrayList<>(fakes.getOrDefault(testClass, List.of()));
            findings.addAll(audit.ledToBy(testClass.getName(), testMethod));
            return findings;
        }
    }

    private CodePolicy(PolicySettings settings, Clock clock, Recording run) {
        this.settings = settings;
        this.clock = clock;
        this.run = run;
    }

    /**
     * Looks at the code that these test classes lead to, in the background.
     *
     * @param clock tells on which day an {@link AllowFake} expires
     * @param run where all findings and the audit's score are recorded
     */
    public static CodePolicy over(
            Collection<Class<?>> testClasses, PolicySettings settings, Clock clock, Recording run) {
        CodePolicy policy = new CodePolicy(settings, clock, run);
        policy.judge(Set.copyOf(testClasses));
        return policy;
    }

    /**
     * What was found in the code that a test leads to; waits for it. A class that was not named before is looked at now.
     *
     * @param testMethod name of the method that runs it
     * @throws IllegalStateException when it could not be found out
     */
    public List<Finding> of(Class<?> testClass, String testMethod) {
        FutureTask<Judged> task;
        synchronized (judged) {
            if (!judged.containsKey(testClass)) {
                judge(Set.of(testClass));
            }
            task = Objects.requireNonNull(judged.get(testClass));
        }
        try {
            return task.get(LIMIT.toNanos(), TimeUnit.NANOSECONDS).of(testClass, testMethod);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the policies looked at " + testClass.getName(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "The policies did not come to an end with " + testClass.getName() + " within " + LIMIT.toMinutes()
                            + " min",
                    e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The policies could not look at " + testClass.getName() + ": " + e.getCause(), e.getCause());
        }
    }

    private void judge(Set<Class<?>> testClasses) {
        FutureTask<Judged> task = new FutureTask<>(() -> look(testClasses));
        synchronized (judged) {
            testClasses.forEach(testClass -> judged.put(testClass, task));
        }
        Thread thread = new Thread(task, "goldenpath-policy");
        thread.setDaemon(true);
        thread.start();
    }

    private static ClassLoader loader(Set<Class<?>> testClasses) {
        return testClasses.stream().map(Class::getClassLoader).findFirst().orElseGet(CodePolicy.class::getClassLoader);
    }

    private Judged look(Set<Class<?>> testClasses) {
        Map<Class<?>, List<Finding>> fakes = new LinkedHashMap<>();
        Set<String> reached = new LinkedHashSet<>();
        for (Class<?> testClass : testClasses) {
            MockScan scan =
                    scans.computeIfAbsent(testClass.getClassLoader(), loader -> new MockScan(loader, settings, clock));
            fakes.put(testClass, scan.scan(testClass));
            reached.addAll(scan.reached(testClass));
        }
        AuditResult audit = new SourceAudit(loader(testClasses), settings).audit(reached);
        fakes.values().forEach(findings -> findings.forEach(run::find));
        audit.findings().forEach(run::find);
        run.record(audit.classes(), System.nanoTime());
        return new Judged(fakes, audit);
    }
}
