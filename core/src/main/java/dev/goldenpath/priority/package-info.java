/**
 * How much a test matters to the business: {@link dev.goldenpath.priority.P1} to {@link dev.goldenpath.priority.P6}, each
 * also a JUnit tag, and the order of tests that follows. {@link dev.goldenpath.priority.Importance} is the door.
 */
@NullMarked
package dev.goldenpath.priority;

import org.jspecify.annotations.NullMarked;
