package dev.goldenpath.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One run of the program in a process of its own, as a user starts it.
 *
 * @param exitCode of the process
 * @param out the lines it printed
 * @param err what it complained about
 */
public record Program(int exitCode, List<String> out, String err) {
    private static final int LIMIT_SECONDS = 120;

    /** Runs it to its end. */
    public static Program run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = builder(folder, arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("It did not end within " + LIMIT_SECONDS + " s: " + Files.readString(err));
        }
        return new Program(process.exitValue(), Files.readAllLines(out, UTF_8), Files.readString(err, UTF_8));
    }

    /** The program, with its temporary files in {@code folder}. */
    public static ProcessBuilder builder(Path folder, String... arguments) {
        return new ProcessBuilder(Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Djava.io.tmpdir=" + folder,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()),
                        Stream.of(arguments))
                .toList());
    }
}
