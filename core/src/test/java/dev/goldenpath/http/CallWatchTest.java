package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.client.CallWatch;
import dev.goldenpath.client.CallWatch.Watching;
import dev.goldenpath.client.Replayable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallWatchTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private final CallWatch watch = new CallWatch();
    private final List<Replayable> told = new ArrayList<>();
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
    void tellsOfTheCallsOfOneRecordingUntilItIsClosed() {
        ServiceClient client = scene.watchedBy(watch, true);
        assertThat(watch.isWatched(scene.recording)).isFalse();
        client.get("/answer").send();
        try (Watching first = watch.watch(scene.recording, told::add);
                Watching other = watch.watch(scene.ledger.ofTest("class/other", 1), told::add)) {
            assertThat(watch.isWatched(scene.recording)).isTrue();
            client.get("/answer").send();
            assertThat(told).hasSize(1);
        }
        assertThat(watch.isWatched(scene.recording)).isFalse();
        client.get("/answer").send();

        assertThat(told).hasSize(1);
    }

    @Test
    void tellsEachWhoWatches() {
        try (Watching first = watch.watch(scene.recording, told::add);
                Watching second = watch.watch(scene.recording, told::add)) {
            scene.watchedBy(watch, true).get("/answer").send();
        }
        assertThat(told).hasSize(2);
    }

    @Test
    void aCallIsToldWhenItIsRecorded() {
        List<Integer> recorded = new ArrayList<>();
        try (Watching first = watch.watch(scene.recording, call -> recorded.add(scene.recorded.size()))) {
            scene.watchedBy(watch, true).get("/answer").send();
        }
        assertThat(recorded).containsExactly(1);
    }

    @Test
    void whatAListenerThrowsIsNotSwallowed() {
        ServiceClient client = scene.watchedBy(watch, true);
        try (Watching first = watch.watch(scene.recording, call -> {
            throw new IllegalStateException("of the listener");
        })) {
            assertThatThrownBy(() -> client.get("/answer").send()).hasMessage("of the listener");
        }
    }
}
