package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.environment.BypassNames;
import dev.goldenpath.evidence.Bypass;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.RecordedEvidence;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BypassTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private final HttpClientProvider provider = new HttpClientProvider();
    private Scene scene;
    private ServiceClient client;

    @BeforeEach
    void openScene() {
        scene = new Scene(SERVER.url());
        client = lookingFor(BypassNames.DEFAULT);
    }

    @AfterEach
    void closeScene() {
        provider.close();
        scene.close();
    }

    @Test
    void aHeaderIsAFindingOnceAndIsMaskedWhereverItShows() {
        for (int i = 0; i < 3; i++) {
            client.get("/echo").header("X-E2E-Bypass-Key", "open-sesame").send();
        }

        assertThat(scene.recording.findings())
                .containsExactly(Finding.inTraffic(
                        "bypass",
                        Effect.WARNING,
                        "X-E2E-Bypass-Key goes with calls of service 'backend'",
                        "A pass by it says nothing of what it skips: test that without it, or take the name out of "
                                + "'policy.bypass' in goldenpath.yaml where it skips nothing."));
        assertThat(Bypass.of(scene.recording.findings().get(0))).contains(new Bypass("X-E2E-Bypass-Key", "backend"));
        assertThat(exchanges().get(0).requestHeaders()).containsEntry("X-E2E-Bypass-Key", List.of("***"));
        assertThat(all()).doesNotContain("open-sesame");
    }

    @Test
    void aShortValueIsMaskedByItsNameAlone() {
        client.get("/echo").query("bypass", "yes").header("X-Skip-Auth", "no").send();

        assertThat(words())
                .containsExactly(
                        "X-Skip-Auth goes with calls of service 'backend'",
                        "parameter 'bypass' goes with calls of service 'backend'");
        assertThat(exchanges().get(0).url()).endsWith("/echo?bypass=***");
        assertThat(exchanges().get(0).requestHeaders()).containsEntry("X-Skip-Auth", List.of("***"));
    }

    @Test
    void caseDoesNotCountAndABeginningStandsForAnyRest() {
        client.get("/echo")
                .header("x-test-role", "admin-role")
                .query("SKIP_AUTH", 1)
                .send();
        client.get("/echo").header("X-Testing", "1").query("bypassed", 1).send();

        assertThat(words())
                .containsExactly(
                        "x-test-role goes with calls of service 'backend'",
                        "parameter 'SKIP_AUTH' goes with calls of service 'backend'");
    }

    @Test
    void aFieldOfAFormIsAParameter() {
        client.post("/echo").form("a", "1").form("bypass", "open sesame").send();
        assertThat(words()).containsExactly("parameter 'bypass' goes with calls of service 'backend'");
        assertThat(all()).doesNotContain("open+sesame").doesNotContain("open sesame");
    }

    @Test
    void soIsAFormThatIsWrittenByHandOrInParts() {
        client.post("/echo")
                .body("a=1&%73kip_auth=1", "application/x-www-form-urlencoded; charset=utf-8")
                .send();
        client.post("/echo").part("bypass", "open-sesame").send();

        assertThat(words())
                .containsExactly(
                        "parameter 'skip_auth' goes with calls of service 'backend'",
                        "parameter 'bypass' goes with calls of service 'backend'");
        assertThat(all()).doesNotContain("open-sesame");
    }

    @Test
    void whatCanNotBeDecodedIsTakenAsItStands() {
        client.post("/echo")
                .body("&=&%zz=1&bypass&", "application/x-www-form-urlencoded")
                .send();

        assertThat(words()).containsExactly("parameter 'bypass' goes with calls of service 'backend'");
    }

    @Test
    void theNamesOfTheFileTakeThePlaceOfTheUsual() {
        lookingFor(new BypassNames(List.of("X-Magic"), List.of()))
                .get("/echo")
                .header("X-Magic", "1")
                .header("X-Test-Role", "1")
                .query("bypass", "1")
                .send();
        lookingFor(BypassNames.NONE).get("/echo").header("X-Skip-Auth", "1").send();

        assertThat(words()).containsExactly("X-Magic goes with calls of service 'backend'");
    }

    @Test
    void ordinaryCallsHaveNone() {
        client.post("/echo")
                .query("q", "bypass")
                .header("X-Request-Id", "1")
                .json("bypass")
                .send();
        scene.ofLibrary("health").get("/echo").header("X-Bypass", "1").send();

        assertThat(scene.recording.findings()).isEmpty();
    }

    private ServiceClient lookingFor(BypassNames names) {
        ClientContext context = scene.context().lookedThroughFor(names);
        return provider.create(context);
    }

    private List<String> words() {
        return scene.recording.findings().stream().map(Finding::words).toList();
    }

    private List<HttpExchange> exchanges() {
        return scene.recorded.stream()
                .map(RecordedEvidence::evidence)
                .filter(HttpExchange.class::isInstance)
                .map(HttpExchange.class::cast)
                .toList();
    }

    private String all() {
        return scene.recorded.stream().map(each -> each.evidence().toString()).collect(Collectors.joining("\n"));
    }
}
