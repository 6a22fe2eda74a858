package dev.goldenpath.http;

import static dev.goldenpath.http.GoldenPathSoftAssertions.assertSoftly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.evidence.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GoldenPathSoftAssertionsTest {
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
    void allThatFailAreReported() {
        ServiceResponse response = answer();
        assertThatThrownBy(() -> assertSoftly(softly -> {
                    softly.assertThat(response)
                            .hasStatus(201)
                            .hasHeader("ETag")
                            .hasJson("/id", "t1")
                            .hasJson("/title", "Milk");
                    softly.assertThat(response.text()).isEmpty();
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "Expected status 201, but it was 200.\n",
                        "Expected a header ETag, but there was none.\n",
                        "Expected \"Milk\" at '/title' of the body, but it was \"Groceries\".\n",
                        "Expecting empty but was")
                .hasMessageNotContaining("at '/id'");
    }

    @Test
    void theEndOfTheTryReports() {
        ServiceResponse response = answer();
        assertThatThrownBy(() -> {
                    try (GoldenPathSoftAssertions softly = new GoldenPathSoftAssertions()) {
                        softly.assertThat(response).hasStatus(201).hasEmptyBody();
                    }
                })
                .hasMessageContainingAll(
                        "Expected status 201, but it was 200.\n", "Expected no body, but there was one");
    }

    @Test
    void oneOfSeveralMayFailSoftly() {
        ServiceResponse response = answer();
        assertThatThrownBy(() -> assertSoftly(softly -> softly.assertThat(response)
                        .satisfiesExactlyOneOf(
                                Alternative.of("created", r -> assertThat(r).hasStatus(201)),
                                Alternative.of("exists", r -> assertThat(r).hasStatus(409)))
                        .hasJson("/id", "t2")))
                .hasMessageContainingAll(
                        "Expected exactly one of 2 alternatives to hold, but none does.\n",
                        "  created:    Expected status 201, but it was 200.\n",
                        "Expected \"t2\" at '/id' of the body, but it was \"t1\".\n");
    }

    @Test
    void nothingFailsWhereAllHolds() {
        ServiceResponse response = answer();
        assertSoftly(softly -> softly.assertThat(response).hasStatus(200).hasJson("/id"));
    }

    @Test
    void noResponseIsAFailureToo() {
        assertThatThrownBy(() -> assertSoftly(
                        softly -> softly.assertThat((ServiceResponse) null).hasStatus(200)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expecting actual not to be null");
    }

    @Test
    void assertingSoftlyOnAnAnswerOfTheSetUpCitesIt() {
        scene.recording.enter(Phase.SETUP);
        ServiceResponse response = answer();
        scene.recording.enter(Phase.TEST);
        assertSoftly(softly -> softly.assertThat(response).hasStatus(200));
        assertThat(scene.recording.citations()).hasSize(1);
    }

    private ServiceResponse answer() {
        return scene.client()
                .get("/answer")
                .query("body", "{\"id\":\"t1\",\"title\":\"Groceries\"}")
                .send();
    }
}
