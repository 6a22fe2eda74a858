package dev.goldenpath.report;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xml.sax.SAXException;

/** The JUnit XML of a run. */
final class JunitXml {
    private static final String NAME = "Golden Path";

    private final RunAccount account;
    private final LoggedRun run;
    private final boolean strict;
    private final XmlElements xml;

    private JunitXml(RunAccount account, boolean strict, XmlElements xml) {
        this.account = account;
        this.run = account.run();
        this.strict = strict;
        this.xml = xml;
    }

    /**
     * Writes the document.
     *
     * @param strict whether it keeps to Surefire's schema, which knows one suite and no properties of a test
     * @throws IOException when {@code writer} throws it
     */
    static void write(RunAccount account, boolean strict, Writer writer) throws IOException {
        XmlElements.document(writer, xml -> new JunitXml(account, strict, xml).root());
    }

    private void root() throws SAXException {
        if (strict) {
            suite(NAME, run.tests());
        } else {
            xml.element("testsuites", counts(NAME, run.tests()), this::suites);
        }
    }

    private void suites() throws SAXException {
        Map<String, List<LoggedTest>> byClass = run.tests().stream()
                .collect(Collectors.groupingBy(
                        test -> test.plan().className(), LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<LoggedTest>> entry : byClass.entrySet()) {
            suite(entry.getKey(), entry.getValue());
        }
    }

    private void suite(String name, List<LoggedTest> tests) throws SAXException {
        xml.element("testsuite", counts(name, tests), () -> {
            properties(runProperties());
            for (LoggedTest test : tests) {
                testCase(test);
            }
        });
    }

    private Map<String, String> counts(String name, List<LoggedTest> tests) {
        Tally tally = Tallies.of(tests);
        Map<String, String> counts = new LinkedHashMap<>();
        counts.put("name", name);
        counts.put("tests", Integer.toString(tally.planned()));
        counts.put("failures", sum(tally, Verdict.FAILED, Verdict.SUSPECT));
        counts.put("errors", sum(tally, Verdict.BLOCKED, Verdict.ERROR, Verdict.MISSING));
        counts.put("skipped", sum(tally, Verdict.SKIPPED));
        counts.put(
                "time",
                seconds(tests.stream().flatMap(test -> test.took().stream()).reduce(Duration.ZERO, Duration::plus)));
        run.startedAt()
                .ifPresent(at -> counts.put(
                        "timestamp", at.truncatedTo(ChronoUnit.SECONDS).toString()));
        return counts;
    }

    private void testCase(LoggedTest test) throws SAXException {
        JunitXmlCase one = new JunitXmlCase(account, test);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("classname", test.plan().className());
        attributes.put("name", account.names().of(test));
        if (strict || test.took().isPresent()) {
            // The schema demands a time of each.
            attributes.put("time", seconds(test.took().orElse(Duration.ZERO)));
        }
        xml.element("testcase", attributes, () -> {
            if (!strict) {
                properties(one.properties());
            }
            one.writeResults(xml);
            xml.element("system-out", Map.of(), one.output());
        });
    }

    private List<Fact> runProperties() {
        RunOrigin origin = new RunOrigin(run);
        List<Fact> properties = new ArrayList<>();
        properties.add(Fact.of("goldenpath.run", run.run()));
        if (!run.environments().isEmpty()) {
            properties.add(Fact.of("goldenpath.environment", String.join(",", run.environments())));
        }
        origin.revisions().forEach(fact -> properties.add(Fact.of("goldenpath.revision." + fact.key(), fact.value())));
        List<String> redeployed = account.revisions().sentences();
        for (int i = 0; i < redeployed.size(); i++) {
            properties.add(Fact.of("goldenpath.redeployment." + (i + 1), redeployed.get(i)));
        }
        if (!origin.commits().isEmpty()) {
            properties.add(Fact.of("goldenpath.git", String.join(", ", origin.commits())));
        }
        if (run.code().isAudited()) {
            properties.add(Fact.of("goldenpath.audit", CodeFindings.score(run)));
        }
        List<Finding> allowed = run.code().findings(Effect.ALLOWED);
        for (int i = 0; i < allowed.size(); i++) {
            properties.add(Fact.of("goldenpath.allowed-fake." + (i + 1), CodeFindings.sentence(allowed.get(i))));
        }
        List<String> bypasses = Bypasses.of(run).sentences();
        for (int i = 0; i < bypasses.size(); i++) {
            properties.add(Fact.of("goldenpath.bypass." + (i + 1), bypasses.get(i)));
        }
        properties.add(Fact.of("goldenpath.limits", CodeFindings.LIMITS));
        if (run.pending() > 0) {
            properties.add(Fact.of("goldenpath.pending", run.pending()));
        }
        return properties;
    }

    private void properties(List<Fact> properties) throws SAXException {
        xml.element("properties", Map.of(), () -> {
            for (Fact fact : properties) {
                Map<String, String> attributes = new LinkedHashMap<>();
                attributes.put("name", fact.key());
                attributes.put("value", fact.value());
                xml.element("property", attributes, "");
            }
        });
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
