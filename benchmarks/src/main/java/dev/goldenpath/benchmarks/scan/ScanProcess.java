package dev.goldenpath.benchmarks.scan;

import com.sun.management.ThreadMXBean;
import dev.goldenpath.environment.PolicySettings;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.policy.MockScan;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;

/** Scans from one class on, once, in a JVM that has done nothing else, as a test run does. */
final class ScanProcess {
    private static final double MEBI = 1 << 20;

    private ScanProcess() {}

    /** Takes the class to begin with; prints seconds, MiB that were allocated, and the number of classes. */
    public static void main(String[] arguments) throws ClassNotFoundException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ClassLoader loader = ScanProcess.class.getClassLoader();
        Class<?> first = Class.forName(arguments[0], false, loader);
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        MockScan scan = new MockScan(loader, PolicySettings.DEFAULT, Clock.systemUTC());
        List<Finding> findings = scan.scan(first);
        long nanos = System.nanoTime() - start;
        long bytes = threads.getCurrentThreadAllocatedBytes() - allocated;
        if (!findings.isEmpty()) {
            throw new IllegalStateException("There is nothing to find, but: " + findings);
        }
        System.out.println(
                nanos / 1e9 + " " + bytes / MEBI + " " + scan.reached(first).size());
    }
}
