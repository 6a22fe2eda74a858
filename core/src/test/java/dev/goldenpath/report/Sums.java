package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.w3c.dom.Element;

/** What each report of a run says in numbers, against what was drawn. */
final class Sums {
    private static final Pattern GAP = Pattern.compile("\\s{2,}");
    private static final Pattern CELL = Pattern.compile("\\s*\\|\\s*");

    private final RandomRun drawn;
    private final Path folder;
    private final Reports reports;

    Sums(RandomRun drawn, Path folder, Reports reports) {
        this.drawn = drawn;
        this.folder = folder;
        this.reports = reports;
    }

    void check(boolean strict) throws Exception {
        junitXml(strict);
        console();
        gate();
        worklog();
        summary();
        html();
    }

    private void junitXml(boolean strict) throws Exception {
        Element root = Xml.parse(Files.readString(folder.resolve(Reports.JUNIT_XML)));
        Map<String, Integer> expected = Map.of(
                "tests", drawn.planned(),
                "failures", count(Verdict.FAILED, Verdict.SUSPECT),
                "errors", count(Verdict.ERROR, Verdict.BLOCKED, Verdict.MISSING),
                "skipped", count(Verdict.KNOWN, Verdict.SKIPPED));
        expected.forEach((name, number) -> {
            assertThat(root.getAttribute(name)).as(name).isEqualTo(number.toString());
            int ofSuites = (strict ? Stream.of(root) : Xml.all(root, "testsuite"))
                    .mapToInt(suite -> Integer.parseInt(suite.getAttribute(name)))
                    .sum();
            assertThat(ofSuites).as(name + " of all suites").isEqualTo(number);
        });
        List<Element> cases = Xml.all(root, "testcase").toList();
        assertThat(cases).hasSize(drawn.planned());
        assertThat(cases.stream().filter(one -> Xml.all(one, "failure").count() == 1))
                .hasSize(expected.get("failures"));
        assertThat(cases.stream().filter(one -> Xml.all(one, "error").count() == 1))
                .hasSize(expected.get("errors"));
        assertThat(cases.stream().filter(one -> Xml.all(one, "skipped").count() == 1))
                .hasSize(expected.get("skipped"));
        if (!strict) {
            Map<Verdict, Integer> verdicts = new TreeMap<>();
            int exchanges = 0;
            for (Element one : cases) {
                for (String property : Xml.properties(one)) {
                    String value = property.substring(property.indexOf('=') + 1);
                    if (property.startsWith("goldenpath.verdict=")) {
                        verdicts.merge(Verdict.valueOf(value), 1, Integer::sum);
                    } else if (property.startsWith("goldenpath.http.count=")) {
                        exchanges += Integer.parseInt(value);
                    }
                }
            }
            assertThat(verdicts).isEqualTo(drawn.total());
            assertThat(exchanges).isEqualTo(drawn.exchanges);
        }
    }

    private void console() {
        List<String> lines = reports.console().lines().toList();
        List<String> header = cells(lines.stream()
                .filter(line -> line.contains(" planned  passed "))
                .findFirst()
                .orElseThrow());
        drawn.byPriority.forEach((priority, counts) ->
                assertThat(row(header, cells(starting(lines, priority + " ")))).isEqualTo(named(counts)));
        List<String> total = cells(starting(lines, "total "));
        assertThat(row(header, total)).isEqualTo(named(drawn.total()));
        assertThat(total.get(header.indexOf("pass rate"))).isEqualTo(rate() + " %");
        assertThat(total.get(header.indexOf("verified USD"))).isEqualTo(amount(drawn.verified()));
        assertThat(total.get(header.indexOf("unverified USD"))).isEqualTo(amount(drawn.unverified()));
        assertThat(lines.stream().filter(line -> line.startsWith("FLAKY "))).hasSize(drawn.flaky);
        assertThat(lines.stream().filter(line -> line.startsWith("So far: "))).hasSize(drawn.pending == 0 ? 0 : 1);
    }

    private void gate() {
        List<String> lines = reports.gate().text().lines().toList();
        List<String> header = cells(lines.get(2));
        List<String> overall = cells(starting(lines, "overall "));
        assertThat(overall.get(header.indexOf("planned"))).isEqualTo(Integer.toString(drawn.planned()));
        assertThat(overall.get(header.indexOf("passed"))).isEqualTo(Integer.toString(count(Verdict.PASSED)));
        assertThat(overall.get(header.indexOf("pass rate"))).isEqualTo(rate() + " %");
    }

    private void worklog() throws Exception {
        List<String> lines = Files.readAllLines(folder.resolve(Reports.WORKLOG));
        if (drawn.planned() == 0) {
            assertThat(lines).contains("No golden-path test was planned.");
            return;
        }
        List<String> header = Arrays.asList(CELL.split(starting(lines, "| priority")));
        assertThat(row(header, Arrays.asList(CELL.split(starting(lines, "| total")))))
                .isEqualTo(named(drawn.total()));
    }

