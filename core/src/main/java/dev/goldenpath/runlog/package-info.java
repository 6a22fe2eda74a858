/**
 * The run log, {@code run-*.jsonl}: the one place where recording and reporting meet. {@link dev.goldenpath.runlog.RunLog}
 * writes it as the run goes, {@link dev.goldenpath.runlog.RunLogReader} reads all logs of one run.
 */
@NullMarked
package dev.goldenpath.runlog;

import org.jspecify.annotations.NullMarked;
