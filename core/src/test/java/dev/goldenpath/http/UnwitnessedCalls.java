package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A program that makes a call where the flight recorder may be missing; tells what the witness says on it. */
final class UnwitnessedCalls {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private UnwitnessedCalls() {}

    /** Calls the server at the first argument, and tells into the file that is the second. */
    public static void main(String[] arguments) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Witness witness = Witness.start();
                Scene scene = new Scene(URI.create(arguments[0]))) {
            lines.add(witness.await(LIMIT).orElse("available"));
            TestWatch watch = witness.testBegins(scene.recording);
            try (TestWatch.Part part = watch.part()) {
                assertThat(scene.client().get("/answer?body=1").send()).hasStatus(200);
            }
            lines.add(told(watch.snapshot(LIMIT)));
            watch.ends(settled -> lines.add(told(settled)));
        }
        Files.write(Path.of(arguments[1]), lines);
    }

    private static String told(WitnessedTest test) {
        return test.standing() + " " + test.words();
    }
}
