package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.verdict.Verdict;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class HtmlLatenciesTest {

    @Test
    void eachFigureIsASampleAndTellsOfHowMany() {
        Document page = HtmlPages.of(RedRun.account());
        assertThat(HtmlPages.table(page, "Latencies of backend in milliseconds"))
                .containsExactly(
                        List.of("ms", "samples", "p50", "p90", "p95", "p99", "max"),
                        List.of("HTTP exchange", "150", "75.0", "135", "143", "149", "150"),
                        List.of("· connect", "1", "–", "–", "–", "–", "2.00"),
                        List.of("· wait", "150", "75.0", "135", "143", "149", "150"));
        assertThat(HtmlPages.table(page, "Latencies of auth in milliseconds"))
                .contains(List.of("HTTP exchange", "15", "8.00", "14.0", "–", "–", "15.0"));
    }

    @Test
    void aPercentileThatWouldBeTheSlowestOfSoFewIsLeftOut() {
        assertThat(HtmlLatencies.isSupported(50, 1)).isFalse();
        assertThat(HtmlLatencies.isSupported(50, 2)).isTrue();
        assertThat(HtmlLatencies.isSupported(90, 9)).isFalse();
        assertThat(HtmlLatencies.isSupported(90, 10)).isTrue();
        assertThat(HtmlLatencies.isSupported(95, 19)).isFalse();
        assertThat(HtmlLatencies.isSupported(95, 20)).isTrue();
        assertThat(HtmlLatencies.isSupported(99, 99)).isFalse();
        assertThat(HtmlLatencies.isSupported(99, 100)).isTrue();
    }

    @Test
    void aPlotHasANameADescriptionAndCurves() {
        Document page = HtmlPages.of(RedRun.account());
        assertThat(page.selectFirst("#plot-2-title").text()).isEqualTo("Percentiles of the latency of backend");
        assertThat(page.selectFirst("#plot-2-desc").text())
                .isEqualTo("HTTP exchanges: from 1 ms for the fastest to 150 ms for the slowest of 150 samples. "
                        + "The figures are in the table.");
        assertThat(page.select("[aria-labelledby='plot-2-title plot-2-desc'] > text")
                        .eachText())
                .containsExactly("1 ms", "10 ms", "100 ms", "p50", "p90", "p99");
        assertThat(page.select(".plot polyline"))
                .hasSize(2)
                .allSatisfy(curve -> assertThat(curve.attr("points").split(" ")).hasSizeBetween(2, 200));
    }

    @Test
    void fewSamplesAreNoCurve() {
        RunAccount account = RunAccount.of(
                new SampleRun().test("P1", "a", Verdict.PASSED).read(),
                new ShopTraffic().calls("backend", 9).figures());
        assertThat(HtmlPages.of(account).selectFirst("#latencies .beside > p").text())
                .isEqualTo("No plot: a curve needs 10 samples.");
    }
}
