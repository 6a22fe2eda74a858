package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.TraceIds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TraceIdsTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private Scene scene;

    @BeforeEach
    void openScene() {
        scene = new Scene(SERVER.url());
    }

    @AfterEach
    void closeScene() {
        scene.close();
    }

    @Test
    void allCallsOfATestAreOfOneTraceAndEachIsASpanOfItsOwn() {
        String first = scene.client().get("/echo").send().text();
        scene.asAlice().get("/echo").send();
        TraceIds ids = scene.exchanges().get(0).ids();
        assertThat(first.lines())
                .contains(
                        "traceparent: 00-" + ids.trace() + "-" + ids.span() + "-01", "x-request-id: " + ids.request());
        assertThat(ids.trace()).isEqualTo(scene.recording.trace()).matches("[0-9a-f]{32}");
        assertThat(ids.span()).matches("[0-9a-f]{16}");
        assertThat(scene.exchanges())
                .extracting(exchange -> exchange.ids().trace())
                .containsOnly(ids.trace());
        assertThat(scene.exchanges())
                .extracting(exchange -> exchange.ids().span())
                .doesNotHaveDuplicates();
        assertThat(scene.exchanges())
                .extracting(exchange -> exchange.ids().request())
                .doesNotHaveDuplicates();
        assertThat(scene.ledger.ofTest("class/other", 1).trace()).isNotEqualTo(ids.trace());
    }

    @Test
    void idsOfTheAuthorAreSentAsTheyAre() {
        String parent = "00-" + TRACE + "-" + SPAN + "-00";
        String seen = scene.client()
                .get("/echo")
                .header("Traceparent", parent)
                .header("x-request-id", "mine")
                .send()
                .text();
        assertThat(seen.lines().filter(line -> line.startsWith("traceparent") || line.startsWith("x-request-id")))
                .containsExactlyInAnyOrder("traceparent: " + parent, "x-request-id: mine");
        assertThat(scene.exchange().ids()).isEqualTo(new TraceIds(TRACE, SPAN, "mine", Map.of()));
    }

    @Test
    void aTraceOfTheAuthorThatIsNoneIsSentAndNotRecorded() {
        String seen =
                scene.client().get("/echo").header("traceparent", "mine").send().text();
        assertThat(seen.lines().filter(line -> line.startsWith("traceparent"))).containsExactly("traceparent: mine");
        HttpExchange exchange = scene.exchange();
        assertThat(exchange.ids().trace()).isNull();
        assertThat(exchange.ids().span()).isNull();
    }

    @Test
    void theServersOwnIdsAreRecordedAndShown() {
        ServiceResponse response = scene.client()
                .get("/answer")
                .query("h.X-Correlation-Id", "c-7")
                .query("h.Cf-Ray", "ray-" + Scene.TOKEN)
                .query("h.X-Other", "no id")
                .send();
        assertThat(scene.exchange().ids().server())
                .containsOnly(Map.entry("X-correlation-id", "c-7"), Map.entry("Cf-ray", "ray-***"));
        assertThat(response.message("Wrong.", List.of()))
                .contains("server's X-correlation-id: c-7", "server's Cf-ray:", "ray-***");
    }
}
