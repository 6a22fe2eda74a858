/**
 * From evidence to verdict, in plain classes. {@link dev.goldenpath.verdict.Referee} is the door.
 */
@NullMarked
package dev.goldenpath.verdict;

import org.jspecify.annotations.NullMarked;
