package dev.goldenpath.report;

import java.io.IOException;
import java.util.Map;

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
            html.element("div", Map.of("class", "column"), () -> {
                new HtmlGate(account, html).write();
                new HtmlOrigin(account, html).write();
            });
            if (account.revenue().isDeclared() || !account.causes().all().isEmpty()) {
                html.element("div", Map.of("class", "column"), () -> {
                    new HtmlRevenue(account, html).write();
                    new HtmlCauses(account, html).write();
                });
            }
        });
        new HtmlResults(account, html).write();
    }
}
