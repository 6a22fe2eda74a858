package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class JunitXmlFilesTest {
    private static final Verdict[] VERDICTS = Verdict.values();

    private final Map<String, String> written = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    @Test
    void aSmallOneIsOneFile() throws IOException {
        assertThat(write(false, 20, 28_000_000)).containsExactly("goldenpath-junit.xml");
        assertThat(written).containsOnlyKeys("goldenpath-junit.xml");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLargeOneIsSeveralWholeOnesWhoseCountsAddUp(boolean strict) throws Exception {
        int largest = 20_000;

        List<String> names = write(strict, 240, largest);

        assertThat(names).hasSizeGreaterThan(2).startsWith("goldenpath-junit.xml", "goldenpath-junit-2.xml");
        assertThat(written.keySet()).containsExactlyElementsOf(names);
        assertThat(written.values())
                .allSatisfy(text ->
                        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(largest));
        List<String> tests = new ArrayList<>();
        Map<String, Integer> sums = new LinkedHashMap<>();
        for (String text : written.values()) {
            Element root = Xml.parse(text);
            for (String count : List.of("tests", "failures", "errors", "skipped")) {
                int told = Integer.parseInt(root.getAttribute(count));
                sums.merge(count, told, Integer::sum);
                assertThat(told)
                        .isEqualTo(suites(root)
                                .mapToInt(suite -> Integer.parseInt(suite.getAttribute(count)))
                                .sum());
            }
            Xml.all(root, "testcase").map(test -> test.getAttribute("name")).forEach(tests::add);
        }
        assertThat(sums).isEqualTo(Map.of("tests", 240, "failures", 60, "errors", 90, "skipped", 60));
        assertThat(tests).hasSize(240).doesNotHaveDuplicates();
    }

    @Test
    void oneTestTooLargeForAFileHasOneOfItsOwn() throws IOException {
        assertThat(write(true, 3, 10)).hasSize(3);
    }

    @Test
    void aRunWithoutATestIsOneFileHoweverSmallTheLimit() throws IOException {
        assertThat(write(false, 0, 10)).containsExactly("goldenpath-junit.xml");
    }

    @Test
    void partsOfAnEarlierMakingGoAndNothingElseDoes() throws IOException {
        for (String name : List.of("goldenpath-junit-2.xml", "goldenpath-junit-3.xml", "goldenpath-junit-x.xml")) {
            Files.writeString(folder.resolve(name), "old");
        }

        Reports reports = Reports.make(folder, run(3), false);

        assertThat(reports.files()).contains(folder.resolve("goldenpath-junit.xml"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("goldenpath-junit.xml", "goldenpath-junit-x.xml")
                    .doesNotContain("goldenpath-junit-2.xml", "goldenpath-junit-3.xml");
        }
    }

    @Test
    void noFileIsTooLargeForGitlabAndAllAreAmongTheReports() throws IOException {
        String trace = "java.lang.AssertionError: no\n" + "\tat a.B.c(B.java:1)\n".repeat(2_000);
        SampleRun run = new SampleRun();
        for (int i = 0; i < 900; i++) {
            run.test(
                    SampleRun.planned("P1", "t" + i),
                    new LoggedAttempt(
                            1,
                            Verdict.FAILED,
                            null,
                            null,
                            List.of(),
                            new LoggedFailure("java.lang.AssertionError", "no", trace, null),
                            null,
                            null));
        }

        Reports reports = Reports.make(folder, run.read(), false);

        Path first = folder.resolve("goldenpath-junit.xml");
        Path second = folder.resolve("goldenpath-junit-2.xml");
        assertThat(reports.files()).doesNotHaveDuplicates().contains(first, second);
        assertThat(Files.size(first)).isBetween(20_000_000L, 30_000_000L);
        assertThat(Files.size(second)).isBetween(1_000_000L, 30_000_000L);
        assertThat(folder.resolve("worklog.md")).content().contains("- JUnit XML: `" + second + "`\n");
    }

    @Test
    void theReportsOfAnEarlierRunGoWithAllTheirParts() throws IOException {
        Files.writeString(folder.resolve("goldenpath-junit.xml"), "old");
        Files.writeString(folder.resolve("goldenpath-junit-2.xml"), "old");

        Reports.remove(folder);

        assertThat(folder).isEmptyDirectory();
    }

    private static Stream<Element> suites(Element root) {
        return root.getTagName().equals("testsuite") ? Stream.of(root) : Xml.all(root, "testsuite");
    }

    private List<String> write(boolean strict, int tests, long largest) throws IOException {
        return JunitXmlFiles.write(Xml.of(RunAccount.of(run(tests)), strict), largest, (name, text) -> {
            StringWriter writer = new StringWriter();
            text.writeTo(writer);
            written.put(name, writer.toString());
        });
    }

    private static LoggedRun run(int tests) {
        SampleRun run = new SampleRun();
        for (int i = 0; i < tests; i++) {
            run.test("P1", "tёst" + i, VERDICTS[i % VERDICTS.length]);
        }
        return run.read();
    }
}
