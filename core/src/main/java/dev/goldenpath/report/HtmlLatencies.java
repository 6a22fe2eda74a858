package dev.goldenpath.report;

import dev.goldenpath.evidence.NetworkPhase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long services took to answer, as a plot and as a table; nothing where nothing was answered. */
final class HtmlLatencies {
    private static final double[] PERCENTILES = {50, 90, 95, 99};
    private static final String NONE = "–";
    private static final String RULE = "Of answered HTTP exchanges and accepted WebSocket handshakes of the tests' own "
            + "calls. Each figure is one of the samples (nearest rank). A percentile that would be the slowest sample of so "
            + "few is left out: p90 needs 10 samples, p95 20, p99 100. A phase that did not happen in a call, such as a DNS "
            + "look-up on a reused connection, is no sample.";

    private final RunAccount account;
    private final Html html;

    HtmlLatencies(RunAccount account, Html html) {
        this.account = account;
        this.html = html;
    }

    /** Whether there is anything to say. */
    static boolean isWorthwhile(RunAccount account) {
        return account.traffic().services().values().stream().anyMatch(HtmlLatencies::isMeasured);
    }

    private static boolean isMeasured(ServiceTraffic traffic) {
        return traffic.total().count() > 0 || traffic.handshakes().count() > 0;
    }

    void write() throws IOException {
        if (isWorthwhile(account)) {
            html.element("section", Html.attributes("id", "latencies", "aria-labelledby", "latencies-title"), () -> {
                html.element("h2", Map.of("id", "latencies-title"), "Latencies");
                html.element("p", Map.of("class", "note"), RULE);
                int number = 0;
                for (Map.Entry<String, ServiceTraffic> service :
                        account.traffic().services().entrySet()) {
                    if (isMeasured(service.getValue())) {
                        service(++number, service.getKey(), service.getValue());
                    }
                }
            });
        }
    }

    private void service(int number, String name, ServiceTraffic traffic) throws IOException {
        html.element("article", Map.of("class", "latency"), () -> {
            html.element("h3", () -> html.brief(name));
            html.element("div", Map.of("class", "beside"), () -> {
                List<PercentileCurve> curves = curves(traffic);
                if (curves.isEmpty()) {
                    html.element(
                            "p",
                            Map.of("class", "note"),
                            "No plot: a curve needs " + PercentileCurve.LEAST_SAMPLES + " samples.");
                } else {
                    new PercentilePlot(html, "plot-" + number, name, curves).write();
                }
                table(name, traffic);
            });
        });
    }

    private static List<PercentileCurve> curves(ServiceTraffic traffic) {
        List<PercentileCurve> curves = new ArrayList<>();
        curves.add(new PercentileCurve("HTTP exchanges", traffic.total()));
        curves.add(new PercentileCurve("WebSocket handshakes", traffic.handshakes()));
        curves.removeIf(curve -> curve.latencies().count() < PercentileCurve.LEAST_SAMPLES);
        return curves;
    }

    private void table(String name, ServiceTraffic traffic) throws IOException {
        HtmlTable table = new HtmlTable(
                html,
                "Latencies of " + name + " in milliseconds",
                1,
                List.of("ms", "samples", "p50", "p90", "p95", "p99", "max"));
        row(table, "HTTP exchange", traffic.total());
        for (Map.Entry<NetworkPhase, Latencies> phase : traffic.phases().entrySet()) {
            row(table, "· " + phase.getKey().word(), phase.getValue());
        }
        row(table, "WebSocket handshake", traffic.handshakes());
        table.write();
    }

    private static void row(HtmlTable table, String name, Latencies latencies) {
        if (latencies.count() > 0) {
            List<String> row = new ArrayList<>(List.of(name, String.format(Locale.ROOT, "%,d", latencies.count())));
            for (double percent : PERCENTILES) {
                row.add(isSupported(percent, latencies.count()) ? millis(latencies, percent) : NONE);
            }
            row.add(millis(latencies, 100));
            table.row(row);
        }
    }

    /** Whether at least one sample lies above it. */
    static boolean isSupported(double percent, int samples) {
        return samples * (100 - percent) >= 100;
    }

    private static String millis(Latencies latencies, double percent) {
        double millis = latencies.percentile(percent).orElse(Duration.ZERO).toNanos() / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%,.0f", millis);
    }
}
