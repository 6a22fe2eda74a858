package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurefireNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [class:a.IT]/[method:plain()]                                             | plain()                | plain
            [class:a.IT]/[method:injected(a.Client)]                                  | injected(Client)       | injected(Client)
            [class:a.IT]/[test-template:repeated()]/[test-template-invocation:#2]     | repeated()[2]          | repeated()[2]
            [class:a.IT]/[test-factory:f()]/[dynamic-container:#1]/[dynamic-test:#2]  | f()[1][2]              | f()[1][2]
            [class:a.IT]/[test-template:none()]                                       | none()                 | none
            [class:a.IT]                                                              | a.IT                   | executionError
            [class:a.IT]/[nested-class:Inner]                                         | a.IT$Inner             | executionError
            [class:a.Other]                                                           | a.Other                | initializationError
            [class:a.Other]/[nested-class:Inner]                                      | a.Other$Inner          | initializationError
            """)
    void aTestIsCalledAsInSurefiresXml(String id, String name, String expected) {
        LoggedTest passed = test("[engine:junit-jupiter]/[class:a.IT]/[method:x()]", "x()", Verdict.PASSED);
        LoggedTest asked = test("[engine:junit-jupiter]/" + id, name, Verdict.ERROR);
        SurefireNames names =
                new SurefireNames(new SampleRun().tests(List.of(passed, asked)).read());

        assertThat(names.of(asked)).isEqualTo(expected);
    }

    private static LoggedTest test(String id, String name, Verdict verdict) {
        PlannedTest plan = new PlannedTest(id, "a.IT", name, name, "P1", "a", List.of());
        return new LoggedTest(SampleRun.LOG, plan, List.of(SampleRun.attempt(1, verdict, 1, null, null)));
    }
}
