/** What all benchmarks need: {@link dev.goldenpath.benchmarks.frame.Benchmark}, servers as processes, figures. */
@NullMarked
package dev.goldenpath.benchmarks.frame;

import org.jspecify.annotations.NullMarked;
