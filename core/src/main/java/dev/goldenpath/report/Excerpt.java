package dev.goldenpath.report;

import java.util.List;
import java.util.stream.Stream;

/** The beginning of a text that may be long. */
final class Excerpt {
    private static final int LINES_SHOWN = 12;

    private Excerpt() {}

    /** At most twelve lines, without blank ones, and behind them how many more there are. */
    static List<String> of(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.size() <= LINES_SHOWN
                ? lines
                : Stream.concat(
                                lines.stream().limit(LINES_SHOWN),
                                Stream.of("… (" + (lines.size() - LINES_SHOWN) + " more lines in the run log)"))
                        .toList();
    }
}
