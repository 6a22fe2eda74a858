package dev.goldenpath.report;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The top of the page: how the run came out in one sentence, what it was of, and the way to all sections. */
final class HtmlHeader {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int REVISIONS_SHOWN = 4;

    private final RunAccount account;
    private final Html html;

    HtmlHeader(RunAccount account, Html html) {
        this.account = account;
        this.html = html;
    }

    void write() throws IOException {
        boolean green = account.gate().isGreen();
        html.element("header", () -> {
            html.element("div", Map.of("class", "banner " + (green ? "green" : "red")), () -> {
                html.element("p", Map.of("class", "eyebrow"), () -> {
                    html.text("Golden Path run ");
                    html.brief(account.run().run());
                });
                html.element("h1", () -> {
                    html.element("span", Map.of("class", "sign", "aria-hidden", "true"), green ? "✓" : "✗");
                    html.text(" ");
                    html.brief(VerdictSentence.of(account));
                });
                html.element("p", Map.of("class", "about"), this::about);
            });
            html.element("nav", Map.of("aria-label", "Sections"), () -> html.element("ul", this::links));
        });
    }

    private void about() throws IOException {
        List<String> parts = new ArrayList<>();
        Set<String> environments = account.run().environments();
        if (!environments.isEmpty()) {
            parts.add((environments.size() == 1 ? "environment " : "environments ") + String.join(", ", environments));
        }
        List<String> revisions = new RunOrigin(account.run())
                .revisions().stream()
                        .map(service -> service.key() + " at " + service.value())
                        .toList();
        parts.add(
                revisions.isEmpty()
                        ? "no service said its revision"
                        : revisions.stream().limit(REVISIONS_SHOWN).collect(Collectors.joining(", "))
                                + (revisions.size() > REVISIONS_SHOWN
                                        ? " and " + (revisions.size() - REVISIONS_SHOWN) + " more services"
                                        : ""));
        int redeployments = account.revisions().sentences().size();
        if (redeployments > 0) {
            parts.add("redeployed in mid-run" + (redeployments == 1 ? "" : ", " + redeployments + " times"));
        }
        account.run().startedAt().ifPresent(at -> parts.add(minute(at)));
        RunSpan.of(account).ifPresent(span -> parts.add(Elapsed.of(span.took())));
        for (int i = 0; i < parts.size(); i++) {
            html.text(i == 0 ? "" : " · ");
            html.brief(parts.get(i));
        }
    }

    private static String minute(Instant at) {
        return MINUTE.format(at);
    }

    private void links() throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("overview", "Overview");
        sections.put("results", "Results");
        sections.put("tests", "Tests");
        if (HtmlLatencies.isWorthwhile(account)) {
            sections.put("latencies", "Latencies");
        }
        if (HtmlServices.isWorthwhile(account)) {
            sections.put("services", "Services");
        }
        sections.put("findings", "Findings");
        sections.put("files", "Files");
        for (Map.Entry<String, String> section : sections.entrySet()) {
            html.element("li", () -> html.element("a", Map.of("href", "#" + section.getKey()), section.getValue()));
        }
    }
}
