package dev.goldenpath.benchmarks.frame;

import java.io.IOException;
import java.io.PrintStream;

/** One measurement that the command line can ask for. */
public interface Benchmark {

    /** What it finds out: {@code ratio} or {@code accuracy}. */
    String command();

    /** What it is about, for example {@code http}. */
    String name();

    /**
     * Measures, and prints a line a figure.
     *
     * @return whether everything that has a limit kept it; without limits, {@code true}
     */
    boolean run(Options options, PrintStream out) throws IOException;
}
