package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The page about {@code report.html} shows what it says. */
class HtmlDocumentedTest {
    private static final Pattern SAMPLE = Pattern.compile("(?s)```text\n(.*?)```");

    @Test
    void everyLineOfTheSampleStandsInThePageInThisOrder() throws IOException {
        Matcher sample = SAMPLE.matcher(Files.readString(Path.of("..", "docs", "report-html.md")));
        assertThat(sample.find()).isTrue();
        List<String> lines =
                sample.group(1).lines().filter(line -> !line.isBlank()).toList();
        Document page = HtmlPages.of(RedRun.account());
        List<String> texts =
                page.select("h1, h2, h3, p, li").stream().map(Element::text).toList();
        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(texts).containsSubsequence(lines);
    }
}
