package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.benchmarks.frame.ServiceScene;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.witness.TestWatch;
import dev.goldenpath.witness.Witness;
import dev.goldenpath.witness.WitnessedTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The library's own client, with or without a witness. Each block is a test, whose bytes the witness has to confirm. */
final class WitnessedHttp implements Variant {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final boolean watched;
    private final ServiceScene scene;
    private final ServiceClient client;
    private @Nullable Witness witness;
    private @Nullable TestWatch watch;
    private TestWatch.@Nullable Part part;

    WitnessedHttp(URI url, Path folder, boolean watched) throws IOException {
        this.watched = watched;
        // Put into words at once, as a run log would sooner or later: what waits for that is kept.
        scene = new ServiceScene(folder, RecordedEvidence::evidence);
        client = scene.anonymous("backend", url, List.of());
    }

    @Override
    public void prepare() throws IOException {
        if (!watched) {
            return;
        }
        Witness started = Witness.start();
        witness = started;
        Optional<String> reason = started.await(LIMIT);
        if (reason.isPresent()) {
            throw new IOException(reason.get());
        }
        watch = started.testBegins(scene.recording());
        part = watch.part();
    }

    @Override
    public void call() throws IOException {
        if (client.get("/orders").send().status() != 200) {
            throw new IOException("The library's client got no answer.");
        }
    }

    @Override
    public void verify(int calls) throws IOException {
        if (witness == null || watch == null || part == null) {
            return;
        }
        part.close();
        CompletableFuture<WitnessedTest> settled = new CompletableFuture<>();
        watch.ends(settled::complete);
        WitnessedTest told =
                settled.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
        witness.close();
        if (told.equal() != calls) {
            throw new IOException("The witness confirms " + told.equal() + " of " + calls + " calls: " + told);
        }
    }

    @Override
    public void close() {
        scene.close();
    }
}
