package dev.goldenpath.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A table that scrolls in itself where a screen is narrow, and that a keyboard reaches for that. Its first column names
 * the rows.
 */
final class HtmlTable {
    private final Html html;
    private final String label;
    private final List<String> header;
    private final int texts;
    private final List<List<Html.Content>> rows = new ArrayList<>();
    private boolean hasTotal;

    /**
     * An empty one.
     *
     * @param label what it shows, for who can't see it
     * @param texts how many of the columns hold texts; the ones behind them hold numbers
     */
    HtmlTable(Html html, String label, int texts, List<String> header) {
        this.html = html;
        this.label = Excerpt.cut(label, Html.BRIEF);
        this.texts = texts;
        this.header = header;
    }

    /** A row of texts from outside, and of numbers. */
    void row(List<String> cells) {
        rows.add(
                cells.stream().<Html.Content>map(cell -> () -> html.brief(cell)).toList());
    }

    /** The row that all others add up to; the last one. */
    void total(List<String> cells) {
        row(cells);
        hasTotal = true;
    }

    void contents(List<Html.Content> cells) {
        rows.add(cells);
    }

    void write() throws IOException {
        html.element(
                "div",
                Html.attributes("class", "scroll", "role", "group", "aria-label", label, "tabindex", "0"),
                () -> html.element("table", Map.of("class", hasTotal ? "totalled" : "plain"), () -> {
                    html.element("thead", () -> html.element("tr", this::head));
                    html.element("tbody", this::body);
                }));
    }

    private void head() throws IOException {
        for (int i = 0; i < header.size(); i++) {
            html.element(
                    "th", Html.attributes("scope", "col", "class", kind(i)), Excerpt.cut(header.get(i), Html.BRIEF));
        }
    }

    private void body() throws IOException {
        for (List<Html.Content> row : rows) {
            html.element("tr", () -> cells(row));
        }
    }

    private void cells(List<Html.Content> row) throws IOException {
        html.element("th", Html.attributes("scope", "row", "class", kind(0)), row.get(0));
        for (int i = 1; i < row.size(); i++) {
            html.element("td", Map.of("class", kind(i)), row.get(i));
        }
    }

    private String kind(int column) {
        return column < texts ? "t" : "n";
    }
}
