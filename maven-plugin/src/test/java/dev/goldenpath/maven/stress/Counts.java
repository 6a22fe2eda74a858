package dev.goldenpath.maven.stress;

import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** How many tests were planned and how they ended, as each of the places tells that show it. */
final class Counts {
    private static final Pattern GAP = Pattern.compile("\\s{2,}");
    private static final Pattern CELL = Pattern.compile("\\s*\\|\\s*");

    private Counts() {}

    /** By the name of the verdict in lower case, and {@code planned}; what nobody got is left out. */
    static Map<String, Integer> of(Collection<LoggedTest> tests) {
        Map<String, Integer> counts = new TreeMap<>();
        counts.put("planned", tests.size());
        tests.forEach(test -> counts.merge(name(test.verdict()), 1, Integer::sum));
        return counts;
    }

    /** The totals of the last verdict table on the console. */
    static Map<String, Integer> onConsole(String printed) {
        List<String> lines = printed.lines().toList();
        int title = lastIndex(lines, "Golden Path verdicts");
        List<String> rows = lines.subList(title, lines.size());
        String header = rows.stream()
                .filter(line -> line.contains(" planned  passed "))
                .findFirst()
                .orElseThrow();
        return row(cells(header), cells(firstStarting(rows, "total ")));
    }

    /** The overall row of the gate's table. */
    static Map<String, Integer> atTheGate(String printed) {
        List<String> lines = printed.lines()
                .map(line -> line.replaceFirst("^\\[(INFO|ERROR)] ", ""))
                .toList();
        int title = lastIndex(lines, "Golden Path gate, run ");
        List<String> rows = lines.subList(title + 2, lines.size());
        return row(cells(rows.get(0)), cells(firstStarting(rows, "overall ")));
    }

    /** The total row of the worklog's table. */
    static Map<String, Integer> inWorklog(String markdown) {
        List<String> lines = markdown.lines().toList();
        return row(
                Arrays.asList(CELL.split(firstStarting(lines, "| priority"))),
                Arrays.asList(CELL.split(firstStarting(lines, "| total"))));
    }

    /** The test cases of our XML by their property. */
    static Map<String, Integer> inXml(Path file) throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        for (Element testCase : elements(document(file), "testcase")) {
            counts.merge("planned", 1, Integer::sum);
            elements(testCase, "property").stream()
                    .filter(property -> property.getAttribute("name").equals("goldenpath.verdict"))
                    .forEach(property ->
                            counts.merge(property.getAttribute("value").toLowerCase(Locale.ROOT), 1, Integer::sum));
        }
        return counts;
    }

    /** What JUnit XML counts, from the attributes of every suite in these files. */
    static Map<String, Integer> suites(Collection<Path> files) throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        for (Path file : files) {
            for (Element suite : elements(document(file), "testsuite")) {
                for (String name : List.of("tests", "failures", "errors", "skipped")) {
                    counts.merge(name, Integer.parseInt(suite.getAttribute(name)), Integer::sum);
                }
            }
        }
        return counts;
    }

    static int flakyCases(Collection<Path> files) throws Exception {
        int flaky = 0;
        for (Path file : files) {
            for (Element testCase : elements(document(file), "testcase")) {
                boolean earlier = testCase.getElementsByTagName("flakyFailure").getLength()
                                + testCase.getElementsByTagName("flakyError").getLength()
                        > 0;
                flaky += earlier ? 1 : 0;
            }
        }
        return flaky;
    }

    static String name(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Integer> row(List<String> header, List<String> row) {
        Map<String, Integer> counts = new TreeMap<>();
        IntStream.range(0, row.size())
                .filter(column ->
                        row.get(column).matches("\\d+") && !row.get(column).equals("0"))
                .filter(column -> header.get(column).matches("[a-z]+"))
                .forEach(column -> counts.put(header.get(column), Integer.parseInt(row.get(column))));
        return counts;
    }

    /** The first column of a header is empty. */
    private static List<String> cells(String line) {
        return new ArrayList<>(Arrays.asList(GAP.split(line.isBlank() ? line : line.replaceFirst("^\\s+", "-  "))));
    }

    private static int lastIndex(List<String> lines, String start) {
        return IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).startsWith(start))
                .max()
                .orElseThrow(() -> new AssertionError("No line starts with '" + start + "' in\n"
                        + lines.stream().collect(Collectors.joining("\n"))));
    }

    private static String firstStarting(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line starts with '" + start + "'"));
    }

    private static Document document(Path file) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> elements(Document document, String name) {
        return elements(document.getElementsByTagName(name));
    }

    private static List<Element> elements(Element parent, String name) {
        return elements(parent.getElementsByTagName(name));
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
