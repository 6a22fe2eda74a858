/**
 * The rules of the house, checked on the bytecode of every artifact. {@link dev.goldenpath.architecture.ArchitectureTest}
 * is the door; below {@code breach} stands, for each rule, code that breaks it.
 */
@NullMarked
package dev.goldenpath.architecture;

import org.jspecify.annotations.NullMarked;
