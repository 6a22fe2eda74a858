/**
 * The JUnit side: {@link dev.goldenpath.jupiter.GoldenPath} on a test class switches everything on. The extension and the
 * listeners here only adapt JUnit's callbacks to the rooms below.
 */
@NullMarked
package dev.goldenpath.jupiter;

import org.jspecify.annotations.NullMarked;
