package dev.goldenpath.report;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Tally;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Writes tests of a run as JUnit XML. */
final class JunitXml {
    private static final String NAME = "Golden Path";
    private static final int LONGEST_PROPERTY = 4_000;

    private final RunAccount account;
    private final LoggedRun run;
    private final boolean strict;
    private final AttachmentPaths paths;
    private final List<Fact> runProperties;

    /**
     * Of this run.
     *
     * @param strict whether the documents keep to Surefire's schema, which knows one suite and no properties of a test
     * @param paths to what tests attached
     */
    JunitXml(RunAccount account, boolean strict, AttachmentPaths paths) {
        this.account = account;
        this.run = account.run();
        this.strict = strict;
        this.paths = paths;
        this.runProperties = RunProperties.of(account);
    }

    /** All tests of the run, as a document has them: those of a class together, unless there is but one suite. */
    List<LoggedTest> tests() {
        return strict
                ? run.tests()
                : byClass(run.tests()).values().stream().flatMap(List::stream).toList();
    }

    /**
     * Writes a whole document, whose counts are of these tests alone.
     *
     * @param after is told of each test when it is written
     * @throws IOException when {@code writer} throws it
     */
    void write(List<LoggedTest> tests, Writer writer, Consumer<LoggedTest> after) throws IOException {
        XmlElements.document(writer, xml -> new Document(xml, after).write(tests));
    }

    private static Map<String, List<LoggedTest>> byClass(List<LoggedTest> tests) {
        return tests.stream()
                .collect(Collectors.groupingBy(
                        test -> test.plan().className(), LinkedHashMap::new, Collectors.toList()));
    }

    /** One of the documents. */
    private final class Document {
        private final XmlElements xml;
        private final Consumer<LoggedTest> after;

        Document(XmlElements xml, Consumer<LoggedTest> after) {
            this.xml = xml;
            this.after = after;
        }

        void write(List<LoggedTest> tests) throws IOException {
            if (strict) {
                suite(NAME, tests);
                return;
            }
            xml.element("testsuites", counts(NAME, tests), () -> {
                for (Map.Entry<String, List<LoggedTest>> entry : byClass(tests).entrySet()) {
                    suite(entry.getKey(), entry.getValue());
                }
            });
        }

        private void suite(String name, List<LoggedTest> tests) throws IOException {
            xml.element("testsuite", counts(name, tests), () -> {
                properties(runProperties);
                for (LoggedTest test : tests) {
                    testCase(test);
                    after.accept(test);
                }
            });
        }

        private void testCase(LoggedTest test) throws IOException {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("classname", test.plan().className());
            attributes.put("name", account.names().of(test));
            if (strict || test.took().isPresent()) {
                // The schema demands a time of each.
                attributes.put("time", seconds(test.took().orElse(Duration.ZERO)));
            }
            xml.element("testcase", attributes, () -> {
                if (!strict) {
                    properties(CaseProperties.of(account, test));
                }
                new JunitXmlCase(test).writeResults(xml);
                xml.element("system-out", Map.of(), CaseOutput.of(account, test, paths));
            });
        }

        private void properties(List<Fact> properties) throws IOException {
            xml.element("properties", Map.of(), () -> {
                for (Fact fact : properties) {
                    Map<String, String> attributes = new LinkedHashMap<>();
                    attributes.put("name", fact.key());
                    attributes.put("value", Shortened.to(LONGEST_PROPERTY, fact.value()));
                    xml.element("property", attributes, "");
                }
            });
        }
    }

    private Map<String, String> counts(String name, List<LoggedTest> tests) {
        Tally tally = Tallies.of(tests);
        Map<String, String> counts = new LinkedHashMap<>();
        counts.put("name", name);
        counts.put("tests", Integer.toString(tally.planned()));
        counts.put("failures", sum(tally, Verdict.FAILED, Verdict.SUSPECT));
        counts.put("errors", sum(tally, Verdict.BLOCKED, Verdict.ERROR, Verdict.MISSING));
        counts.put("skipped", sum(tally, Verdict.KNOWN, Verdict.SKIPPED));
        counts.put(
                "time",
                seconds(tests.stream().flatMap(test -> test.took().stream()).reduce(Duration.ZERO, Duration::plus)));
        run.startedAt()
                .ifPresent(at -> counts.put(
                        "timestamp", at.truncatedTo(ChronoUnit.SECONDS).toString()));
        return counts;
    }

    private static String sum(Tally tally, Verdict... verdicts) {
        int sum = 0;
        for (Verdict verdict : verdicts) {
            sum += tally.count(verdict);
        }
        return Integer.toString(sum);
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 9)
                .setScale(3, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
