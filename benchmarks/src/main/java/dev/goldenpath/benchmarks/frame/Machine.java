package dev.goldenpath.benchmarks.frame;

import java.io.PrintStream;

/** What figures depend on besides what they measure. */
public final class Machine {
    private Machine() {}

    /** Prints the JDK, the cores, and how long it has taken since {@code startNanos}. */
    public static void print(PrintStream out, long startNanos) {
        out.println("JDK " + System.getProperty("java.vm.version") + " " + System.getProperty("java.vendor"));
        out.println("CORES " + Runtime.getRuntime().availableProcessors());
        out.println("SECONDS " + Math.round((System.nanoTime() - startNanos) / 1e9));
    }
}
