package dev.goldenpath.users;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Project;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A JVM of its own that leases users of the pool "free" of a project. */
final class Leaser implements AutoCloseable {
    private static final int LIMIT_SECONDS = 300;

    private final Process process;
    private final BufferedReader words;

    private Leaser(Process process) {
        this.process = process;
        this.words = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Holds a user, or leases and gives back in cycles as {@link ProvedCycles} does. */
    static Leaser start(Path project, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Leaser.class.getName(),
                project.toString()));
        command.addAll(List.of(arguments));
        try {
            return new Leaser(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path project = Path.of(arguments[0]);
        Environment environment = new Project(project).loader().load(null);
        UserPools pools = new UserPools(environment);
        if (arguments[1].equals("hold")) {
            hold(pools);
        } else {
            new ProvedCycles(pools, project.resolve("proofs"), Path.of(arguments[1]))
                    .run(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        }
        System.exit(0);
    }

    private static void hold(UserPools pools) throws IOException {
        UserLease lease = pools.lease("free", "hold");
        System.out.println("holds " + lease.user());
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            try {
                if (order.equals("close")) {
                    lease.close();
                } else {
                    lease.requireHeld();
                }
                System.out.println("fine");
            } catch (UserLeaseLostException e) {
                System.out.println("lost: " + String.valueOf(e.getMessage()).replace('\n', '|'));
            }
        }
    }

    /** The next line that it writes; {@code null} at its end. */
    @Nullable
    String says() {
        try {
            return words.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void tell(String order) throws IOException {
        process.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it ends by itself; gives what it ended with. */
    int end() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("A JVM did not end within " + LIMIT_SECONDS + " s");
        }
        return process.exitValue();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
