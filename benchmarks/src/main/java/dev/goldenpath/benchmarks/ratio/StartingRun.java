package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.benchmarks.frame.ServiceScene;
import dev.goldenpath.benchmarks.frame.TemporaryFolder;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.witness.Witness;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The start of a run: a service is asked again and again until it has been up for so many milliseconds, and then the
 * witness is waited for, as the readiness gate does. Prints when the first test may begin, in milliseconds since the JVM
 * started.
 */
final class StartingRun {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long BETWEEN_PROBES_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private StartingRun() {}

    /** Port, milliseconds, and whether there is a witness. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        long ready = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments[1]));
        Optional<Witness> witness =
                Boolean.parseBoolean(arguments[2]) ? Optional.of(Witness.start()) : Optional.empty();
        try (TemporaryFolder folder = new TemporaryFolder();
                ServiceScene scene = new ServiceScene(folder.path(), recorded -> {})) {
            ServiceClient client =
                    scene.anonymous("backend", URI.create("http://127.0.0.1:" + arguments[0]), List.of());
            while (client.get("/health").send().status() != 200 || System.nanoTime() < ready) {
                LockSupport.parkNanos(Math.max(1, Math.min(BETWEEN_PROBES_NANOS, ready - System.nanoTime())));
            }
            Optional<String> reason = witness.flatMap(started -> started.await(LIMIT));
            if (reason.isPresent()) {
                throw new IOException(reason.get());
            }
            System.out.println(System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime());
        }
        System.exit(0);
    }
}
