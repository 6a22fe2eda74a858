/** How long the reports of a large run take: {@link dev.goldenpath.benchmarks.reports.ReportsRatio}. */
@NullMarked
package dev.goldenpath.benchmarks.reports;

import org.jspecify.annotations.NullMarked;
