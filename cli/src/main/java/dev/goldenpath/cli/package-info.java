/**
 * The command line: one class for each command, and what they print. {@code Main} is the door. Needs no
 * JUnit.
 */
@NullMarked
package dev.goldenpath.cli;

import org.jspecify.annotations.NullMarked;
