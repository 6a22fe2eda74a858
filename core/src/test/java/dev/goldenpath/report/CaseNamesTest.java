package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class CaseNamesTest {

    @Test
    void theSecondOfOneNameHasANumberThatNoOtherHas() throws Exception {
        LoggedRun run =
                run(test("1", "a()"), test("2", "a()"), test("3", "a [2]()"), test("4", "a()"), test("5", "b()"));

        assertThat(names(run, false)).containsExactly("a", "a [2]", "a [2] [2]", "a [3]", "b");
        assertThat(names(run, true)).containsExactly("a", "a [2]", "a [2] [2]", "a [3]", "b");
    }

    @Test
    void namesThatDifferInWhatXmlCannotHoldAreOfOneName() throws Exception {
        assertThat(names(run(test("1", "a\u0001()"), test("2", "a\u0002()")), false))
                .containsExactly("a\uFFFD", "a\uFFFD [2]");
    }

    @Test
    void aVeryLongNameIsShortenedAndStillItsOwn() throws Exception {
        String name = "n".repeat(100_000);

        assertThat(names(run(test("1", name + "()"), test("2", name + "()")), false))
                .doesNotHaveDuplicates()
                .allSatisfy(shown -> assertThat(shown)
                        .hasSizeLessThan(1_100)
                        .contains(" … (99000 more characters in the run log) … "));
    }

    @Test
    void whatSurefireCallsItIsToldOfTheSecond() throws Exception {
        LoggedTest first = test("1", "a()");
        LoggedTest second = new LoggedTest(
                Path.of("run-r1-8-1700000000000.jsonl"), test("2", "a()").plan(), first.attempts());

        Element root = Xml.full(run(first, second));

        assertThat(Xml.properties(Xml.testCase(root, "a")))
                .noneMatch(property -> property.startsWith("goldenpath.name="));
        assertThat(Xml.properties(Xml.testCase(root, "a [2]"))).contains("goldenpath.name=a");
        assertThat(Xml.testCase(root, "a [2]").getTextContent())
                .contains("  run log: run-r1-8-1700000000000.jsonl\n  name:    a, as other tests are called, too\n");
    }

    @Test
    void ofATestThatTwoJvmsRanEachHasItsOwnTraffic() throws Exception {
        Path other = Path.of("other");
        LoggedTest first = test("1", "a()");
        LoggedRun run = run(first, new LoggedTest(other, first.plan(), first.attempts()));
        TrafficFigures figures = new SampleTraffic(other)
                .answered("1", 1, "backend", 200, 5, "t")
                .attached("1", 1, "attachments/r1/a.txt")
                .figures();

        Element root = Xml.parse(Xml.written(RunAccount.of(run, figures), false));

        assertThat(Xml.properties(Xml.testCase(root, "a"))).contains("goldenpath.http.count=0");
        assertThat(Xml.testCase(root, "a").getTextContent()).doesNotContain("ATTACHMENT");
        assertThat(Xml.properties(Xml.testCase(root, "a [2]"))).contains("goldenpath.http.count=1");
        assertThat(Xml.testCase(root, "a [2]").getTextContent()).contains("ATTACHMENT");
    }

    private static List<String> names(LoggedRun run, boolean strict) throws Exception {
        return Xml.all(Xml.parse(Xml.written(run, strict)), "testcase")
                .map(test -> test.getAttribute("name"))
                .toList();
    }

    private static LoggedRun run(LoggedTest... tests) {
        return new SampleRun().tests(List.of(tests)).read();
    }

    private static LoggedTest test(String id, String name) {
        return new LoggedTest(
                SampleRun.LOG,
                new PlannedTest(id, "com.example.ChatIT", name, name, "P1", "chat", List.of()),
                List.of(SampleRun.attempt(1, Verdict.PASSED, 1, null, null)));
    }
}
