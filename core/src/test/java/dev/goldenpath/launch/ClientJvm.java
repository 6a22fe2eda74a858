package dev.goldenpath.launch;

import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Redaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A JVM that shares the processes of the environment "local" until it is ended, and then gives nothing back. */
public final class ClientJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader words;

    private ClientJvm(Process process) {
        this.process = process;
        this.words = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static ClientJvm start(Path project, Path run) {
        try {
            return new ClientJvm(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ClientJvm.class.getName(),
                            project.toString(),
                            run.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path run = Path.of(arguments[1]);
        var environment =
                new Project(Path.of(arguments[0])).loader(new SharedPorts(run)).load(null);
        Redaction redaction = new Redaction();
        try {
            LaunchedProcesses shared = LaunchedProcesses.share(environment, run, redaction);
            System.out.println("shared");
            System.out.println(environment.launch().get(0).command());
            int next = System.in.read();
            System.out.println(shared.failure().orElse("fine " + next));
        } catch (RuntimeException e) {
            System.out.println(e.getMessage().replace('\n', '|'));
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

    ProcessHandle handle() {
        return process.toHandle();
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
