package dev.goldenpath.example.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product in processes of its own, started by its command. */
final class LaunchedStack implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process launcher;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private LaunchedStack(Process launcher) {
        this.launcher = launcher;
        this.reader = new Thread(this::read, "launcher-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the command and does not wait. */
    static LaunchedStack launch(Map<String, String> environment, String... options) throws IOException {
        List<String> command = javaCommand(Main.class);
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new LaunchedStack(builder.start());
    }

    /** Starts the command and waits until it says that it is ready. */
    static LaunchedStack start(Map<String, String> environment, String... options) throws IOException {
        LaunchedStack stack = launch(environment, options);
        stack.find("ready in .*");
        return stack;
    }

    static List<String> javaCommand(Class<?> main) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path"), main.getName()));
    }

    private void read() {
        try (BufferedReader lines = launcher.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException ended) {
            output.add("(output ended: " + ended + ")");
        }
    }

    /** Waits for a line of output; returns the first group in it, or else all of it. */
    String find(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return Await.value("a line '" + pattern + "' in " + output, PATIENCE, () -> {
            for (String line : output) {
                Matcher matcher = compiled.matcher(line);
                if (matcher.find()) {
                    return matcher.group(matcher.groupCount());
                }
            }
            if (!launcher.isAlive() && !reader.isAlive()) {
                throw new AssertionError("The launcher ended with " + launcher.exitValue() + ": " + output);
            }
            return null;
        });
    }

    Api auth() {
        return new Api(URI.create(find("^auth +(http.*)")));
    }

    Api backend() {
        return new Api(URI.create(find("^backend +(http.*)")));
    }

    int postgresPort() {
        return Integer.parseInt(find("PostgreSQL at 127.0.0.1:(\\d+)"));
    }

    int redisPort() {
        return Integer.parseInt(find("Redis at 127.0.0.1:(\\d+)"));
    }

    Process launcher() {
        return launcher;
    }

    /** Returns the process of a server; its command contains the name. */
    ProcessHandle server(String name) {
        return launcher.children()
                .filter(child -> child.info().command().orElse("").contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns where the stack keeps its files; Redis must run. */
    Path directory() {
        String program = server("redis-server").info().command().orElseThrow();
        return Path.of(program).getParent().getParent();
    }

    /** Returns what a server has written to its log; Redis must run. */
    String log(String name) {
        try {
            return Files.readString(directory().resolve(name + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the process of a service on Linux. The JDK itself does not tell a command line as long as theirs. */
    ProcessHandle service(Class<?> main) {
        return launcher.children()
                .filter(child -> commandLine(child).contains(main.getName()))
                .findFirst()
                .orElseThrow();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int awaitExit() throws InterruptedException {
        if (!launcher.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The launcher is still running: " + output);
        }
        return launcher.exitValue();
    }

    /** Returns the lines that were printed up to now. */
    List<String> printed() {
        return List.copyOf(output);
    }

    /** Returns all that was printed; the launcher must have ended. */
    String wholeOutput() throws InterruptedException {
        reader.join(PATIENCE.toMillis());
        return String.join("\n", output);
    }

    @Override
    public void close() {
        launcher.destroy();
        Await.gone(List.of(launcher.toHandle()));
    }
}
