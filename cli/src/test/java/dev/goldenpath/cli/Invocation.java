package dev.goldenpath.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line in a process of its own, which has no JUnit. */
final class Invocation {
    private static final int LIMIT_SECONDS = 60;

    private final Path folder;
    private final List<String> command;
    private final Map<String, String> variables = new HashMap<>();

    private Invocation(Path folder, List<String> command) {
        this.folder = folder;
        this.command = command;
    }

    /** What is left of one. */
    record Ended(int exitCode, String out, String err) {

        /** The output with what differs from run to run made the same, and the lines of probes in their order. */
        String normalised(int port) {
            String same = out.replace(":" + port, ":54321").replaceAll("[ \\d]{6} ms  ", "     N ms  ");
            List<String> lines = new ArrayList<>(same.lines().toList());
            int first = lines.indexOf("Probes") + 1;
            int end = first;
            while (first > 0 && end < lines.size() && !lines.get(end).isEmpty()) {
                end++;
            }
            lines.subList(first, end).sort(null);
            return String.join("\n", lines) + "\n";
        }

        /** As above, from the line that says {@code heading}. */
        String normalisedFrom(String heading, int port) {
            String all = normalised(port);
            return all.substring(all.indexOf(heading + "\n"));
        }
    }

    /** The command line in {@code folder}. */
    static Invocation of(Path folder, String... arguments) {
        ProcessBuilder java = java(Main.class);
        List<String> command = new ArrayList<>(java.command());
        command.addAll(List.of(arguments));
        return new Invocation(folder, command);
    }

    /** The same by the jar that is shipped. */
    static Invocation ofJar(Path jar, Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program(), "-Dstdout.encoding=UTF-8", "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return new Invocation(folder, command);
    }

    Invocation with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** Starts it, with its output going to the files {@code out} and {@code err} of its folder. */
    Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out().toFile())
                .redirectError(err().toFile());
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** Waits until a started one has printed this. */
    void awaitText(String text) throws IOException {
        long start = System.nanoTime();
        while (!Files.exists(out()) || !Files.readString(out()).contains(text)) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
                throw new AssertionError("No '" + text + "' after " + LIMIT_SECONDS + " s");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private Path out() {
        return folder.resolve("out.txt");
    }

    private Path err() {
        return folder.resolve("err.txt");
    }

    Ended run() throws IOException, InterruptedException {
        return end(start());
    }

    Ended end(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("Still running after " + LIMIT_SECONDS + " s: " + Files.readString(out()));
        }
        return new Ended(process.exitValue(), Files.readString(out()), Files.readString(err()));
    }

    /** A main class on the class path of this JVM, but without JUnit. */
    static ProcessBuilder java(Class<?> main) {
        return new ProcessBuilder(
                program(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                classPath(),
                main.getName());
    }

    static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> !Path.of(entry).getFileName().toString().matches("(junit|opentest4j|apiguardian).*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static void write(Path folder, String configuration) throws IOException {
        Files.writeString(folder.resolve("goldenpath.yaml"), configuration, StandardCharsets.UTF_8);
    }
}
