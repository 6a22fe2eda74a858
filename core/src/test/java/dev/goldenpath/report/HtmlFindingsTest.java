package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class HtmlFindingsTest {

    @Test
    void eachFindingHasItsPlaceItsWayAndItsRemedy() {
        Document page = HtmlPages.of(RedRun.account());
        assertThat(page.selectFirst("#findings > p").text())
                .isEqualTo(
                        "Audit of the tests' code: 2 of 3 classes are clean. Policies found 1 FAKE, 1 SMELL, 1 ALLOWED.");
        assertThat(page.select("#findings h3").eachText())
                .containsExactly("FAKE", "SMELL", "ALLOWED", "Bypasses in use", "What a pass does not prove");
        assertThat(page.select("#findings li").eachText())
                .containsExactly(
                        "PriceIT.java:7 PriceIT uses org.mockito.Mockito by way of shop.PriceIT → shop.Prices To do: "
                                + "Call the real service.",
                        "PriceIT.java:31 PriceIT.waits() sleeps by way of shop.PriceIT → shop.Prices To do: Call the "
                                + "real service.",
                        "TaxIT.java:9 TaxIT uses org.mockito.Mockito by way of shop.PriceIT → shop.Prices To do: Call "
                                + "the real service.",
                        "X-E2E-Bypass-Key → backend: 2 tests");
        assertThat(page.selectFirst("#findings").text()).endsWith(CodeFindings.LIMITS);
    }

    @Test
    void whatWasNotLookedAtIsNotCalledClean() {
        Document page = HtmlPages.of(RunAccount.of(new SampleRun().read()));
        assertThat(page.selectFirst("#findings > p").text())
                .isEqualTo("The tests' code was not audited. Policies found nothing.");
    }

    @Test
    void manyOfARuleAreFoldedAndCounted() {
        List<Finding> many = IntStream.range(0, 500)
                .mapToObj(i ->
                        new Finding("sleep", Effect.SMELL, "it sleeps " + i, "A", "A.java:" + i, List.of(), "Wait."))
                .toList();
        Document page = HtmlPages.of(RunAccount.of(
                new SampleRun().code(many, List.of(), List.of("A")).read()));
        assertThat(page.select("#findings > ul > li")).hasSize(20);
        assertThat(page.select("#findings summary").eachText()).containsExactly("480 more");
        assertThat(page.select("#findings details li")).hasSize(180);
        assertThat(page.select("#findings details p").eachText())
                .isEqualTo(Collections.nCopies(1, "… and 300 more, which the run log has."));
    }

    @Test
    void theFilesBesideThePageAreLinked() {
        assertThat(HtmlPages.of(RedRun.account()).select("#files a").eachAttr("href"))
                .containsExactly(
                        "worklog.md",
                        "goldenpath-junit.xml",
                        "traffic.har",
                        "summary.json",
                        "run-build-41-7-1767355200000.jsonl");
    }
}
