/** Whole Maven builds of a small project against the example product, killed, forked, rerun and side by side. */
@NullMarked
package dev.goldenpath.maven.stress;

import org.jspecify.annotations.NullMarked;
