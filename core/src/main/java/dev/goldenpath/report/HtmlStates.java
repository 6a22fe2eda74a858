package dev.goldenpath.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The states of one service over the time of a run, drawn, and listed for who wants the words or can't see them. */
final class HtmlStates {
    private static final int ROWS_SHOWN = 200;

    private final RunAccount account;
    private final Html html;
    private final RunSpan span;

    HtmlStates(RunAccount account, Html html, RunSpan span) {
        this.account = account;
        this.html = html;
        this.span = span;
    }

    void write(ServiceView service) throws IOException {
        List<Stretch> stretches = Stretch.of(service.probes());
        new ServiceStrip(account, html, span).write(service, stretches);
        if (stretches.size() > ServiceStrip.BARS_SHOWN) {
            note(String.format(
                    Locale.ROOT, "%,d of %,d changes are drawn.", ServiceStrip.BARS_SHOWN, stretches.size()));
        }
        if (!stretches.isEmpty()) {
            html.element("details", () -> {
                html.element(
                        "summary",
                        stretches.size() == 1
                                ? "Its state in words"
                                : "Its " + stretches.size() + " states one after another in words");
                list(service.name(), stretches);
            });
        }
    }

    private void list(String service, List<Stretch> stretches) throws IOException {
        HtmlTable table = new HtmlTable(
                html,
                "States of " + service,
                6,
                List.of("from", "to", "state", "said by", "because of", "what was seen first", "probes"));
        stretches.stream().limit(ROWS_SHOWN).forEach(stretch -> table.contents(row(stretch)));
        table.write();
        if (stretches.size() > ROWS_SHOWN) {
            note(String.format(Locale.ROOT, "… and %,d more, which the run log has.", stretches.size() - ROWS_SHOWN));
        }
    }

    private void note(String text) throws IOException {
        html.element("p", Map.of("class", "note"), text);
    }

    private List<Html.Content> row(Stretch stretch) {
        return List.of(
                () -> html.text(TimeOfDay.of(stretch.from())),
                () -> html.text(TimeOfDay.of(stretch.to())),
                () -> new Marks(html).state(stretch.word()),
                () -> html.brief(stretch.first().teller().orElse("itself")),
                () -> html.brief(String.join(", ", stretch.first().because())),
                () -> html.brief(stretch.first().words()),
                () -> html.text(Integer.toString(stretch.probes())));
    }
}
