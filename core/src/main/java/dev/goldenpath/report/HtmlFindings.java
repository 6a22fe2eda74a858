package dev.goldenpath.report;

import java.io.IOException;
import java.util.Map;

/** What policies and the audit found. */
final class HtmlFindings {
    private final RunAccount account;
    private final Html html;

    HtmlFindings(RunAccount account, Html html) {
        this.account = account;
        this.html = html;
    }

    void write() throws IOException {
        html.element(
                "section",
                Map.of("id", "findings"),
                () -> html.element("h2", account.run().run()));
    }
}
