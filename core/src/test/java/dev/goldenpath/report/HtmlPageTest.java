package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.runlog.GitState;
import dev.goldenpath.runlog.LoggedJvm;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedServices;
import dev.goldenpath.runlog.LoggedServices.Sighting;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the whole page, whatever the run. */
class HtmlPageTest {
    private static final String HOSTILE = "</title></script><script>broken()</script><img src=x onerror=broken()>"
            + "\"'><a href=javascript:broken()>]]>&lt;\u0000\u001b[31m\u202e|`*_\ud83d\ude00\ud83d";

    static Stream<RunAccount> runs() {
        return Stream.of(
                RedRun.account(),
                RunAccount.of(FullRun.read()),
                RunAccount.of(OutageRun.ofRedis()),
                RunAccount.of(OutageRun.ofRedeployment()),
                RunAccount.of(new SampleRun().read()),
                hostile(HOSTILE),
                hostile(HOSTILE + "x".repeat(100_000)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyIdIsOneElementAndEveryLinkHasATarget(RunAccount run) {
        Document page = HtmlPages.of(run);
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("a[href^=#]").eachAttr("href")).allSatisfy(href -> {
            if (href.startsWith("#test-")) {
                assertThat(Integer.parseInt(href.substring("#test-".length())))
                        .isBetween(0, run.run().tests().size() - 1);
            } else {
                assertThat(ids).contains(href.substring(1));
            }
        });
        assertThat(page.select("[aria-labelledby]").eachAttr("aria-labelledby"))
                .allSatisfy(names -> assertThat(ids).contains(names.split(" ")));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void headingsGoDownOneStepAtATime(RunAccount run) {
        Document page = HtmlPages.of(run);
        assertThat(page.select("h1")).hasSize(1);
        int level = 0;
        for (Element heading : page.select("h1, h2, h3, h4")) {
            int next = heading.normalName().charAt(1) - '0';
            assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
            level = next;
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void allStandsInLandmarksAndWhatScrollsTakesTheFocus(RunAccount run) {
        Document page = HtmlPages.of(run);
        assertThat(page.body().children().stream().map(Element::normalName).distinct())
                .containsExactly("a", "header", "main", "script");
        assertThat(page.select(".scroll")).allSatisfy(scroll -> {
            assertThat(scroll.attr("tabindex")).isEqualTo("0");
            assertThat(scroll.attr("aria-label")).isNotEmpty();
        });
        assertThat(page.select("svg[role=img]"))
                .allSatisfy(picture ->
                        assertThat(picture.selectFirst("title").text()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void nothingButOurOwnScriptAndStylesIsRead(RunAccount run) {
        Document page = HtmlPages.of(run);
        assertThat(page.select("script:not([type='application/json'])")).hasSize(1);
        assertThat(page.select("img, iframe, object, embed, base, form")).isEmpty();
        assertThat(page.select("link, [src]")).isEmpty();
        assertThat(page.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes())
                        .noneMatch(attribute -> attribute.getKey().startsWith("on")));
        assertThat(page.select("a").eachAttr("href"))
                .allSatisfy(href -> assertThat(href).matches("#.*|https?://.*|[\\w.%*-]+"));
    }

    @Test
    void hostileTextsAreShownAsText() {
        String shown = "</title></script><script>broken()</script><img src=x onerror=broken()>\"'>"
                + "<a href=javascript:broken()>]]>&lt;\ufffd\ufffd[31m\u202e|`*_\ud83d\ude00\ufffd";
        Document page = HtmlPages.of(hostile(HOSTILE));
        assertThat(Stream.of("#gate", "#revenue", "#run", "#results", "#services", "#findings", "header")
                        .map(page::selectFirst))
                .allSatisfy(section -> assertThat(section.text()).contains(shown));
        assertThat(page.title()).contains(shown);
    }

    @Test
    void longTextsAreCutAndSaySo() {
        Document page = HtmlPages.of(hostile("x".repeat(100_000)));
        // The tests have their whole names and messages, for their details.
        page.select("#tests, script, style").remove();
        assertThat(page.text()).contains("… (99,400 more characters in the run log)");
        assertThat(page.outerHtml()).doesNotContain("x".repeat(601)).hasSizeLessThan(100_000);
    }

    private static RunAccount hostile(String text) {
        Probe probe = new Probe(
                1,
                text,
                RunPart.DURING,
                ServiceState.FAILED,
                text,
                List.of(text),
                List.of(new Probe.Check("health", ServiceState.FAILED, text)),
                1,
                Duration.ZERO);
        Path log = Path.of("run-r1-1-1.jsonl");
        PlannedTest plan = new PlannedTest(text, text, text, text, "P1", text, List.of(text));
        RunStart start = new RunStart(
                "r1",
                text,
                new GitState(text, true),
                new RunStart.Jvm(text, text, 1, Instant.EPOCH),
                text,
                Map.of("groups", text));
        return RunAccount.of(
                new SampleRun()
                        .run(text)
                        .environment(text)
                        .revenue(text, text, "1")
                        .services(new LoggedServices(
                                Map.of(),
                                List.of(new Sighting<>(log, Instant.EPOCH, probe)),
                                List.of(new Sighting<>(
                                        log, Instant.EPOCH, new Revision(text, text, null, RunPart.BEFORE)))))
                        .code(
                                List.of(new Finding(text, Effect.FAKE, text, text, text, List.of(text, text), text)),
                                List.of(text),
                                List.of())
                        .bypass(text, text)
                        .jvm(new LoggedJvm(log, start, Instant.EPOCH, End.FINISHED, List.of(text)))
                        .test(plan, FullRun.failed(1, Verdict.FAILED, text))
                        .test(plan, FullRun.skipped(text))
                        .read(),
                new ShopTraffic().calls(text, 20).figures());
    }
}
