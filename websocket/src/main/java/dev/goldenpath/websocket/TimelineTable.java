package dev.goldenpath.websocket;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Lays out the rows of an {@link EventTimeline} in columns. Long tables keep what is round their faults. */
final class TimelineTable {
    private static final int MOST_ROWS = 50;
    private static final int ENDS = 5;
    private static final int LONGEST_CELL = 60;

    private final List<TimelineRow> rows;
    private final boolean expecting;
    private final UnaryOperator<String> redaction;

    /**
     * A table.
     *
     * @param expecting whether there is a column of what was expected
     * @param redaction takes what is secret from a cell
     */
    TimelineTable(List<TimelineRow> rows, boolean expecting, UnaryOperator<String> redaction) {
        this.rows = rows;
        this.expecting = expecting;
        this.redaction = redaction;
    }

    String lines() {
        List<List<String>> cells = new ArrayList<>();
        if (expecting) {
            cells.add(List.of("expected", "arrived", "", ""));
        }
        int next = 0;
        for (int shown : shown()) {
            leftOut(cells, next, shown);
            cells.add(cells(rows.get(shown)));
            next = shown + 1;
        }
        leftOut(cells, next, rows.size());
        int[] widths = IntStream.range(0, 4)
                .map(column -> cells.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return String.join("\n", cells.stream().map(row -> line(row, widths)).toList());
    }

    /** The first and the last rows, the faults, what others received, what is near a fault, and the newest. */
    private Set<Integer> shown() {
        Set<Integer> shown = new TreeSet<>();
        take(shown, row -> row < ENDS || row >= rows.size() - ENDS || rows.size() <= MOST_ROWS);
        take(shown, row -> rows.get(row).isFault());
        take(shown, row -> rows.get(row).mark() != null);
        for (int distance = 1; distance < MOST_ROWS; distance++) {
            int near = distance;
            take(shown, row -> isFault(row - near) || isFault(row + near));
        }
        for (int row = rows.size() - 1; row >= 0 && shown.size() < MOST_ROWS; row--) {
            shown.add(row);
        }
        return shown;
    }

    private void take(Set<Integer> shown, IntPredicate wanted) {
        for (int row = 0; row < rows.size() && shown.size() < MOST_ROWS; row++) {
            if (wanted.test(row)) {
                shown.add(row);
            }
        }
    }

    private boolean isFault(int row) {
        return row >= 0 && row < rows.size() && rows.get(row).isFault();
    }

    private void leftOut(List<List<String>> cells, int from, int to) {
        long count =
                rows.subList(from, to).stream().mapToLong(TimelineRow::events).sum();
        if (count > 0) {
            cells.add(List.of("… " + count + " more", "", "", ""));
        }
    }

    private List<String> cells(TimelineRow row) {
        return List.of(
                cell(row.expected()),
                cell(row.arrived()),
                row.at() == null ? "" : Periods.exactly(row.at()),
                cell(row.remark()));
    }

    /** On one line, redacted as a whole before it is cut. */
    private String cell(String text) {
        String line = redaction.apply(text).replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_CELL ? line : line.substring(0, LONGEST_CELL) + "…";
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        if (expecting || row.get(0).startsWith("…")) {
            line.append(row.get(0))
                    .append(" ".repeat(expecting ? widths[0] - row.get(0).length() + 2 : 0));
        }
        line.append(row.get(1)).append(" ".repeat(widths[1] - row.get(1).length() + 2));
        line.append(" ".repeat(widths[2] - row.get(2).length())).append(row.get(2));
        return line.append("  ").append(row.get(3)).toString().stripTrailing();
    }
}
