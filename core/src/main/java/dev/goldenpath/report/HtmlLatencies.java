package dev.goldenpath.report;

import java.io.IOException;
import java.util.Map;

/** How long calls took, by service. */
final class HtmlLatencies {
    private final RunAccount account;
    private final Html html;

    HtmlLatencies(RunAccount account, Html html) {
        this.account = account;
        this.html = html;
    }

    void write() throws IOException {
        html.element(
                "section",
                Map.of("id", "latencies"),
                () -> html.element("h2", account.run().run()));
    }
}
