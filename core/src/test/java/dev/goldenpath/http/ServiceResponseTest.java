package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServiceResponseTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private static final String RUN = "{\"id\":\"r1\",\"n\":7,\"ok\":true,\"none\":null,\"list\":[{\"a\":1.5}]}";

    private Scene scene;

    private record Run(String id, int n) {}

    @BeforeEach
    void openScene() {
        scene = new Scene(SERVER.url());
    }

    @AfterEach
    void closeScene() {
        scene.close();
    }

    @Test
    void givesWhatTheServiceAnswered() {
        ServiceResponse response = answer("hällo");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("hällo");
        assertThat(response.bytes()).hasSize(6);
        assertThat(response.header("CONTENT-TYPE")).contains("application/json");
        assertThat(response.header("X-None")).isEmpty();
        assertThat(response.took()).isPositive();
        response.bytes()[0] = 0;
        assertThat(response.text()).isEqualTo("hällo");
    }

    @Test
    void tellsWhenItsExchangeBeganAndWhenItWasComplete() {
        ServiceResponse first = answer(RUN);
        ServiceResponse second = answer(RUN);

        assertThat(first.begunAt()).isPositive();
        assertThat(first.completeAt()).isEqualTo(first.begunAt().plus(first.took()));
        assertThat(second.begunAt()).isGreaterThanOrEqualTo(first.completeAt());
    }

    @Test
    void readsValuesByPointer() {
        ServiceResponse run = answer(RUN);
        assertThat(run.at("/id")).isEqualTo("r1");
        assertThat(run.at("/n")).isEqualTo(7);
        assertThat(run.at("/ok")).isEqualTo(true);
        assertThat(run.at("/list")).isEqualTo(List.of(Map.of("a", 1.5)));
        assertThat(run.at("/list/0/a", Double.class)).isEqualTo(1.5);
        assertThat(run.as(Run.class)).isEqualTo(new Run("r1", 7));
    }

    @Test
    void nothingAtThePointer() {
        assertThatThrownBy(() -> answer(RUN).at("/idd"))
                .isInstanceOf(AssertionError.class)
                .extracting(thrown -> normalised(thrown.getMessage()))
                .isEqualTo("""
                        The response was expected to hold a value, but nothing stands at '/idd' of its body.
                          service:    backend
                          request:    GET http://127.0.0.1:PORT/answer?body=…
                          status:     200
                          phases:     queued N ms, connect N ms, send N ms, wait N ms, receive N ms, total N ms
                          request id: REQUEST-ID
                          trace id:   TRACE-ID
                          body:       {"id":"r1","n":7,"ok":true,"none":null,"list":[{"a":1.5}]}""");
        assertThatThrownBy(() -> answer(RUN).at("/none"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "The response was expected to hold a value, but nothing stands at '/none' of its body.\n");
    }

    @Test
    void noJson() {
        assertThatThrownBy(() -> answer("<html>").at("/id"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "The response was expected to hold a value, but '/id' of its body is not JSON, see line 1, "
                                + "column 1.");
    }

    @Test
    void anEmptyBody() {
        assertThatThrownBy(() -> answer("").as(Run.class))
                .isInstanceOf(AssertionError.class)
                .extracting(thrown -> normalised(thrown.getMessage()))
                .isEqualTo("""
                        The response was expected to hold a value, but '' of its body is not JSON, but empty.
                          service:    backend
                          request:    GET http://127.0.0.1:PORT/answer?body=…
                          status:     200
                          phases:     queued N ms, connect N ms, send N ms, wait N ms, receive N ms, total N ms
                          request id: REQUEST-ID
                          trace id:   TRACE-ID
                          body:       (empty)""");
    }

    @Test
    void aValueOfAnotherType() {
        assertThatThrownBy(() -> answer(RUN).at("/list", Run.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The response was expected to hold a value, but '/list' of its body is no"
                        + " Run: what stands at '/list' is no Run.\n");
    }

    @Test
    void aPointerWithoutASlashIsTheTestsOwnMistake() {
        assertThatThrownBy(() -> answer(RUN).at("id"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'id' is no JSON Pointer: it must start with a slash, as in '/id'.");
    }

    @Test
    void theRequestIsNeverShownWithItsBody() {
        OutgoingRequest request = new OutgoingRequest(
                scene.context(),
                "POST",
                SERVER.url().resolve("/echo"),
                Map.of(),
                new BytesBody("{\"pin\":\"1234\"}".getBytes(StandardCharsets.UTF_8), null),
                false);
        assertThat(scene.normalised(request.toString())).isEqualTo("POST http://127.0.0.1:PORT/echo");
    }

    @Test
    void saysWhatWasAskedAndAnswered() {
        assertThat(scene.normalised(scene.asAlice().get("/echo").send().toString()))
                .isEqualTo("GET http://127.0.0.1:PORT/echo as alice → 200");
    }

    private ServiceResponse answer(String body) {
        return scene.client().get("/answer").query("body", body).send();
    }

    private String normalised(String message) {
        return scene.normalised(message).replaceAll("body=\\S*", "body=…");
    }
}
