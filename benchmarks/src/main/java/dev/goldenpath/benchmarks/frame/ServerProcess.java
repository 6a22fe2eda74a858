package dev.goldenpath.benchmarks.frame;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server of these benchmarks in a JVM of its own, so that its work is not counted as the client's. It ends when its
 * standard input does: with this process, however that ends.
 */
public final class ServerProcess implements AutoCloseable {
    private static final int LIMIT_SECONDS = 10;

    private final Process process;
    private final List<Integer> ports;

    /** Starts a main class of this program, and waits for the line with its ports. */
    public ServerProcess(Class<?> main, String... arguments) throws IOException {
        process = new JavaCommand(main, List.of(), List.of(arguments)).builder().start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("The server " + main.getSimpleName() + " ended before it told its port.");
        }
        ports = Stream.of(line.split(" ", -1)).map(Integer::valueOf).toList();
    }

    /** The ports it listens on, in the order it told them. */
    public List<Integer> ports() {
        return ports;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
