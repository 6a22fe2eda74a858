package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceClientTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private Scene scene;
    private ServiceClient client;

    private record Ask(String text, int times) {}

    @BeforeEach
    void openScene() {
        scene = new Scene(SERVER.url());
        client = scene.client();
    }

    @AfterEach
    void closeScene() {
        scene.close();
    }

    @Test
    void sendsEachMethod() {
        assertThat(client.get("/echo").send().text()).startsWith("GET /echo\n");
        assertThat(client.post("/echo").send().text()).startsWith("POST /echo\n");
        assertThat(client.put("/echo").send().text()).startsWith("PUT /echo\n");
        assertThat(client.patch("/echo").send().text()).startsWith("PATCH /echo\n");
        assertThat(client.delete("/echo").send().text()).startsWith("DELETE /echo\n");
        assertThat(client.request("OPTIONS", "/echo").send().text()).startsWith("OPTIONS /echo\n");
    }

    @Test
    void encodesPathValuesAndQueryParameters() {
        ServiceResponse response = client.get("/echo/{id}/of/{name}", "a/b ?", "ü+")
                .query("q", "x&y=z +")
                .query("page", 2)
                .send();
        assertThat(response.text()).startsWith("GET /echo/a%2Fb%20%3F/of/%C3%BC%2B?q=x%26y%3Dz%20%2B&page=2\n");
    }

    @Test
    void appendsToAQueryThatThePathHasAlready() {
        assertThat(client.get("/echo?a=1").query("b", 2).send().text()).startsWith("GET /echo?a=1&b=2\n");
    }

    @Test
    void sendsHeadersAndNamesItself() {
        String seen =
                client.get("/echo").header("X-A", "1").header("X-A", "2").send().text();
        assertThat(seen.lines()).contains("x-a: 1", "x-a: 2", "user-agent: golden-path");
    }

    @Test
    void sendsARecordOrAMapAsJson() {
        String ofRecord = client.post("/echo").json(new Ask("hällo", 2)).send().text();
        assertThat(ofRecord.lines()).contains("content-type: application/json");
        assertThat(ofRecord).endsWith("\n\n{\"text\":\"hällo\",\"times\":2}");
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", null);
        map.put("list", List.of(1, true));
        assertThat(client.post("/echo").json(map).send().text()).endsWith("\n\n{\"text\":null,\"list\":[1,true]}");
    }

    @Test
    void sendsTextOfAnyMediaType() {
        String seen = client.put("/echo").body("a,b\nü", "text/csv").send().text();
        assertThat(seen.lines()).contains("content-type: text/csv", "content-length: 6");
        assertThat(seen).endsWith("\n\na,b\nü");
    }

    @Test
    void aContentTypeOfOnesOwnReplacesTheUsualOne() {
        ServiceRequest request = client.post("/echo").json(Map.of()).header("content-type", "application/vnd.x+json");
        assertThat(request.send().text().lines().filter(line -> line.startsWith("content-type")))
                .containsExactly("content-type: application/vnd.x+json");
    }

    @Test
    void callsAsItsUser() {
        assertThat(scene.asAlice().get("/echo").send().text().lines()).contains("authorization: Bearer " + Scene.TOKEN);
        assertThat(client.get("/echo").send().text()).doesNotContain("authorization:");
    }

    @Test
    void theAuthorizationOfAUserIsNotReplaced() {
        assertThatThrownBy(() -> scene.asAlice().get("/echo").header("authorization", "Bearer other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This client calls as 'alice', so its Authorization can't be replaced."
                        + " Inject a client without @AsUser to send another one.");
        assertThat(client.get("/echo")
                        .header("Authorization", "Bearer other")
                        .send()
                        .text()
                        .lines())
                .contains("authorization: Bearer other");
    }

    @Test
    void whatMakesACallAUsersIsNotReplaced() {
        ServiceClient carol = scene.asCarol(Map.of("X-Partner", "key"), Map.of("api key", "4711"));
        String end = " can't be replaced. Inject a client without @AsUser to send another one.";

        assertThatThrownBy(() -> carol.get("/echo").header("x-partner", "other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This client calls as 'carol', so its x-partner" + end);
        assertThatThrownBy(() -> carol.get("/echo").query("api key", "other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This client calls as 'carol', so its query parameter api key" + end);
        for (String path : List.of("/echo?api%20key=other", "/echo?a=%&api+key")) {
            assertThatThrownBy(() -> carol.get(path)).hasMessageContaining("its query parameter api key" + end);
        }
        assertThatThrownBy(() -> carol.get("/echo").header("authorization", "Basic other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This client calls as 'carol', by its header X-Partner and query parameter api key, so it"
                        + " can't send an Authorization besides. Inject a client without @AsUser to send one.");
        assertThat(carol.get("/echo?API%20KEY=1&x=/?api%20key")
                        .header("X-Other", "1")
                        .send()
                        .text())
                .contains("\nx-partner: key\n", "\nx-other: 1\n", "&api%20key=4711\n");
        assertThat(client.get("/echo?api%20key=1")
                        .header("X-Partner", "2")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void cookiesAreAddedToThoseOfAUser() {
        ServiceClient carol = scene.asCarol(Map.of("Cookie", "session=1"));

        assertThat(carol.get("/echo").header("cookie", "mine=2").send().text()).contains("session=1", "mine=2");
        assertThatThrownBy(() -> carol.get("/echo").header("Authorization", "Basic other"))
                .hasMessage("This client calls as 'carol', by its header Cookie, so it can't send an Authorization"
                        + " besides. Inject a client without @AsUser to send one.");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302, 401, 404, 500, 503})
    void everyStatusIsAResponse(int status) {
        assertThat(client.get("/answer").query("status", status).send().status())
                .isEqualTo(status);
    }

    @Test
    void followsNoRedirect() {
        ServiceResponse response = client.get("/answer/redirect")
                .query("status", 302)
                .query("h.Location", "/echo")
                .send();
        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("location")).contains("/echo");
        assertThat(scene.exchange().status()).isEqualTo(302);
    }

    @Test
    void retriesNothing() {
        client.get("/answer/unavailable")
                .query("status", 503)
                .query("h.Retry-After", 0)
                .send();
        assertThat(hits("/answer/unavailable")).isEqualTo("1");
    }

    @Test
    void oneHeaderHoldsAllCookies() {
        ServiceClient carol = scene.asCarol(Map.of("cookie", "session=1; of=carol"));
        carol.get("/answer").query("h.Set-Cookie", "session=2").send();

        assertThat(carol.get("/echo").header("COOKIE", "own=3").send().text().lines())
                .filteredOn(line -> line.startsWith("cookie:"))
                .containsExactly("cookie: of=carol; session=2; own=3");
    }

    @Test
    void sendsCookiesBackAndSharesThemWithNobody() {
        client.get("/answer").query("h.Set-Cookie", "session=1").send();
        assertThat(client.get("/echo").send().text()).contains("\ncookie: session=1\n");
        assertThat(client.request("TRACE", "/echo").send().text()).doesNotContain("cookie:");
        assertThat(scene.client().get("/echo").send().text()).doesNotContain("cookie:");
    }

    @Test
    void sendsARequestOnceMoreEachTime() {
        ServiceRequest request = client.get("/answer/twice");
        request.send();
        request.send();
        assertThat(hits("/answer/twice")).isEqualTo("2");
        assertThat(scene.recorded).hasSize(3);
    }

    @Test
    void servesManyThreadsAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int number = i;
            answers.add(threads.submit(
                    () -> client.get("/answer").query("body", number).send().text()));
        }
        for (int i = 0; i < 40; i++) {
            assertThat(answers.get(i).get(60, TimeUnit.SECONDS)).isEqualTo(Integer.toString(i));
        }
        threads.shutdown();
        assertThat(scene.recorded).hasSize(40);
    }

    @Test
    void thePathStartsWithASlash() {
        assertThatThrownBy(() -> client.get("http://other.example.com/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The path 'http://other.example.com/' must start with a slash: it is appended to the"
                        + " service's url, and a call to another host needs a service of its own in goldenpath.yaml.");
    }

    @Test
    void everyNameInThePathHasItsValue() {
        assertThatThrownBy(() -> client.get("/threads/{id}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The path '/threads/{id}' has 1 {names}, but 0 values were given.");
    }

    @Test
    void saysWhoseClientItIs() {
        assertThat(client).hasToString("client of backend");
        assertThat(scene.asAlice()).hasToString("client of backend as alice");
    }

    private String hits(String path) {
        return client.get("/hits").query("path", path).send().text();
    }
}
