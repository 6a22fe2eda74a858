/** How long it takes to find many services ready: {@link dev.goldenpath.benchmarks.probes.ProbesRatio}. */
@NullMarked
package dev.goldenpath.benchmarks.probes;

import org.jspecify.annotations.NullMarked;
