package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.http.ServerProcess;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HttpCheckTest {
    private static final String PAGE = "type=text/html&body=%3Chtml%3E";

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @RegisterExtension
    final Gates gates = new Gates(SERVER);

    @Test
    void aPageInThePlaceOfHealthIsSomethingElse() {
        for (String query : new String[] {PAGE, "type=text/plain&body=%20%3C!DOCTYPE%20html%3E"}) {
            String path = "/answer/health?" + query;
            Sight sight = gates.look("health", "url: 'URL', health: '" + path + "'");
            assertThat(sight)
                    .isEqualTo(Sight.of(
                            ServiceState.FAILED,
                            "GET " + SERVER.url() + path
                                    + " → 200, but with an HTML page: something else answers in its" + " place"));
        }
    }

    @Test
    void aPageIsGoodWhereAPageIsAskedFor() {
        gates.keep("index.html", PAGE);
        gates.keep("home/", PAGE);
        for (String path : new String[] {"/kept/index.html", "/kept/home/"}) {
            assertThat(gates.look("liveness", "url: 'URL', liveness: '" + path + "'"))
                    .isEqualTo(Sight.of(ServiceState.HEALTHY, "GET " + SERVER.url() + path + " → 200"));
        }
    }

    @Test
    void withoutAPathAnyAnswerButAServerErrorWillDo() {
        assertThat(gates.look("health", "url: 'URL'"))
                .isEqualTo(Sight.of(ServiceState.HEALTHY, "GET " + SERVER.url() + "/ → 404"));
        assertThat(gates.look("health", "url: 'URL', health: /nowhere").state()).isEqualTo(ServiceState.FAILED);
    }

    @Test
    void theWordAtThePointerIsTheState() {
        assertThat(told("UP")).isEqualTo(sight(ServiceState.HEALTHY, "UP", "/status is 'UP'"));
        assertThat(told("degraded")).isEqualTo(sight(ServiceState.DEGRADED, "degraded", "/status is 'degraded'"));
        assertThat(told("Down")).isEqualTo(sight(ServiceState.FAILED, "Down", "/status is 'Down'"));
        assertThat(told("so-so"))
                .isEqualTo(sight(
                        ServiceState.FAILED,
                        "so-so",
                        "/status is 'so-so', a word that is not among its 'health.words'"));
    }

    @Test
    void wordsOfTheAuthorsOwnTakeThePlaceOfTheUsual() {
        String words = ", words: { healthy: [Splendid], degraded: [meh], failed: [kaputt] }";
        assertThat(told("splendid", words).state()).isEqualTo(ServiceState.HEALTHY);
        assertThat(told("MEH", words).state()).isEqualTo(ServiceState.DEGRADED);
        assertThat(told("kaputt", words).state()).isEqualTo(ServiceState.FAILED);
        assertThat(told("up", words).words()).endsWith("/status is 'up', a word that is not among its 'health.words'");
    }

    @Test
    void aStateThatIsAbsentOrNoJsonIsNoGoodNews() {
        assertThat(look("{}", "/status", "").words()).endsWith(" → 200, /status is absent");
        assertThat(look("ok", "/status", "").words()).endsWith(" → 200, and the answer is no JSON");
        assertThat(look("{}", "/status", "").state()).isEqualTo(ServiceState.FAILED);
        assertThat(look("ok", "/status", "").state()).isEqualTo(ServiceState.FAILED);
    }

    @Test
    void aStateThatIsASecretIsMasked() {
        assertThat(told(Gates.SECRET).words()).contains("/status is '***'").doesNotContain(Gates.SECRET);
    }

    @Test
    void whatAServiceSaysOfItsStartIsToldWithWhenToComeAgain() {
        String body = "{\"migrations\":\n  \"3 of 7\"}";
        String path = "/answer/starting?status=503&h.Retry-After=2&body=" + encoded(body);
        assertThat(gates.look("health", "url: 'URL', health: '" + path + "'"))
                .isEqualTo(new Sight(
                        ServiceState.FAILED,
                        "GET " + SERVER.url() + path + " → 503, {\"migrations\": \"3 of 7\"}",
                        Duration.ofSeconds(2)));
    }

    @Test
    void aLongStoryIsCut() {
        gates.keep("long", "status=503&body=" + encoded("{\"a\":\"" + "x".repeat(500) + "\"}"));
        assertThat(gates.look("health", "url: 'URL', health: /kept/long").words())
                .isEqualTo("GET " + SERVER.url() + "/kept/long → 503, {\"a\":\"" + "x".repeat(154) + "…");
    }

    @Test
    void whoReportsOthersWithAPageDoesNotTellOfThem() {
        Map<String, Map<String, Sight>> looks = gates.looks("""
                services:
                  backend: { url: 'URL', health: '/answer/health?%s' }
                  redis: { reported-by: 'backend#/redis' }
                """.replace("%s", PAGE));
        assertThat(looks.get("redis").get("report"))
                .isEqualTo(Sight.of(
                        ServiceState.UNREACHABLE,
                        "'backend', which reports it, does not tell: "
                                + looks.get("backend").get("health").words()));
    }

    @Test
    void aReportIsReadThoughItsReporterHasFailed() {
        String health = "/answer/health?status=503&body=" + encoded("{\"redis\":\"down\",\"db\":\"up\"}");
        Map<String, Map<String, Sight>> looks = gates.looks("""
                services:
                  backend: { url: 'URL', health: '%s' }
                  redis: { reported-by: 'backend#/redis' }
                  db: { reported-by: 'backend#/db' }
                """.replace("%s", health));
        assertThat(looks.get("redis").get("report"))
                .isEqualTo(Sight.of(ServiceState.FAILED, "GET " + SERVER.url() + health + " → 503, /redis is 'down'"));
        assertThat(looks.get("db").get("report").state()).isEqualTo(ServiceState.HEALTHY);
    }

    private Sight told(String word) {
        return told(word, "");
    }

    private Sight told(String word, String words) {
        return look(document(word), "/status", words);
    }

    private Sight look(String body, String pointer, String words) {
        return gates.look(
                "health",
                "url: 'URL', health: { path: '/answer?body=" + encoded(body) + "', state: " + pointer + words + " }");
    }

    private static Sight sight(ServiceState state, String word, String end) {
        return Sight.of(state, "GET " + SERVER.url() + "/answer?body=" + encoded(document(word)) + " → 200, " + end);
    }

    private static String document(String word) {
        return "{\"status\":\"" + word + "\"}";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
