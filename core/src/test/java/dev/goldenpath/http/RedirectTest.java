package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.CallPlace;
import dev.goldenpath.evidence.CallPlace.Follows;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Phase;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
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

    @ParameterizedTest
    @CsvSource({
        "301, POST, GET",
        "302, POST, GET",
        "303, POST, GET",
        "303, PUT, GET",
        "303, DELETE, GET",
        "303, GET, GET"
    })
    void whatBecomesAGetLosesItsBody(int status, String method, String next) {
        String seen = redirected(scene.client(), method, status, "/echo")
                .body("text", "text/plain")
                .send()
                .text();
        assertThat(seen).startsWith(next + " /echo\n");
        if (!method.equals("GET")) {
            assertThat(seen).doesNotContain("content-type").endsWith("\n\n");
            assertThat(scene.exchanges().get(1).requestBody()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"301, PUT", "302, PUT", "301, DELETE", "307, POST", "308, POST", "307, PUT", "308, PATCH"})
    void whatStaysTheSameRequestKeepsItsBody(int status, String method) {
        String seen = redirected(scene.client(), method, status, "/echo")
                .header("X-Mine", "1")
                .body("text", "text/plain")
                .send()
                .text();
        assertThat(seen)
                .startsWith(method + " /echo\n")
                .contains("\ncontent-type: text/plain\n", "\nx-mine: 1\n")
                .endsWith("\n\ntext");
        assertThat(scene.exchanges().get(1).requestBody().text()).isEqualTo("text");
    }

    @Test
    void aLocationMayBeAQueryAlone() {
        assertThat(redirected(scene.client(), "GET", 302, "?body=next").send().text())
                .isEqualTo("next");
        assertThat(scene.exchanges().get(1).url()).isEqualTo(SERVER.url() + "/answer/on?body=next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/echo?partner%20key=4%2F7", "/echo?a=1&partner+key=4/7"})
    void aParameterOfTheUserThatIsThereAlreadyIsNotRepeated(String location) {
        ServiceClient carol = scene.asCarol(Map.of(), Map.of("partner key", "4/7"));

        assertThat(redirected(carol, "GET", 302, location).send().text()).startsWith("GET " + location + "\n");
    }

    @Test
    void aParameterOfTheUserThatIsNotThereIsAdded() {
        ServiceClient carol = scene.asCarol(Map.of(), Map.of("partner key", "4/7"));

        assertThat(redirected(carol, "GET", 302, "/echo?partner%20key=5").send().text())
                .startsWith("GET /echo?partner%20key=5&partner%20key=4%2F7\n");
    }

    @Test
    void eachHopIsAnExchangeOfTheSameCall() {
        ServiceResponse last =
                redirected(scene.asAlice(), "GET", 302, "../echo?a=1#part").send();
        assertThat(last.text()).startsWith("GET /echo?a=1\n").contains("authorization: Bearer " + Scene.TOKEN);
        assertThat(scene.exchanges())
                .extracting(HttpExchange::place)
                .containsExactly(new CallPlace(1, 1, null, false), new CallPlace(1, 2, Follows.REDIRECT, false));
        assertThat(scene.exchanges()).extracting(HttpExchange::user).containsExactly("alice", "alice");
        assertThat(scene.exchanges().get(0).ids().request())
                .isNotEqualTo(scene.exchanges().get(1).ids().request());
        assertThat(scene.recording.answers(Phase.TEST)).isEqualTo(2);
    }

    @Test
    void anotherHostSeesNothingOfTheUserAndProvesNothing() {
        ServiceClient alice = scene.asAlice();
        alice.get("/answer")
                .query("h.Set-Cookie", "session=1; Domain=localhost")
                .send();
        alice.get("/answer").query("h.Set-Cookie", "session=1").send();
        ServiceResponse last = redirected(alice, "GET", 302, elsewhere("/echo"))
                .header("Cookie", "own=1")
                .header("X-Mine", "1")
                .send();
        assertThat(last.text()).doesNotContain("authorization:", "cookie:").contains("\nx-mine: 1\n");
        HttpExchange hop = scene.exchanges().get(3);
        assertThat(hop.place()).isEqualTo(new CallPlace(3, 2, Follows.REDIRECT, true));
        assertThat(hop.user()).isNull();
        assertThat(hop.answered()).isFalse();
        assertThat(scene.recording.answers(Phase.TEST)).isEqualTo(3);
        assertThat(scene.normalised(last.toString())).isEqualTo("GET http://localhost:PORT/echo → 200");
    }

    @Test
    void anotherPortOfTheSameHostSeesNoCookieEither() {
        ServiceClient alice = scene.asAlice();
        alice.get("/answer").query("h.Set-Cookie", "session=1").send();
        redirected(alice, "GET", 302, SERVER.brokenUrl() + "/then-close").send();
        assertThat(scene.exchanges().get(2).requestHeaders()).doesNotContainKeys("Cookie", "Authorization");
    }

    @Test
    void theCookiesOfOthersLastAsLongAsTheCall() {
        ServiceClient client = scene.client();
        String setsAndGoesOn = elsewhere("/answer?status=302&h.Set-Cookie=theirs%3D1&h.Location=%2Fecho");
        assertThat(redirected(client, "GET", 302, setsAndGoesOn).send().text()).contains("\ncookie: theirs=1\n");
        assertThat(redirected(client, "GET", 302, elsewhere("/echo")).send().text())
                .doesNotContain("cookie:");
    }

    @Test
    void aLoopEndsAfterTenRedirects() {
        ServiceRequest request = scene.client()
                .get("/answer/loop")
                .query("status", 302)
                .query("h.Location", "")
                .followRedirects();
        ServiceCallException thrown = catchThrowableOfType(ServiceCallException.class, request::send);
        assertThat(scene.normalised(thrown.getMessage())).isEqualTo("""
                GET http://127.0.0.1:PORT/answer/loop?status=302&h.Location=: more than 10 redirects.
                  last answer: GET http://127.0.0.1:PORT/answer/loop?status=302&h.Location= → 302
                  location:   \040""");
        assertThat(scene.recorded).hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[", "http:nowhere", "http:///nowhere", "/a b"})
    void aLocationThatIsNoAddressBreaksTheCall(String location) {
        ServiceCallException thrown = catchThrowableOfType(
                ServiceCallException.class, redirected(scene.client(), "GET", 302, location)::send);
        assertThat(thrown.headline()).endsWith(": redirected to something that is no address.");
        assertThat(thrown.getMessage()).endsWith("\n  location:    " + location);
        assertThat(thrown.failure()).isEmpty();
        assertThat(scene.recorded).hasSize(1);
    }

    @Test
    void aRedirectOutOfTheWebIsTheAnswer() {
        ServiceResponse answer =
                redirected(scene.client(), "GET", 302, "shop://cart/7").send();
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).contains("shop://cart/7");
    }

    @Test
    void aRedirectWithoutALocationIsTheAnswer() {
        assertThat(scene.client()
                        .get("/answer")
                        .query("status", 302)
                        .followRedirects()
                        .send()
                        .status())
                .isEqualTo(302);
    }

    private static String elsewhere(String path) {
        return "http://localhost:" + SERVER.url().getPort() + path;
    }

    private static ServiceRequest redirected(ServiceClient client, String method, int status, String location) {
        return client.request(method, "/answer/on")
                .query("status", status)
                .query("h.Location", location)
                .followRedirects();
    }
}
