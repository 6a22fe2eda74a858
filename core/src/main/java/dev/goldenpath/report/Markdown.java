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
    /** Control characters, marks that turn the direction of what follows, ends of lines to some readers, half characters. */
    private static final Pattern UNSHOWABLE = Pattern.compile(
            "[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF\\x{D800}-\\x{DFFF}]");

    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|~&]");
    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_CELL = 80;
    private static final int FENCE = 3;

    private Markdown() {}

    /** The text as code in one line. */
    static String code(String text) {
        String shown = line(text);
        String fence = "`".repeat(longestBackticks(shown) + 1);
        boolean apart = shown.isBlank() || shown.startsWith("`") || shown.endsWith("`");
        return apart ? fence + " " + shown + " " + fence : fence + shown + fence;
    }

    /** The text in one line as it stands there, as far as that calls nobody: what would is code. */
    static String text(String text) {
        return text.indexOf('@') >= 0 ? code(text) : escaped(line(text));
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

    /** The lines, of any number, as a block of YAML; ends with a line end. */
    static String yaml(List<String> lines) {
        List<String> shown = lines.stream()
                .map(line -> showable(line.replaceAll("\\R", " ")))
                .toList();
        String fence = "`".repeat(Math.max(FENCE, longestBackticks(String.join("\n", shown)) + 1));
        return fence + "yaml\n" + String.join("\n", shown) + "\n" + fence + "\n";
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
        String line = text.replaceAll("\\s+", " ");
        return escaped(showable(line.length() > LONGEST_CELL ? line.substring(0, LONGEST_CELL) + "…" : line));
    }

    private static String line(String text) {
        String line = text.lines().map(String::strip).collect(Collectors.joining(" "));
        return showable(Shortened.beginning(LONGEST_LINE, line));
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
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
