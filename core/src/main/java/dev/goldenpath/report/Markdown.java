package dev.goldenpath.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Markdown that renders as what it was made of. What others wrote always becomes code: nothing has a meaning in there but
 * the backticks around it.
 */
final class Markdown {
    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n]]");
    private static final int FENCE = 3;

    private Markdown() {}

    /** The text as code in one line. */
    static String code(String text) {
        String line = text.lines().map(String::strip).collect(Collectors.joining(" "));
        String shown = showable(line);
        String fence = "`".repeat(longestBackticks(shown) + 1);
        boolean apart = shown.isBlank() || shown.startsWith("`") || shown.endsWith("`");
        return apart ? fence + " " + shown + " " + fence : fence + shown + fence;
    }

    /** The texts as code, one after another. */
    static String codes(List<String> texts) {
        return texts.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    /** The text as a block of code of at most twelve lines, indented as part of a list entry; ends with a line end. */
    static String block(String text) {
        List<String> shown = new ArrayList<>();
        Excerpt.of(text).stream().map(Markdown::showable).forEach(shown::add);
        String fence = "`".repeat(Math.max(FENCE, longestBackticks(String.join("\n", shown)) + 1));
        shown.add(0, fence + "text");
        shown.add(fence);
        return shown.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    /** Rows of plain cells, the first row as header: the first columns to the left, all others to the right. */
    static String table(List<List<String>> rows, int left) {
        List<List<String>> escaped = rows.stream()
                .map(row -> row.stream().map(Markdown::cell).toList())
                .toList();
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> escaped.stream()
                        .map(row -> row.get(column).length())
                        .max(Integer::compare)
                        .orElse(0))
                .toList();
        List<String> lines = new ArrayList<>();
        escaped.forEach(row -> lines.add(IntStream.range(0, row.size())
                .mapToObj(column -> padded(row.get(column), widths.get(column), column < left))
                .collect(Collectors.joining(" | ", "| ", " |\n"))));
        lines.add(
                1,
                IntStream.range(0, widths.size())
                        .mapToObj(column -> rule(widths.get(column), column < left))
                        .collect(Collectors.joining(" | ", "| ", " |\n")));
        return String.join("", lines);
    }

    private static String cell(String text) {
        return showable(text).replaceAll("([\\\\`*_{}\\[\\]<>|~&])", "\\\\$1").replaceAll("\\s+", " ");
    }

    private static String padded(String cell, int width, boolean left) {
        String padding = " ".repeat(width - cell.length());
        return left ? cell + padding : padding + cell;
    }

    private static String rule(int width, boolean left) {
        return left ? "-".repeat(width) : "-".repeat(width - 1) + ":";
    }

    private static String showable(String text) {
        return UNSHOWABLE.matcher(text).replaceAll("\uFFFD");
    }

    private static int longestBackticks(String text) {
        List<Integer> runs = BACKTICKS
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(String::length)
                .toList();
        return runs.isEmpty() ? 0 : Collections.max(runs);
    }
}
