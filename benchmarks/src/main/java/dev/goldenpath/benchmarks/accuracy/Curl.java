package dev.goldenpath.benchmarks.accuracy;

import dev.goldenpath.benchmarks.frame.Finished;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The same calls by curl, as a second opinion.
 *
 * @param folder for its output
 */
record Curl(Path folder) {
    private static final String MARKS = "%{time_namelookup} %{time_connect} %{time_appconnect} %{time_pretransfer}"
            + " %{time_starttransfer} %{time_total}";

    /** Whether there is one. */
    boolean isInstalled() {
        try {
            return Finished.run(folder, List.of("curl", "--version")).exitCode() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Makes one call, and tells its phases in milliseconds. */
    Map<String, Double> call(URI url) throws IOException {
        Finished finished = Finished.run(
                folder,
                List.of(
                        "curl",
                        "-q",
                        "-s",
                        "-k",
                        "--noproxy",
                        "*",
                        "-m",
                        "30",
                        "-o",
                        "/dev/null",
                        "-w",
                        MARKS,
                        "" + url));
        if (finished.exitCode() != 0) {
            throw new IOException("curl failed at " + url + " with exit code " + finished.exitCode() + ".");
        }
        List<Double> at = Stream.of(finished.output().trim().split(" ", -1))
                .map(seconds -> Double.parseDouble(seconds) * 1000)
                .toList();
        return Map.of(
                "connect", at.get(1) - at.get(0),
                "tls", at.get(2) - at.get(1),
                "wait", at.get(4) - at.get(3),
                "receive", at.get(5) - at.get(4));
    }
}
