package dev.goldenpath.report;

import dev.goldenpath.cause.FoldedTest;
import dev.goldenpath.cause.RootCause;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The root causes of the run, each with its tests; nothing where there are none. */
final class HtmlCauses {
    private static final int TESTS_SHOWN = 10;
    private static final int CAUSES_SHOWN = 50;

    private final RunAccount account;
    private final Html html;

    HtmlCauses(RunAccount account, Html html) {
        this.account = account;
        this.html = html;
    }

    void write() throws IOException {
        List<RootCause> causes = account.causes().all();
        if (!causes.isEmpty()) {
            html.element("section", Html.attributes("class", "card", "id", "causes"), () -> {
                html.element("h2", causes.size() == 1 ? "Root cause" : "Root causes");
                for (int i = 0; i < Math.min(CAUSES_SHOWN, causes.size()); i++) {
                    cause(i + 1, causes.get(i));
                }
                if (causes.size() > CAUSES_SHOWN) {
                    html.element(
                            "p",
                            "… and " + (causes.size() - CAUSES_SHOWN) + " more, which " + Reports.WORKLOG + " has.");
                }
            });
        }
    }

    private void cause(int number, RootCause cause) throws IOException {
        CauseText text = new CauseText(account.run(), account.causes(), cause);
        html.element("article", Html.attributes("class", "cause", "id", "cause-" + number, "tabindex", "-1"), () -> {
            html.element("h3", () -> {
                html.text(number + ". ");
                html.brief(cause.headline());
            });
            html.element("p", () -> {
                html.brief(capital(text.when()) + ".");
                html.text(" ");
                html.brief(text.impact(account.run().revenue().currency()) + ".");
            });
            html.element("ol", Map.of("class", "chain"), () -> {
                for (String step : text.chain().lines().toList()) {
                    html.element("li", () -> html.brief(step));
                }
            });
            tests(cause);
        });
    }

    private void tests(RootCause cause) throws IOException {
        List<Integer> positions = cause.tests().stream()
                .sorted(Comparator.comparing(folded -> folded.test().key()))
                .limit(TESTS_SHOWN)
                .map(HtmlCauses::position)
                .toList();
        if (!positions.isEmpty()) {
            html.element("p", Map.of("class", "of-cause"), () -> {
                html.text("Tests: ");
                for (int i = 0; i < positions.size(); i++) {
                    html.text(i == 0 ? "" : ", ");
                    new TestLink(account.run(), html).write(positions.get(i));
                }
                int more = cause.tests().size() - positions.size();
                html.text(more == 0 ? "" : String.format(Locale.ROOT, " and %,d more", more));
            });
        }
    }

    private static int position(FoldedTest folded) {
        return folded.test().key();
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
