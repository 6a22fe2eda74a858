package dev.goldenpath.benchmarks.frame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of the operating system that has ended.
 *
 * @param exitCode of the process
 * @param output what it printed, and what it complained about
 */
public record Finished(int exitCode, String output) {

    private static final int LIMIT_SECONDS = 60;

    /**
     * Runs a command to its end, or throws after a minute.
     *
     * @param folder where its output may lie meanwhile: reading a pipe to its end would have no limit
     */
    public static Finished run(Path folder, List<String> command) throws IOException {
        Path output = Files.createTempFile(folder, "finished-", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " did not end within " + LIMIT_SECONDS + " s.");
            }
            return new Finished(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + command.get(0) + " ran.", e);
        } finally {
            Files.delete(output);
        }
    }
}
