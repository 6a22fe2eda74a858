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
            rates();
            budgets();
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
                            Locale.ROOT,
                            "%,d %s ",
                            tally.count(verdict),
                            verdict.name().toLowerCase(Locale.ROOT));
                    new Marks(html).verdict(verdict, words);
                }
            });
        }
    }

    private void rates() throws IOException {
        List<GateRate> required = account.gate().ruling().rates().stream()
                .filter(rate -> rate.required() != null)
                .toList();
        if (required.isEmpty()) {
            html.element("p", Map.of("class", "note"), "No pass rates are required in goldenpath.yaml.");
            return;
        }
        HtmlTable table = new HtmlTable(
                html, "Pass rates that the gate requires", 1, List.of("rate", "passed", "reached", "required"));
        for (GateRate rate : required) {
            table.contents(List.of(
                    () -> html.brief(rate.name()),
                    () -> html.text(String.format(
                            Locale.ROOT,
                            "%,d of %,d",
                            rate.tally().count(Verdict.PASSED),
                            rate.tally().planned())),
                    () -> reached(rate),
                    () -> html.text(required(rate))));
        }
        table.write();
    }

    private void reached(GateRate rate) throws IOException {
        new Marks(html).good(rate.isReached(), rate.tally().passRate() + " %");
        html.element("span", Map.of("class", "unseen"), rate.isReached() ? ", reached" : ", missed");
    }

    private void budgets() throws IOException {
        HtmlTable table = new HtmlTable(html, "What else the gate asks for", 1, List.of("budget", "actual", "allowed"));
        for (GateBudget budget : account.gate().budgets()) {
            table.contents(
                    List.of(() -> html.brief(budget.name()), () -> kept(budget), () -> html.brief(budget.allowed())));
        }
        if (!account.gate().budgets().isEmpty()) {
            table.write();
        }
    }

    private void kept(GateBudget budget) throws IOException {
        new Marks(html).good(budget.isKept(), Excerpt.cut(budget.actual(), Html.BRIEF));
        html.element("span", Map.of("class", "unseen"), budget.isKept() ? ", kept" : ", missed");
    }

    private static String required(GateRate rate) {
        return rate.required() == null ? "" : rate.required().toPlainString() + " %";
    }
}
