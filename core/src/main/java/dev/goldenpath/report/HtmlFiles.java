package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedRun;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that stand beside the page. */
final class HtmlFiles {
    private final LoggedRun run;
    private final Html html;

    HtmlFiles(LoggedRun run, Html html) {
        this.run = run;
        this.html = html;
    }

    void write() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(Reports.WORKLOG, "this run in words, to keep or to paste into a ticket");
        files.put(Reports.JUNIT_XML, "for CI servers: each test with its verdict");
        files.put(Reports.HAR, "for developer tools: each HTTP exchange and WebSocket message");
        files.put(Reports.SUMMARY, "for dashboards and bots: the figures of this page");
        for (LoggedJvm jvm : run.jvms()) {
            files.put(jvm.log().getFileName().toString(), "run log: all that is known, one JSON object a line");
        }
        html.element("section", Html.attributes("id", "files", "aria-labelledby", "files-title"), () -> {
            html.element("h2", Map.of("id", "files-title"), "Files");
            html.element("p", Map.of("class", "note"), "They stand beside this page where it was made.");
            html.element("ul", () -> {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    html.element("li", () -> {
                        html.element("a", Map.of("href", href(file.getKey())), () -> html.brief(file.getKey()));
                        html.text(": " + file.getValue());
                    });
                }
            });
        });
    }

    /** Relative, whatever the name holds. */
    private static String href(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
