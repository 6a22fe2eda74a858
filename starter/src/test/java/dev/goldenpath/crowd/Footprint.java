package dev.goldenpath.crowd;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What this JVM has grown by since {@link #before}.
 *
 * @param heap bytes that are still in use after a garbage collection
 * @param threads of the platform, the most there were
 */
record Footprint(long heap, int threads) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String HEAP = "crowd.heap";
    private static final String THREAD = "crowd.threads";

    static void before() {
        System.setProperty(HEAP, Long.toString(used()));
        System.setProperty(THREAD, Integer.toString(THREADS.getThreadCount()));
        THREADS.resetPeakThreadCount();
    }

    static Footprint now() {
        return new Footprint(
                used() - Long.getLong(HEAP, 0), THREADS.getPeakThreadCount() - Integer.getInteger(THREAD, 0));
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
