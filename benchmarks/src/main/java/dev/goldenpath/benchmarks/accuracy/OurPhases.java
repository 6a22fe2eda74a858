package dev.goldenpath.benchmarks.accuracy;

import dev.goldenpath.benchmarks.frame.ServiceScene;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.RecordedEvidence;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls by the library's own client, and the phases it records of them. Not thread-safe. */
final class OurPhases implements AutoCloseable {
    private final ServiceScene scene;
    private @Nullable Phases last;

    OurPhases(Path folder) {
        scene = new ServiceScene(folder, this::accept);
    }

    /** Makes one call, and tells its phases in milliseconds; one that did not happen is absent. */
    Map<String, Double> call(String service, URI url, List<String> keys) throws IOException {
        last = null;
        scene.anonymous(service, url, keys).get("/").send();
        Phases phases = Objects.requireNonNull(last, "the call has left no evidence");
        Map<String, Double> millis = new LinkedHashMap<>();
        for (NetworkPhase phase : NetworkPhase.values()) {
            phases.of(phase).ifPresent(took -> millis.put(phase.word(), millis(took)));
        }
        Duration unattributed = phases.unattributed();
        if (unattributed != null) {
            millis.put("unattributed", millis(unattributed));
        }
        millis.put("total", millis(phases.total()));
        return millis;
    }

    @Override
    public void close() {
        scene.close();
    }

    private void accept(RecordedEvidence recorded) {
        last = ((HttpExchange) recorded.evidence()).phases();
    }

    private static double millis(Duration took) {
        return took.toNanos() / 1e6;
    }
}
