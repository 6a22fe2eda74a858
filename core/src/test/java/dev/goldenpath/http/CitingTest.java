package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CitingTest {
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
    void assertingOnAnAnswerOfTheSetUpCitesIt() {
        scene.recording.enter(Phase.SETUP);
        ServiceResponse response =
                scene.client().post("/answer").query("status", 201).send();
        scene.recording.enter(Phase.TEST);
        assertThat(scene.recording.citations()).isEmpty();
        assertThat(response).hasStatus(201);
        assertThat(scene.recording.citations()).containsExactly("POST " + SERVER.url() + "/answer?status=201 → 201");
    }

    @Test
    void anAnswerOfTheTestItselfIsNotCited() {
        assertThat(scene.client().get("/answer").send()).hasStatus(200);
        assertThat(scene.recording.citations()).isEmpty();
    }

    @Test
    void anAnswerOfTheClassIsCitedByTheTestThatAssertsOnIt() {
        Recording ofClass = scene.ledger.ofContainer("class");
        AtomicReference<Recording> current = new AtomicReference<>(ofClass);
        ServiceResponse response =
                scene.recordingTo(current::get).get("/answer").send();
        current.set(scene.recording);
        assertThat(response).hasStatus(200);
        assertThat(scene.recording.citations()).hasSize(1);
        assertThat(ofClass.citations()).isEmpty();
    }

    @Test
    void whereNoTestCanBeToldTheAssertionStillWorks() {
        Recording ofClass = scene.ledger.ofContainer("class");
        AtomicReference<Recording> current = new AtomicReference<>(ofClass);
        ServiceClient client = scene.recordingTo(() -> {
            if (current.get() == null) {
                throw new IllegalStateException("no test runs on this thread");
            }
            return current.get();
        });
        ServiceResponse response = client.get("/answer").send();
        current.set(null);
        assertThat(response).hasStatus(200);
    }
}
