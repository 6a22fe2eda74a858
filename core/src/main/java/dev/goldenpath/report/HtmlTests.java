package dev.goldenpath.report;

import java.io.IOException;
import java.util.Map;

/** The tests of a run with their evidence. */
final class HtmlTests {
    private final RunAccount account;
    private final Html html;

    HtmlTests(RunAccount account, Html html) {
        this.account = account;
        this.html = html;
    }

    void write() throws IOException {
        html.element(
                "section",
                Map.of("id", "tests"),
                () -> html.element("h2", account.run().run()));
    }
}
