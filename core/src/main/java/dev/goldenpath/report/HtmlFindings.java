package dev.goldenpath.report;

import dev.goldenpath.evidence.Bypass;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.runlog.LoggedRun;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What policies and the audit found, what was allowed, and what no finding can tell; behind it the files of the run. */
final class HtmlFindings {
    private static final int FINDINGS_SHOWN = 20;
    private static final Map<Effect, String> EFFECTS = new EnumMap<>(Map.of(
            Effect.FAKE, "a pass of the tests that lead there is SUSPECT",
            Effect.UNRUNNABLE, "it closes the gate, for something that should be tested is not",
            Effect.SMELL, "it lowers the audit's score",
            Effect.ALLOWED, "a fake that its author has allowed for now",
            Effect.WARNING, "it is listed, and changes nothing"));

    private final LoggedRun run;
    private final KnownIssuesMet knownIssues;
    private final Html html;

    HtmlFindings(RunAccount account, Html html) {
        this.run = account.run();
        this.knownIssues = account.knownIssues();
        this.html = html;
    }

    void write() throws IOException {
        html.element("section", Html.attributes("id", "findings", "aria-labelledby", "findings-title"), () -> {
            html.element("h2", Map.of("id", "findings-title"), "Findings");
            html.element("p", this::summary);
            for (Effect effect : Effect.values()) {
                effect(effect);
            }
            List<String> bypasses = Bypasses.of(run).sentences();
            if (!bypasses.isEmpty()) {
                html.element("h3", "Bypasses in use");
                html.element(
                        "p",
                        Map.of("class", "note"),
                        "They told services to skip checks: a pass by one says nothing of " + "what it skips.");
                new HtmlList(html, FINDINGS_SHOWN).write(bypasses, html::brief);
            }
            new HtmlKnownIssues(knownIssues, html).write();
            html.element("h3", "What a pass does not prove");
            html.element("p", CodeFindings.LIMITS);
        });
        new HtmlFiles(run, html).write();
    }

    private void summary() throws IOException {
        html.text(
                run.code().isAudited()
                        ? "Audit of the tests' code: " + CodeFindings.score(run) + ". "
                        : "The tests' code was not audited. ");
        html.text(
                run.code().findings().stream().allMatch(HtmlFindings::isBypass)
                        ? "Policies found nothing."
                        : "Policies found "
                                + run.code().findings().stream()
                                        .filter(finding -> !isBypass(finding))
                                        .collect(Collectors.groupingBy(
                                                Finding::effect, TreeMap::new, Collectors.counting()))
                                        .entrySet()
                                        .stream()
                                        .map(each -> each.getValue() + " " + each.getKey())
                                        .collect(Collectors.joining(", "))
                                + ".");
    }

    private static boolean isBypass(Finding finding) {
        return finding.rule().equals(Bypass.RULE);
    }

    private void effect(Effect effect) throws IOException {
        Map<String, List<Finding>> byRule = run.code().findings(effect).stream()
                .filter(finding -> !isBypass(finding))
                .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.toList()));
        if (!byRule.isEmpty()) {
            html.element("h3", effect.name());
            html.element("p", Map.of("class", "note"), "What follows: " + EFFECTS.get(effect) + ".");
            for (Map.Entry<String, List<Finding>> rule : byRule.entrySet()) {
                html.element("p", () -> {
                    html.element("code", () -> html.brief(rule.getKey()));
                    html.text(
                            String.format(Locale.ROOT, ": %,d", rule.getValue().size()));
                });
                new HtmlList(html, FINDINGS_SHOWN).write(rule.getValue(), this::finding);
            }
        }
    }

    private void finding(Finding finding) throws IOException {
        String source = finding.source();
        if (source != null) {
            html.element("code", () -> html.brief(source));
            html.text(" ");
        }
        html.brief(finding.words());
        if (finding.path().size() > 1) {
            html.element("div", Map.of("class", "note"), () -> {
                html.text("by way of ");
                html.brief(String.join(" → ", finding.path()));
            });
        }
        html.element("div", Map.of("class", "remedy"), () -> {
            html.text("To do: ");
            html.brief(finding.remedy());
        });
    }
}
