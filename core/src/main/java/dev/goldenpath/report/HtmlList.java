package dev.goldenpath.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A list of which the first ones are shown at once, more on demand, and the rest is counted. */
final class HtmlList {
    private static final int MOST = 200;

    private final Html html;
    private final int shown;

    /** @param shown how many stand there without being asked for */
    HtmlList(Html html, int shown) {
        this.html = html;
        this.shown = shown;
    }

    /** How one is written. */
    interface Item<T> {
        void write(T item) throws IOException;
    }

    /** Nothing where there are no items. */
    <T> void write(List<T> items, Item<T> writer) throws IOException {
        if (items.isEmpty()) {
            return;
        }
        list(items.subList(0, Math.min(shown, items.size())), writer);
        if (items.size() > shown) {
            html.element("details", () -> {
                html.element("summary", String.format(Locale.ROOT, "%,d more", items.size() - shown));
                list(items.subList(shown, Math.min(MOST, items.size())), writer);
                if (items.size() > MOST) {
                    html.element(
                            "p",
                            Map.of("class", "note"),
                            String.format(Locale.ROOT, "… and %,d more, which the run log has.", items.size() - MOST));
                }
            });
        }
    }

    private <T> void list(List<T> items, Item<T> writer) throws IOException {
        html.element("ul", () -> {
            for (T item : items) {
                html.element("li", () -> writer.write(item));
            }
        });
    }
}
