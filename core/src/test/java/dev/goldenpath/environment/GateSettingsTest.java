package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void whereNothingIsSaidNothingIsAskedFor() {
        assertThat(loaded("gate: { }")).isEqualTo(GateSettings.NONE);
        assertThat(GateSettings.NONE.tolerates("X-Bypass")).isTrue();
    }

    @Test
    void readsAllThatAGateMayAskFor() {
        assertThat(loaded("gate: { P1: 100%, overall: 95.5%, revenue-at-risk: 20000.50, flaky: 2%, skipped: 3,"
                        + " audit: 90%, markers: 0, bypasses: [X-Open-*, skip_auth] }\n"
                        + "revenue: { currency: USD, chat: 1 }"))
                .isEqualTo(new GateSettings(
                        Map.of("P1", new BigDecimal("100"), "overall", new BigDecimal("95.5")),
                        new BigDecimal("20000.50"),
                        new TestBudget(new BigDecimal("2"), null),
                        new TestBudget(null, 3),
                        new BigDecimal("90"),
                        0,
                        List.of("X-Open-*", "skip_auth"),
                        false));
    }

    @Test
    void anEmptyListToleratesNoBypass() {
        GateSettings gate = loaded("gate: { bypasses: [] }");
        assertThat(gate.bypasses()).isEmpty();
        assertThat(gate.tolerates("X-Bypass")).isFalse();
    }

    @Test
    void aBypassIsToleratedByItsNameOrItsBeginning() {
        GateSettings gate = loaded("gate: { bypasses: [X-Open-*, skip_auth] }");
        assertThat(gate.tolerates("x-open-door")).isTrue();
        assertThat(gate.tolerates("SKIP_AUTH")).isTrue();
        assertThat(gate.tolerates("X-Bypass")).isFalse();
    }

    @Test
    void anOverrideCountsForWhatTheFileLeavesOut() {
        Project project = project("gate: { P1: 100% }")
                .property("goldenpath.gate.flaky", "1")
                .variable("GOLDENPATH_GATE_MARKERS", "2");
        assertThat(project.load().gate())
                .extracting(GateSettings::flaky, GateSettings::markers)
                .containsExactly(new TestBudget(null, 1), 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            P9: 100%                    | P9: unknown key. Did you mean 'P1'? Known here: P1, P2, P3, P4, P5, P6, audit, bypasses, flaky, known, markers, overall, revenue-at-risk, skipped.
            P1: 110%                    | P1: '110%' is no percentage from 0% to 100%. Correct it.
            revenue-at-risk: -1         | revenue-at-risk: '-1' must not be negative. Correct it.
            revenue-at-risk: much       | revenue-at-risk: 'much' is no number. Correct it.
            flaky: 101%                 | flaky: '101%' is no percentage from 0% to 100%. Correct it.
            flaky: 1.5                  | flaky: '1.5' is neither a percentage from 0% to 100% nor a whole number of tests. Correct it.
            skipped: few                | skipped: 'few' is neither a percentage from 0% to 100% nor a whole number of tests. Correct it.
            audit: 90                   | audit: '90' is no percentage from 0% to 100%. Correct it.
            markers: -1                 | markers: '-1' is no whole number of tests such as 0. Correct it.
            bypasses: ['*']             | bypasses: '*' has a * that is not its end, behind a name's beginning. Correct it.
            bypasses: [X-A, x-a]        | bypasses: 'x-a' is listed twice. Keep one.
            known: ignore               | known: 'ignore' is neither count nor tolerate. Correct it.
            revenue-at-risk: 5          | revenue-at-risk limits the revenue at risk, but no revenue is declared. Declare it under revenue, or remove gate.revenue-at-risk.
            """)
    void aGateThatCanNotBeRead(String written, String problem) {
        assertThat(project("gate: { " + written + " }").problems())
                .containsExactly("goldenpath.yaml:2  gate." + problem);
    }

    @Test
    void ofTwoTheStricterOneOfEachHolds() {
        GateSettings one = loaded("gate: { P1: 90%, P2: 80%, revenue-at-risk: 5, flaky: 2%, skipped: 3, audit: 80%,"
                + " markers: 2, bypasses: [X-Open-*, X-A] }\nrevenue: { currency: USD, chat: 1 }");
        GateSettings other = loaded("gate: { P1: 95%, P3: 70%, revenue-at-risk: 7, flaky: 4, skipped: 2, audit: 90%,"
                + " markers: 0, bypasses: [X-Open-Door, X-A, X-B] }\nrevenue: { currency: USD, chat: 1 }");
        GateSettings both = new GateSettings(
                Map.of("P1", new BigDecimal("95"), "P2", new BigDecimal("80"), "P3", new BigDecimal("70")),
                new BigDecimal("5"),
                new TestBudget(new BigDecimal("2"), 4),
                new TestBudget(null, 2),
                new BigDecimal("90"),
                0,
                List.of("X-A", "X-Open-Door"),
                false);
        assertThat(one.and(other)).isEqualTo(both);
        assertThat(one.and(GateSettings.NONE)).isEqualTo(one);
        assertThat(GateSettings.NONE.and(one)).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({
        "2, , 1, 50, true",
        "2, , 1, 49, false",
        "2, , 2, 100, true",
        "2, , 2, 99, false",
        "0, , 0, 7, true",
        "0, , 1, 1000, false",
        "66.6, , 2, 3, false",
        "66.7, , 2, 3, true",
        ", 3, 3, 3, true",
        ", 3, 4, 4000, false",
        "50, 3, 3, 6, true",
        "50, 3, 3, 5, false",
        "50, 3, 4, 8, false"
    })
    void aBudgetIsCountedInWholeTests(BigDecimal percent, Integer tests, int count, int planned, boolean allowed) {
        assertThat(new TestBudget(percent, tests).allows(count, planned)).isEqualTo(allowed);
    }

    @Test
    void aBudgetIsToldInWords() {
        assertThat(new TestBudget(new BigDecimal("2.50"), null).words()).isEqualTo("2.5 %");
        assertThat(new TestBudget(new BigDecimal("100"), 3).words()).isEqualTo("100 % and 3");
        assertThat(new TestBudget(null, 0).words()).isEqualTo("0");
    }

    private GateSettings loaded(String sections) {
        return project(sections).load().gate();
    }

    private Project project(String sections) {
        return new Project(folder)
                .yaml("environments: { a: { services: { b: { url: 'http://127.0.0.1:1' } } } }\n" + sections);
    }
}