    private void summary() throws Exception {
        JsonNode summary =
                new JsonMapper().readTree(folder.resolve(Reports.SUMMARY).toFile());
        JsonNode tests = summary.path("tests");
        assertThat(counted(tests)).isEqualTo(named(drawn.total()));
        assertThat(tests.path("passRate").asText()).isEqualTo(rate());
        Map<String, Map<String, Integer>> byPriority = new TreeMap<>();
        tests.path("byPriority").forEach(one -> byPriority.put(one.path("name").asText(), counted(one)));
        Map<String, Map<String, Integer>> expected = new TreeMap<>();
        drawn.byPriority.forEach((priority, counts) -> expected.put(priority, named(counts)));
        assertThat(byPriority).isEqualTo(expected);
        assertThat(summary.path("flaky")).hasSize(drawn.flaky);
        Map<String, Integer> byIssue = new TreeMap<>();
        summary.path("knownIssues")
                .forEach(issue -> byIssue.put(
                        issue.path("id").asText(), issue.path("tests").asInt()));
        byIssue.values().removeIf(number -> number == 0);
        assertThat(byIssue).isEqualTo(drawn.byIssue);
        assertThat(summary.path("notPassed")).hasSize(drawn.planned() - count(Verdict.PASSED));
        assertThat(summary.path("pending").asInt()).isEqualTo(drawn.pending);
        assertThat(summary.path("revenue").path("verified").decimalValue()).isEqualByComparingTo(drawn.verified());
        assertThat(summary.path("revenue").path("unverified").decimalValue()).isEqualByComparingTo(drawn.unverified());
        Map<Grade, Integer> grades = new TreeMap<>();
        tests.path("grades")
                .properties()
                .forEach(entry -> grades.put(
                        Grade.valueOf(entry.getKey()), entry.getValue().asInt()));
        assertThat(grades).isEqualTo(drawn.grades());
    }

    private void html() throws Exception {
        Document page = Jsoup.parse(folder.resolve(Reports.HTML).toFile());
        JsonNode tests = new JsonMapper()
                .readTree(page.getElementById("tests-index").data())
                .path("tests");
        Map<Verdict, Integer> verdicts = new TreeMap<>();
        int flaky = 0;
        int exchanges = 0;
        for (JsonNode test : tests) {
            verdicts.merge(Verdict.valueOf(test.path("verdict").asText()), 1, Integer::sum);
            flaky += test.path("flaky").asBoolean() ? 1 : 0;
            exchanges += test.path("http").asInt();
        }
        assertThat(verdicts).isEqualTo(drawn.total());
        assertThat(flaky).isEqualTo(drawn.flaky);
        assertThat(exchanges).isEqualTo(drawn.exchanges);
        if (drawn.planned() > 0) {
            List<String> header = page.select("#results thead th").eachText();
            Map<String, List<String>> rows = new TreeMap<>();
            page.select("#results table").first().select("tbody tr, tfoot tr").forEach(row -> {
                List<String> cells = row.select("th, td").eachText();
                rows.put(cells.get(0), cells);
            });
            drawn.byPriority.forEach((priority, counts) ->
                    assertThat(row(header, rows.get(priority))).isEqualTo(named(counts)));
            List<String> total = rows.get("total");
            assertThat(row(header, total)).isEqualTo(named(drawn.total()));
            assertThat(total.get(header.indexOf("pass rate"))).isEqualTo(rate() + " %");
            assertThat(total.get(header.indexOf("verified USD"))).isEqualTo(amount(drawn.verified()));
            assertThat(total.get(header.indexOf("unverified USD"))).isEqualTo(amount(drawn.unverified()));
        }
    }

    private static Map<String, Integer> counted(JsonNode tally) {
        Map<String, Integer> counts = new TreeMap<>();
        tally.properties().forEach(entry -> {
            if (entry.getValue().isInt() && entry.getValue().asInt() > 0) {
                counts.put(entry.getKey(), entry.getValue().asInt());
            }
        });
        return counts;
    }

    private int count(Verdict... verdicts) {
        return Arrays.stream(verdicts)
                .mapToInt(verdict -> drawn.total().getOrDefault(verdict, 0))
                .sum();
    }

    private String rate() {
        int planned = drawn.planned();
        // In tenths of a percent, rounded down.
        int tenths = planned == 0 ? 0 : 1_000 * count(Verdict.PASSED) / planned;
        return tenths / 10 + "." + tenths % 10;
    }

    /** With all its digits, and none that says nothing. */
    private static String amount(BigDecimal amount) {
        DecimalFormat format = new DecimalFormat("#,##0.########", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(amount);
    }

    /** By the names of the verdicts in lower case, and {@code planned}; without those that nobody got. */
    private static Map<String, Integer> named(Map<Verdict, Integer> counts) {
        Map<String, Integer> named = new TreeMap<>();
        counts.forEach((verdict, number) -> named.put(verdict.name().toLowerCase(Locale.ROOT), number));
        int planned = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (planned > 0) {
            named.put("planned", planned);
        }
        return named;
    }

    private static Map<String, Integer> row(List<String> header, List<String> row) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < row.size(); i++) {
            if (header.get(i).matches("[a-z]+")
                    && row.get(i).matches("\\d+")
                    && !row.get(i).equals("0")) {
                counts.put(header.get(i), Integer.parseInt(row.get(i)));
            }
        }
        return counts;
    }

    /** The first column of a header is empty. */
    private static List<String> cells(String line) {
        return new ArrayList<>(Arrays.asList(GAP.split(line.replaceFirst("^\\s+", "-  "))));
    }

    private static String starting(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("No line starts with '" + start + "' in\n" + String.join("\n", lines)));
    }
}
