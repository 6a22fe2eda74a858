package dev.goldenpath.report;

import dev.goldenpath.report.RevenueShares.Standing;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The revenue that the run verified, what is at risk, and what it did not look at; nothing where none is declared. */
final class HtmlRevenue {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final RevenueShares shares;
    private final Html html;

    HtmlRevenue(RunAccount account, Html html) {
        this.shares = RevenueShares.of(account.run());
        this.html = html;
    }

    void write() throws IOException {
        if (!shares.standings().isEmpty()) {
            html.element("section", Html.attributes("class", "card", "id", "revenue"), () -> {
                html.element("h2", "Revenue per month");
                bar();
                html.element("ul", Map.of("class", "key"), () -> {
                    for (Standing standing : Standing.values()) {
                        html.element("li", () -> share(standing));
                    }
                });
                html.element("p", Map.of("class", "note"), () -> {
                    html.text("Together ");
                    html.brief(shares.words(shares.total()));
                    html.text(". Verified: all tests that protect it passed. At risk: not all of them did, or none "
                            + "protects it. Not looked at: the run was asked for less than all tests, and none of these "
                            + "protects it.");
                });
                html.element("details", () -> {
                    html.element("summary", "By name");
                    names();
                });
            });
        }
    }

    private void bar() throws IOException {
        html.element("div", Html.attributes("class", "shares", "aria-hidden", "true"), () -> {
            for (Standing standing : Standing.values()) {
                if (shares.of(standing).signum() > 0) {
                    html.element(
                            "span",
                            Html.attributes(
                                    "class",
                                    "share " + kind(standing),
                                    "style",
                                    "flex-grow:" + percent(standing).toPlainString()),
                            "");
                }
            }
        });
    }

    private void share(Standing standing) throws IOException {
        html.element("span", Html.attributes("class", "sample " + kind(standing), "aria-hidden", "true"), "");
        html.text(" " + standing.words() + " ");
        html.element("strong", () -> html.brief(shares.words(shares.of(standing))));
        if (shares.total().signum() > 0) {
            html.text(String.format(Locale.ROOT, " (%.0f %%)", percent(standing)));
        }
    }

    private BigDecimal percent(Standing standing) {
        return shares.total().signum() == 0
                ? BigDecimal.ZERO
                : shares.of(standing).multiply(HUNDRED).divide(shares.total(), MathContext.DECIMAL32);
    }

    private void names() throws IOException {
        HtmlTable table = new HtmlTable(html, "Revenue by name", 2, List.of("name", "this run says", "per month"));
        shares.standings()
                .forEach((name, standing) -> table.row(List.of(name, shares.saysOf(name), shares.words(name))));
        table.write();
    }

    private static String kind(Standing standing) {
        return standing.words().replace(' ', '-');
    }
}
