/** What the policies on the code of tests cost. */
@NullMarked
package dev.goldenpath.benchmarks.scan;

import org.jspecify.annotations.NullMarked;
