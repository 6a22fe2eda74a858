/** What the library costs and how exact its figures are; {@link dev.goldenpath.benchmarks.Main} is the door. */
@NullMarked
package dev.goldenpath.benchmarks;

import org.jspecify.annotations.NullMarked;
