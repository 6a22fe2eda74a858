package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AlternativesTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private static final Alternative CREATED =
            Alternative.of("created", response -> assertThat(response).hasStatus(201));
    private static final Alternative EXISTS =
            Alternative.of("exists", response -> assertThat(response).hasStatus(409));
    private static final Alternative NO_ERROR = Alternative.of(
            "no error", response -> assertThat(response.status()).as("status").isLessThan(400));

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
    void theOneThatHoldsIsRecorded() {
        assertThat(answer(409)).satisfiesExactlyOneOf(CREATED, EXISTS);

        assertThat(scene.recorded)
                .extracting(RecordedEvidence::evidence)
                .last()
                .isEqualTo(new Step("POST " + SERVER.url() + "/answer?status=409 → 409: 'exists' held", null, null));
    }

    @Test
    void noneThatHolds() {
        assertThatThrownBy(() -> assertThat(answer(503)).satisfiesExactlyOneOf(CREATED, EXISTS, NO_ERROR))
                .isInstanceOf(AssertionError.class)
                .extracting(thrown -> scene.normalised(thrown.getMessage()))
                .isEqualTo("""
                        Expected exactly one of 3 alternatives to hold, but none does.
                          created:    Expected status 201, but it was 503.
                          exists:     Expected status 409, but it was 503.
                          no error:   [status] Expecting actual: 503 to be less than: 400
                          service:    backend
                          request:    POST http://127.0.0.1:PORT/answer?status=503
                          status:     503
                          phases:     queued N ms, connect N ms, send N ms, wait N ms, receive N ms, total N ms
                          request id: REQUEST-ID
                          trace id:   TRACE-ID
                          body:       (empty)""");
        assertThat(scene.recorded).hasSize(1);
    }

    @Test
    void twoThatHoldAtOnce() {
        assertThat(Headline.of(() -> assertThat(answer(201)).satisfiesExactlyOneOf(CREATED, EXISTS, NO_ERROR)))
                .isEqualTo("Expected exactly one of 3 alternatives to hold, but 'created' and 'no error' do. "
                        + "Let them exclude each other.");
    }

    @Test
    void whatIsNoAssertionErrorPassesThrough() {
        Alternative broken = Alternative.of("broken", response -> {
            throw new UnsupportedOperationException("broken");
        });
        assertThatThrownBy(() -> assertThat(answer(201)).satisfiesExactlyOneOf(CREATED, broken))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void alternativesThatAreNone() {
        ServiceResponse response = answer(201);
        assertThatThrownBy(() -> assertThat(response).satisfiesExactlyOneOf(CREATED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Name at least two alternatives, each by a name of its own, not [created].");
        assertThatThrownBy(() -> assertThat(response).satisfiesExactlyOneOf(CREATED, CREATED))
                .hasMessage("Name at least two alternatives, each by a name of its own, not [created, created].");
        assertThatThrownBy(() -> Alternative.of(" ", created -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The name of an alternative is blank. Say which outcome it is.");
    }

    private ServiceResponse answer(int status) {
        return scene.client().post("/answer").query("status", status).send();
    }
}
