package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.CallFailure.Kind;
import dev.goldenpath.evidence.CallPlace;
import dev.goldenpath.evidence.CallPlace.Follows;
import dev.goldenpath.evidence.HttpExchange;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RetryTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private static final Duration SHORT = Duration.ofMillis(10);

    private Scene scene = new Scene(SERVER.url());

    @AfterEach
    void closeScene() {
        scene.close();
    }

    @Test
    void triesAgainUntilTheStatusIsAnother() {
        ServiceResponse answer = scene.client()
                .get("/ready-after/3/until-another")
                .retry(Retry.upTo(5).onStatus(502, 503).every(SHORT))
                .send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(scene.exchanges()).extracting(HttpExchange::status).containsExactly(503, 503, 200);
        assertThat(scene.exchanges())
                .extracting(HttpExchange::place)
                .containsExactly(
                        new CallPlace(1, 1, null, false),
                        new CallPlace(1, 2, Follows.RETRY, false),
                        new CallPlace(1, 3, Follows.RETRY, false));
    }

    @Test
    void theLastTryIsTheAnswerWhateverItIs() {
        ServiceResponse answer = scene.client()
                .get("/ready-after/9/whatever-it-is")
                .retry(Retry.upTo(2).onStatus(503).every(SHORT))
                .send();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(scene.recorded).hasSize(2);
    }

    @Test
    void triesAgainAfterAFailureOfTheKindAlone() {
        scene = broken();
        catchThrowableOfType(
                ServiceCallException.class,
                () -> scene.client()
                        .get("/close")
                        .retry(Retry.upTo(3).onFailure(Kind.CLOSED).every(SHORT))
                        .send());
        assertThat(scene.exchanges())
                .extracting(exchange -> exchange.failure().kind())
                .containsExactly(Kind.CLOSED, Kind.CLOSED, Kind.CLOSED);
        catchThrowableOfType(
                ServiceCallException.class,
                () -> scene.client()
                        .get("/reset")
                        .retry(Retry.upTo(3).onFailure(Kind.CLOSED).every(SHORT))
                        .send());
        assertThat(scene.recorded).hasSize(4);
    }

    @Test
    void theBodyIsSentWithEachTry() {
        scene.client()
                .put("/ready-after/2/with-each-try")
                .json("ready?")
                .retry(Retry.upTo(2).onStatus(503).every(SHORT))
                .send();
        assertThat(scene.exchanges())
                .extracting(exchange -> exchange.requestBody().text())
                .containsExactly("\"ready?\"", "\"ready?\"");
    }

    @Test
    void waitsAsLongAsTheServiceWants() {
        scene.client()
                .get("/answer")
                .query("status", 503)
                .query("h.Retry-After", 1)
                .retry(Retry.upTo(2).onStatus(503).every(SHORT))
                .send();
        Duration between =
                scene.recorded.get(1).offset().minus(scene.recorded.get(0).offset());
        assertThat(between).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void doesNotWaitForWhatTheLimitOfTheCallForbids() {
        ServiceResponse answer = scene.client()
                .get("/answer")
                .query("status", 503)
                .query("h.Retry-After", 600)
                .retry(Retry.upTo(2).onStatus(503))
                .send();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(scene.recorded).hasSize(1);
    }

    @Test
    void theLimitIsThatOfAllTriesTogether() {
        scene = broken();
        ServiceCallException thrown = catchThrowableOfType(
                ServiceCallException.class,
                () -> scene.client()
                        .get("/stall")
                        .limitedTo(Duration.ofMillis(500))
                        .retry(Retry.upTo(3).onFailure(Kind.TIMEOUT).every(SHORT))
                        .send());
        assertThat(scene.normalised(thrown.headline()))
                .isEqualTo("GET http://127.0.0.1:PORT/stall: no whole answer within 500 ms.");
        assertThat(scene.recorded).hasSize(1);
    }

    @Test
    void aPolicyThatTriesNothingAgainIsRefused() {
        assertThatThrownBy(() -> Retry.upTo(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Retry.upTo(1) tries nothing again: it counts all tries.");
        assertThatThrownBy(() -> scene.client().get("/answer").retry(Retry.upTo(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "This retry never tries again. Say after what: .onStatus(503) or .onFailure(Kind.REFUSED).");
    }

    private Scene broken() {
        scene.close();
        URI url = SERVER.brokenUrl();
        return new Scene(url);
    }
}
