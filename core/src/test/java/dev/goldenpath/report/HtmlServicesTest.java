package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.runlog.LoggedServices;
import dev.goldenpath.runlog.LoggedServices.Sighting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class HtmlServicesTest {
    private final Document page = HtmlPages.of(RedRun.account());

    @Test
    void theTrafficOfAllIsInOneTable() {
        assertThat(HtmlPages.table(page, "What tests exchanged with services"))
                .containsExactly(
                        List.of(
                                "service",
                                "HTTP exchanges",
                                "WebSocket sessions",
                                "messages",
                                "bytes sent",
                                "received",
                                "on the wire sent",
                                "received"),
                        List.of("backend", "150", "0", "0", "15,000", "30,000", "23,400", "61,200"),
                        List.of("redis", "0", "0", "0", "0", "0", "–", "–"),
                        List.of("auth", "15", "0", "0", "1,500", "3,000", "–", "–"));
    }

    @Test
    void eachServiceHasALaneAState() {
        assertThat(service(0).select(".name").eachText())
                .containsExactly("tests", "✓ healthy", "✗ failed", "revision", "UTC");
        assertThat(service(0).select("svg > title").eachText())
                .containsExactly(
                        "tests ran from 12:00:02 to 12:01:02 UTC",
                        "healthy from 12:00:00 to 12:00:30, from 12:01:00 to 12:01:10",
                        "failed from 12:00:43 to 12:00:52",
                        "revision 0.4.2 from 12:00:00, then 0.4.3 from 12:01:00",
                        "from 12:00:00 to 12:01:10 UTC");
        assertThat(service(2).select(".name").eachText()).containsExactly("tests", "~ degraded", "UTC");
    }

    @Test
    void aBarStandsWhereItsTimeIs() {
        Element failed = service(0).selectFirst("rect.state-failed");
        assertThat(failed.attr("x")).isEqualTo("61.429%");
        assertThat(failed.attr("width")).isEqualTo("12.857%");
    }

    @Test
    void theOutageOfARootCauseStandsInALaneThatLinksToIt() {
        assertThat(service(1).select(".name").eachText())
                .containsExactly("tests", "✓ healthy", "✗ failed", "root cause 1", "UTC");
        assertThat(service(1).select(".name a").eachAttr("href")).containsExactly("#cause-1");
        assertThat(service(1).select("svg > title").eachText()).contains("root cause 1 from 12:00:39 to 12:01:00");
    }

    @Test
    void theStatesAreListedInWords() {
        assertThat(service(1).selectFirst("summary").text()).isEqualTo("Its 3 states one after another in words");
        assertThat(HtmlPages.table(page, "States of redis"))
                .contains(
                        List.of(
                                "12:00:00",
                                "12:00:30",
                                "✓ healthy",
                                "backend",
                                "",
                                "/checks/redis/status is 'up'",
                                "2"),
                        List.of(
                                "12:00:43",
                                "12:00:52",
                                "✗ failed",
                                "backend",
                                "",
                                "/checks/redis/status is 'down'",
                                "2"));
        assertThat(HtmlPages.table(page, "States of backend"))
                .contains(List.of("12:00:43", "12:00:52", "✗ failed", "itself", "redis", "GET /health → 503", "2"));
    }

    @Test
    void whatIsKnownBesidesStandsBelow() {
        assertThat(service(0).select(".fact").eachText())
                .containsExactly(
                        "Depends on auth (optional), redis (required)",
                        "Revision expected 0.4.2",
                        "HTTP statuses 200: 150",
                        "Users (anonymous): 50, alice: 100",
                        "Says who calls alice ✓ each time",
                        "Addresses 10.0.0.7:443");
        assertThat(service(1).select(".fact").eachText()).containsExactly("Reported by backend");
    }

    @Test
    void aThousandChangesAreCutAndCounted() {
        List<Sighting<Probe>> probes =
                IntStream.range(0, 1_000).mapToObj(HtmlServicesTest::flapping).toList();
        Document flapping = HtmlPages.of(RunAccount.of(new SampleRun()
                .services(new LoggedServices(Map.of(), probes, List.of()))
                .read()));
        assertThat(flapping.select("rect.state")).hasSize(300);
        assertThat(HtmlPages.table(flapping, "States of stock")).hasSize(201);
        assertThat(flapping.selectFirst("details > p").text()).isEqualTo("… and 800 more, which the run log has.");
        assertThat(flapping.selectFirst("#services").text()).contains("300 of 1,000 changes are drawn");
    }

    private static Sighting<Probe> flapping(int second) {
        ServiceState state = second % 2 == 0 ? ServiceState.HEALTHY : ServiceState.UNREACHABLE;
        Probe probe = new Probe(second, "stock", RunPart.DURING, state, null, List.of(), List.of(), 1, Duration.ZERO);
        return new Sighting<>(Path.of("log"), Instant.EPOCH.plusSeconds(second), probe);
    }

    private Element service(int position) {
        return page.select(".service").get(position);
    }
}
