package dev.goldenpath.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The beginning of a text that may be long. */
final class Excerpt {
    private static final int LINES_SHOWN = 12;
    private static final int LONGEST = 200;
    private static final int LONGEST_LINE = 1_000;

    private static final Pattern SENTENCE = Pattern.compile("[.!?]$");

    private Excerpt() {}

    /**
     * Its first line, of at most 200 characters; with those behind it, up to a blank one, where that is no sentence: what
     * a library expected often stands on one line, and what there was on the next. Empty of a text that is blank.
     */
    static String beginning(String text) {
        StringBuilder words = new StringBuilder();
        for (String next : text.strip().lines().map(String::strip).toList()) {
            if (next.isEmpty()
                    || words.length() > LONGEST
                    || SENTENCE.matcher(words).find()) {
                break;
            }
            words.append(words.isEmpty() ? "" : " ").append(next);
        }
        String line = words.toString();
        // Never within a character of two chars.
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** At most twelve lines of a thousand characters, without blank ones, and what tells how much more there is. */
    static List<String> of(String text) {
        List<String> lines = text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Shortened.beginning(LONGEST_LINE, line))
                .toList();
        return lines.size() <= LINES_SHOWN
                ? lines
                : Stream.concat(
                                lines.stream().limit(LINES_SHOWN),
                                Stream.of("… (" + (lines.size() - LINES_SHOWN) + " more lines in the run log)"))
                        .toList();
    }

    /** The whole text, or where it is longer its first characters, and behind them how many more there are. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end)
                + String.format(Locale.ROOT, "… (%,d more characters in the run log)", text.length() - end);
    }
}
