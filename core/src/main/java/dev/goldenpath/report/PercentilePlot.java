package dev.goldenpath.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws percentile curves of one service over each other. */
final class PercentilePlot {
    private static final int HEIGHT = 190;
    private static final int WHOLE = 1_000;
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};

    private final Html html;
    private final String id;
    private final String service;
    private final List<PercentileCurve> curves;
    private final MillisAxis axis;
    private final double length;

    /**
     * A plot of one curve or more.
     *
     * @param id not used by anything else on the page
     */
    PercentilePlot(Html html, String id, String service, List<PercentileCurve> curves) {
        this.html = html;
        this.id = id;
        this.service = service;
        this.curves = curves;
        this.axis = MillisAxis.of(
                curves.stream().mapToDouble(PercentileCurve::least).min().orElse(0),
                curves.stream().mapToDouble(PercentileCurve::most).max().orElse(1));
        this.length = curves.stream().mapToDouble(PercentileCurve::length).max().orElse(1);
    }

    void write() throws IOException {
        html.element("figure", Map.of("class", "plot"), () -> {
            html.element("figcaption", this::key);
            html.element(
                    "svg",
                    Html.attributes(
                            "role",
                            "img",
                            "aria-labelledby",
                            id + "-title " + id + "-desc",
                            "width",
                            "100%",
                            "height",
                            Integer.toString(HEIGHT)),
                    () -> {
                        html.element(
                                "title",
                                Map.of("id", id + "-title"),
                                "Percentiles of the latency of " + Excerpt.cut(service, Html.BRIEF));
                        html.element("desc", Map.of("id", id + "-desc"), description());
                        grid();
                        html.element("svg", drawing(), this::lines);
                    });
        });
    }

    private void key() throws IOException {
        for (int i = 0; i < curves.size(); i++) {
            PercentileCurve curve = curves.get(i);
            int number = i;
            html.element("span", Map.of("class", "key"), () -> {
                html.element(
                        "svg",
                        Html.attributes("width", "28", "height", "8", "aria-hidden", "true"),
                        () -> html.element(
                                "line",
                                Html.attributes(
                                        "x1", "0", "x2", "28", "y1", "4", "y2", "4", "class", "curve curve-" + number),
                                ""));
                html.text(String.format(
                        Locale.ROOT,
                        " %s, %,d samples",
                        curve.name(),
                        curve.latencies().count()));
            });
        }
    }

    private String description() {
        List<String> sentences = new ArrayList<>();
        for (PercentileCurve curve : curves) {
            sentences.add(String.format(
                    Locale.ROOT,
                    "%s: from %s for the fastest to %s for the slowest of %,d samples.",
                    curve.name(),
                    MillisAxis.words(curve.least()),
                    MillisAxis.words(curve.most()),
                    curve.latencies().count()));
        }
        return String.join(" ", sentences) + " The figures are in the table.";
    }

    private void grid() throws IOException {
        for (double tick : axis.ticks()) {
            String y = percent(1 - axis.shareOf(tick));
            line("0", "100%", y, y);
            html.element(
                    "text",
                    Html.attributes("x", "-6", "y", y, "dy", "0.32em", "text-anchor", "end"),
                    MillisAxis.words(tick));
        }
        for (double percentile : PERCENTILES) {
            double along = PercentileCurve.along(percentile) / length;
            if (along < 1) {
                String x = percent(along);
                line(x, x, "0", "100%");
                html.element(
                        "text",
                        Html.attributes("x", x, "y", "100%", "dy", "1.4em", "text-anchor", "middle"),
                        "p" + MillisAxis.words(percentile).replace(" ms", ""));
            }
        }
    }

    private void line(String x1, String x2, String y1, String y2) throws IOException {
        html.element("line", Html.attributes("class", "grid", "x1", x1, "x2", x2, "y1", y1, "y2", y2), "");
    }

    /** Stretched to the size that there is, while lines and texts keep theirs. */
    private static Map<String, String> drawing() {
        return Html.attributes(
                "width",
                "100%",
                "height",
                "100%",
                "viewBox",
                "0 0 " + WHOLE + " " + WHOLE,
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true");
    }

    private void lines() throws IOException {
        for (int i = 0; i < curves.size(); i++) {
            StringBuilder points = new StringBuilder();
            for (PercentileCurve.Point point : curves.get(i).points()) {
                points.append(String.format(
                        Locale.ROOT,
                        "%.1f,%.1f ",
                        WHOLE * point.along() / length,
                        WHOLE * (1 - axis.shareOf(point.millis()))));
            }
            html.element(
                    "polyline",
                    Html.attributes(
                            "class",
                            "curve curve-" + i,
                            "points",
                            points.toString().stripTrailing()),
                    "");
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}
