package dev.goldenpath.jupiter;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One of several JVMs that run test classes of one run, as a build tool's forks do. */
final class Fork implements AutoCloseable {
    private final Process process;

    private Fork(Process process) {
        this.process = process;
    }

    /** Starts a JVM that runs these classes with the goldenpath.yaml in {@code folder}. */
    static Fork start(Path folder, Class<?>... classes) {
        return start(folder, Map.of(), classes);
    }

    /** The same with these environment variables besides. */
    static Fork start(Path folder, Map<String, String> variables, Class<?>... classes) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Fork.class.getName(),
                folder.toString()));
        Stream.of(classes).map(Class::getName).forEach(command::add);
        File output =
                folder.resolve("fork-" + classes[0].getSimpleName() + ".log").toFile();
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
            builder.environment().putAll(variables);
            return new Fork(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("The JVM did not end within 60 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws ClassNotFoundException {
        Class<?>[] classes = new Class<?>[arguments.length - 1];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = Class.forName(arguments[i + 1]);
        }
        GoldenPathRun.in(Path.of(arguments[0])).run(classes);
        System.exit(0);
    }
}
