/**
 * What a thing costs more than the same without the library, each a {@link dev.goldenpath.benchmarks.ratio.Variant},
 * measured in {@link dev.goldenpath.benchmarks.ratio.Pairs}.
 */
@NullMarked
package dev.goldenpath.benchmarks.ratio;

import org.jspecify.annotations.NullMarked;
