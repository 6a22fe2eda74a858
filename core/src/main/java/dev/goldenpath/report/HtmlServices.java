package dev.goldenpath.report;

import java.io.IOException;
import java.util.Map;

/** How the services were while the run went. */
final class HtmlServices {
    private final RunAccount account;
    private final Html html;

    HtmlServices(RunAccount account, Html html) {
        this.account = account;
        this.html = html;
    }

    void write() throws IOException {
        html.element(
                "section",
                Map.of("id", "services"),
                () -> html.element("h2", account.run().run()));
    }
}
