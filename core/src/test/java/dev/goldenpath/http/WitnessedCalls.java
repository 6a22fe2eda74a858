package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.witness.TestWatch;
import dev.goldenpath.witness.Witness;
import dev.goldenpath.witness.WitnessedTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A program whose tests, one on each of four threads, make 250 calls each; tells what the witness says on them. */
final class WitnessedCalls {
    private static final int THREADS = 4;
    private static final int CALLS = 250;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private WitnessedCalls() {}

    /** Calls the server at the first argument, and tells into the file that is the second. */
    public static void main(String[] arguments) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Witness witness = Witness.start();
                Scene scene = new Scene(URI.create(arguments[0]))) {
            witness.await(LIMIT).ifPresent(lines::add);
            List<CompletableFuture<WitnessedTest>> tests = all(witness, scene);
            tests.forEach(test -> {
                WitnessedTest told =
                        test.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
                lines.add(told.standing() + " " + told.exchanges() + " " + told.confirmed() + " " + told.equal() + " "
                        + told.rows().size());
            });
        }
        Files.write(Path.of(arguments[1]), lines);
    }

    private static List<CompletableFuture<WitnessedTest>> all(Witness witness, Scene scene) {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        return IntStream.range(0, THREADS)
                .mapToObj(i -> {
                    CompletableFuture<WitnessedTest> settled = new CompletableFuture<>();
                    Recording recording = scene.ledger.ofTest("class/test" + i, 1);
                    recording.enter(Phase.TEST);
                    new Thread(() -> call(witness, scene, recording, together, settled)).start();
                    return settled;
                })
                .toList();
    }

    private static void call(
            Witness witness,
            Scene scene,
            Recording recording,
            CyclicBarrier together,
            CompletableFuture<WitnessedTest> settled) {
        try {
            TestWatch watch = witness.testBegins(recording);
            ServiceClient client = scene.recordingTo(() -> recording);
            together.await();
            try (TestWatch.Part part = watch.part()) {
                for (int i = 0; i < CALLS; i++) {
                    assertThat(client.get("/answer?body=number" + i).send()).hasStatus(200);
                }
            }
            watch.ends(settled::complete);
        } catch (Exception e) {
            settled.completeExceptionally(e);
        }
    }
}
