/**
 * What earlier runs came to, in one file, {@code history.jsonl}, that CI keeps from run to run.
 * {@link dev.goldenpath.history.History} is the file, {@link dev.goldenpath.history.TestPast} what it tells of one test.
 */
@NullMarked
package dev.goldenpath.history;

import org.jspecify.annotations.NullMarked;
