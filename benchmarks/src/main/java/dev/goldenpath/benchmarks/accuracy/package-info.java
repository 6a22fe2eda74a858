/** Whether what the library measures is true; {@link dev.goldenpath.benchmarks.accuracy.TruthScenes} has the truths. */
@NullMarked
package dev.goldenpath.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;
