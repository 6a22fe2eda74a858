package dev.goldenpath.report;

import java.io.IOException;

/** The first screen of the page below its header: the gate, the revenue, the causes, and what the run was. */
final class HtmlOverview {
    private final RunAccount account;
    private final Html html;

    HtmlOverview(RunAccount account, Html html) {
        this.account = account;
        this.html = html;
    }

    void write() throws IOException {
        html.element("section", Html.attributes("id", "overview", "aria-label", "Overview"), () -> {
            new HtmlGate(account, html).write();
            new HtmlRevenue(account, html).write();
            new HtmlCauses(account, html).write();
            new HtmlOrigin(account, html).write();
        });
        new HtmlResults(account, html).write();
    }
}
