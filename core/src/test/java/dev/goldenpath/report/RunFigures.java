package dev.goldenpath.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.w3c.dom.Element;

/** All that the reports of a run say, but for what differs from machine to machine: ids, times, paths, and the order. */
final class RunFigures {
    private static final List<String> OF_MACHINES =
            List.of("run", "startedAt", "endedAt", "jvms", "files", "shards", "lastSeen", "firstSeen");
    private static final Pattern ID = Pattern.compile("merged-[0-9a-f]{12}|\\bwhole\\b");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d|\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?|\\d\\d:\\d\\d UTC|[\\d.]+ (ms|s)\\b");
    private static final JsonMapper MAPPER = new JsonMapper();

    private RunFigures() {}

    /** By the name of the report. */
    static Map<String, List<String>> of(Path folder, Reports reports) throws Exception {
        Map<String, List<String>> figures = new TreeMap<>();
        figures.put("summary", summary(folder));
        figures.put("junit", cases(folder));
        figures.put("gate", lines(reports.gate().text().lines()));
        figures.put("console", lines(reports.console().lines()));
        figures.put("worklog", lines(Files.readAllLines(folder.resolve(Reports.WORKLOG)).stream()));
        figures.put("html", html(folder));
        figures.put("har", har(folder));
        return figures;
    }

    private static List<String> summary(Path folder) throws Exception {
        ObjectNode summary =
                (ObjectNode) MAPPER.readTree(folder.resolve(Reports.SUMMARY).toFile());
        summary.remove(OF_MACHINES);
        List<String> fields = new ArrayList<>();
        summary.properties().forEach(field -> {
            if (field.getValue().isArray()) {
                field.getValue().forEach(each -> fields.add(field.getKey() + " " + each));
            } else {
                fields.add(field.getKey() + " " + field.getValue());
            }
        });
        return fields.stream().sorted().toList();
    }

    private static List<String> cases(Path folder) throws Exception {
        Element root = Xml.parse(Files.readString(folder.resolve(Reports.JUNIT_XML)));
        List<String> cases = new ArrayList<>();
        cases.add(root.getAttribute("tests") + " " + root.getAttribute("failures") + " " + root.getAttribute("errors")
                + " " + root.getAttribute("skipped"));
        Xml.all(root, "testcase")
                .map(one -> one.getAttribute("classname") + " " + one.getAttribute("name") + " "
                        + one.getAttribute("time") + " " + Xml.properties(one) + " " + Xml.children(one))
                .forEach(cases::add);
        return cases.stream().sorted().toList();
    }

    private static List<String> lines(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank()
                        && !line.contains("JVM")
                        && !line.contains("Run log")
                        && !line.contains("run log"))
                .filter(line -> !line.matches(".*(/|`)(report|worklog|summary|traffic|goldenpath-junit)\\..*"))
                .filter(line -> !line.contains("Shard"))
                .map(line -> ID.matcher(line).replaceAll("RUN"))
                .map(line -> MOMENT.matcher(line).replaceAll("TIME"))
                .map(line -> line.replaceAll("[ -]+", " "))
                .sorted()
                .toList();
    }

    private static List<String> html(Path folder) throws Exception {
        JsonNode tests = MAPPER.readTree(
                        Jsoup.parse(folder.resolve(Reports.HTML).toFile())
                                .getElementById("tests-index")
                                .data())
                .path("tests");
        List<String> figures = new ArrayList<>();
        tests.forEach(test -> figures.add(test.path("class").asText() + " "
                + test.path("name").asText() + " "
                + test.path("verdict").asText() + " " + test.path("flaky").asText() + " "
                + test.path("http").asText()));
        return figures.stream().sorted().toList();
    }

    private static List<String> har(Path folder) throws Exception {
        List<String> entries = new ArrayList<>();
        MAPPER.readTree(folder.resolve(Reports.HAR).toFile())
                .path("log")
                .path("entries")
                .forEach(entry ->
                        entries.add(entry.path("request").path("method").asText() + " "
                                + entry.path("request").path("url").asText() + " "
                                + entry.path("response").path("status").asText() + " "
                                + entry.path("_test").asText()));
        return entries.stream().sorted().toList();
    }
}
