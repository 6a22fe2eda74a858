package dev.goldenpath.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/**
 * The page of a run for a browser: one file that asks nothing of any network. What it says first stands in it as HTML;
 * the tests and their evidence are data that its script shows.
 */
final class HtmlReport {
    private final RunAccount account;
    private final Html html;

    private HtmlReport(RunAccount account, Html html) {
        this.account = account;
        this.html = html;
    }

    static void write(RunAccount account, Writer writer) throws IOException {
        writer.write("<!DOCTYPE html>\n");
        Html html = new Html(writer);
        html.element("html", Map.of("lang", "en"), new HtmlReport(account, html)::page);
    }

    private void page() throws IOException {
        String script = script();
        HtmlTests tests = new HtmlTests(account, html);
        html.element("head", () -> head(script));
        html.element("body", () -> {
            html.element("a", Map.of("class", "skip", "href", "#tests"), "Skip to the tests");
            new HtmlHeader(account, html).write();
            html.element("main", () -> {
                new HtmlOverview(account, html).write();
                tests.write();
                new HtmlLatencies(account, html).write();
                new HtmlServices(account, html).write();
                new HtmlFindings(account, html).write();
            });
            // Behind all that is read at once: they may be long.
            tests.writeDetails();
            html.raw("script", Map.of(), script);
        });
    }

    private void head(String script) throws IOException {
        html.empty("meta", Map.of("charset", "utf-8"));
        html.empty("meta", Map.of("name", "viewport", "content", "width=device-width, initial-scale=1"));
        html.empty("meta", Map.of("name", "color-scheme", "content", "light dark"));
        // Were a text ever read as markup, it could still run nothing and call nobody.
        html.empty("meta", Map.of("http-equiv", "Content-Security-Policy", "content", policy(script)));
        html.element("title", "Golden Path run " + Excerpt.cut(account.run().run(), Html.BRIEF));
        for (String style : new String[] {"report.css", "overview.css", "tests.css"}) {
            html.raw("style", Map.of(), resource(style));
        }
    }

    /** One script, so that one digest allows it; what comes first is used by what comes after. */
    private static String script() throws IOException {
        StringBuilder script = new StringBuilder();
        for (String part : new String[] {"elements.js", "timeline.js", "lanes.js", "details.js", "tests.js"}) {
            script.append(resource(part));
        }
        return script.toString();
    }

    private static String policy(String script) {
        return "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; script-src 'sha256-"
                + Base64.getEncoder().encodeToString(sha256(script)) + "'";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
