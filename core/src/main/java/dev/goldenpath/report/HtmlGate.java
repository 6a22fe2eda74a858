package dev.goldenpath.report;

import dev.goldenpath.verdict.GateBudget;
import dev.goldenpath.verdict.GateRate;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the gate says of the run, and which rates it asked for. */
final class HtmlGate {
    private static final int REASONS_SHOWN = 6;

    private final RunAccount account;
    private final Html html;

    HtmlGate(RunAccount account, Html html) {
        this.account = account;
        this.html = html;
    }

    void write() throws IOException {
        html.element("section", Html.attributes("class", "card", "id", "gate"), () -> {
            html.element("h2", () -> {
                html.text("Gate: ");
                new Marks(html).good(account.gate().isGreen(), account.gate().isGreen() ? "green" : "red");
            });
            counts();
            new HtmlList(html, REASONS_SHOWN).write(account.gate().reasons(), html::brief);
            limits();
        });
    }

    private void counts() throws IOException {
        var tally = Tallies.of(account.run().tests());
        List<Verdict> met = Stream.of(Verdict.values())
                .filter(verdict -> tally.count(verdict) > 0)
                .toList();
        if (!met.isEmpty()) {
            html.element("p", Map.of("class", "counts"), () -> {
                for (Verdict verdict : met) {
                    String words = String.format(
                            Locale.ROOT, "%s %,d ", verdict.name().toLowerCase(Locale.ROOT), tally.count(verdict));
                    new Marks(html).verdict(verdict, words);
                }
            });
        }
    }

    private void limits() throws IOException {
        List<GateRate> rates = account.gate().ruling().rates().stream()
                .filter(rate -> rate.required() != null)
                .toList();
        if (rates.isEmpty()) {
            html.element("p", Map.of("class", "note"), "No pass rates are required in goldenpath.yaml.");
        }
        HtmlTable table = new HtmlTable(html, "What the gate asks for", 1, List.of("limit", "this run", "required"));
        for (GateRate rate : rates) {
            String reached = String.format(
                    Locale.ROOT,
                    "%s %% (%,d of %,d)",
                    rate.passRate(),
                    rate.tally().count(Verdict.PASSED),
                    rate.counted());
            limit(table, rate.name(), rate.isReached(), reached, required(rate));
        }
        for (GateBudget budget : account.gate().budgets()) {
            limit(table, budget.name(), budget.isKept(), budget.actual(), budget.allowed());
        }
        if (!rates.isEmpty() || !account.gate().budgets().isEmpty()) {
            table.write();
        }
    }

    private void limit(HtmlTable table, String name, boolean good, String actual, String required) {
        table.contents(List.of(
                () -> html.brief(name),
                () -> {
                    new Marks(html).good(good, Excerpt.cut(actual, Html.BRIEF));
                    html.element("span", Map.of("class", "unseen"), good ? ", good" : ", missed");
                },
                () -> html.brief(required)));
    }

    private static String required(GateRate rate) {
        return rate.required() == null ? "" : "at least " + rate.required().toPlainString() + " %";
    }
}
