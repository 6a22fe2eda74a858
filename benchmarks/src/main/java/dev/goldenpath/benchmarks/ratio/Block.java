package dev.goldenpath.benchmarks.ratio;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.goldenpath.benchmarks.frame.Samples;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What one block of calls took, per call.
 *
 * @param cpuMicros CPU of the whole process: the calling thread, the library's own, garbage collector and compiler
 * @param threadCpuMicros CPU of the calling thread alone
 * @param allocatedBytes of all Java threads
 * @param wallMicros of the median call
 */
record Block(double cpuMicros, double threadCpuMicros, double allocatedBytes, double wallMicros) {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Block of(Variant variant, int calls) throws IOException {
        long[] nanos = new long[calls];
        variant.prepare();
        long cpu = PROCESS.getProcessCpuTime();
        long allocated = allocated();
        long threadCpu = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            variant.call();
            nanos[i] = System.nanoTime() - start;
        }
        long threadCpuAfter = THREADS.getCurrentThreadCpuTime();
        variant.finish();
        long allocatedAfter = allocated();
        long cpuAfter = PROCESS.getProcessCpuTime();
        variant.verify(calls);
        return new Block(
                (cpuAfter - cpu) / 1e3 / calls,
                (threadCpuAfter - threadCpu) / 1e3 / calls,
                (double) (allocatedAfter - allocated) / calls,
                Samples.of(Arrays.stream(nanos).asDoubleStream()).median() / 1e3);
    }

    private static long allocated() {
        // Minus one stands for a thread that has ended.
        return LongStream.of(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
