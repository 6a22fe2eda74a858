/**
 * What people read about a run, each report made from run logs alone. {@link dev.goldenpath.report.Reports} is the door.
 */
@NullMarked
package dev.goldenpath.report;

import org.jspecify.annotations.NullMarked;
