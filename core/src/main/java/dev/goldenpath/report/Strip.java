package dev.goldenpath.report;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lanes above each other over the time of a run, each with a name and bars. */
final class Strip {
    private static final int HEIGHT = 22;
    private static final double LEAST_FOR_WORDS = 0.05;

    private final Html html;
    private final RunSpan span;

    /**
     * Something that lasted.
     *
     * @param kind class of its look
     * @param words to stand in it as far as there is room, absent where the lane's name says it
     */
    record Bar(
            Instant from, Instant to, String kind, @Nullable String words) {}

    Strip(Html html, RunSpan span) {
        this.html = html;
        this.span = span;
    }

    void write(Html.Content lanes) throws IOException {
        html.element("div", Map.of("class", "strip"), lanes);
    }

    /** @param description what the lane shows, for who can't see it */
    void lane(Html.Content name, String description, List<Bar> bars) throws IOException {
        lane(name, description, () -> {
            guide(span.firstTest());
            guide(span.lastTest());
            for (Bar bar : bars) {
                bar(bar);
            }
        });
    }

    /** The time at its begin, its middle and its end. */
    void axis() throws IOException {
        Instant middle = span.from().plus(span.took().dividedBy(2));
        lane(
                () -> html.text("UTC"),
                "from " + TimeOfDay.of(span.from()) + " to " + TimeOfDay.of(span.to()) + " UTC",
                () -> {
                    time("0", "start", span.from());
                    time("50%", "middle", middle);
                    time("100%", "end", span.to());
                });
    }

    private void lane(Html.Content name, String description, Html.Content content) throws IOException {
        html.element("div", Map.of("class", "lane"), () -> {
            html.element("span", Map.of("class", "name"), name);
            html.element(
                    "svg", Html.attributes("role", "img", "width", "100%", "height", Integer.toString(HEIGHT)), () -> {
                        html.element("title", description);
                        content.write();
                    });
        });
    }

    private void guide(@Nullable Instant at) throws IOException {
        if (at != null) {
            String x = percent(span.shareOf(at));
            html.element("line", Html.attributes("class", "guide", "x1", x, "x2", x, "y1", "0", "y2", "100%"), "");
        }
    }

    /** A moment, too, is to be seen: hence the line at its begin. */
    private void bar(Bar bar) throws IOException {
        double from = span.shareOf(bar.from);
        double wide = span.shareOf(bar.to) - from;
        String x = percent(from);
        html.element("line", Html.attributes("class", bar.kind, "x1", x, "x2", x, "y1", "3", "y2", "19"), "");
        html.element(
                "rect",
                Html.attributes("class", bar.kind, "x", x, "width", percent(wide), "y", "5", "height", "12"),
                "");
        if (bar.words != null && wide > LEAST_FOR_WORDS) {
            // Cut off where the bar ends.
            html.element("svg", Html.attributes("x", x, "width", percent(wide), "height", "100%"), () -> {
                html.element("text", Html.attributes("x", "5", "y", "15"), bar.words);
            });
        }
    }

    private void time(String x, String anchor, Instant at) throws IOException {
        html.element("text", Html.attributes("x", x, "y", "15", "text-anchor", anchor), TimeOfDay.of(at));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f%%", 100 * share);
    }
}
