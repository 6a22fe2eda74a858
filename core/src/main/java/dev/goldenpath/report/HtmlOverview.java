package dev.goldenpath.report;

import java.io.IOException;
import java.util.Map;

/** The first screen of the page: how the run came out, and what it was. */
final class HtmlOverview {
    private final RunAccount account;
    private final Html html;

    HtmlOverview(RunAccount account, Html html) {
        this.account = account;
        this.html = html;
    }

    void write() throws IOException {
        html.element(
                "section",
                Map.of("id", "overview"),
                () -> html.element("h2", account.run().run()));
    }
}
