/**
 * What differs between two runs: tests, the first call that went another way, and how long phases took.
 * {@link dev.goldenpath.compare.RunComparison} is the door. Everything is read from run logs; nothing is called.
 */
@NullMarked
package dev.goldenpath.compare;

import org.jspecify.annotations.NullMarked;
