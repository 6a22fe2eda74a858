package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BodyAssertTest {
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
    void theBodyMayBeAsExpected() {
        assertThat(request("hällo").send()).hasBody("hällo").hasBodyContaining("äll");
        assertThat(request("").send()).hasBody("").hasEmptyBody();
    }

    @Test
    void anotherBodyIsToldWithTheFirstDifference() {
        ServiceResponse response = request("version 1.2").send();

        assertThat(Headline.of(() -> assertThat(response).hasBody("version 1.3")))
                .isEqualTo("Expected the body 'version 1.3', but it is another from character 11 on.");
        assertThat(Headline.of(() -> assertThat(response).hasBody("version")))
                .isEqualTo("Expected the body 'version', but it is another from character 8 on.");
        assertThat(Headline.of(() -> assertThat(response).hasBody("x".repeat(600))))
                .isEqualTo("Expected the body '" + "x".repeat(500) + "…', but it is another from character 1 on.");
    }

    @Test
    void aBodyWhereNoneShouldBe() {
        assertThat(Headline.of(() -> assertThat(request("{}").send()).hasEmptyBody()))
                .isEqualTo("Expected no body, but there was one of 2 bytes.");
    }

    @Test
    void ofAStreamedBodyOnlyItsLengthCanBeTold() {
        ServiceResponse streamed = request("{}").stream(body -> body.readAllBytes());

        assertThat(streamed).hasStatus(200);
        assertThat(Headline.of(() -> assertThat(streamed).hasEmptyBody()))
                .isEqualTo("Expected no body, but there was one of 2 bytes.");
        assertThatThrownBy(() -> assertThat(streamed).hasBody("{}")).isInstanceOf(IllegalStateException.class);
    }

    private ServiceRequest request(String body) {
        return scene.client().get("/answer").query("body", body);
    }
}
