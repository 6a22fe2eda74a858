package dev.goldenpath.runlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The state of the sources.
 *
 * @param commit full hash of the current commit
 * @param dirty whether tracked files differ from it
 * @since 0.1.0
 */
public record GitState(String commit, boolean dirty) {
    private static final int SECONDS = 5;

    /** The state of the work tree at {@code folder}; empty where there is none, or no git. */
    public static Optional<GitState> of(Path folder) {
        return git(folder, "rev-parse", "HEAD")
                .flatMap(commit -> git(folder, "status", "--porcelain", "--untracked-files=no")
                        .map(status -> new GitState(commit.strip(), !status.isBlank())));
    }

    private static Optional<String> git(Path folder, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command)
                    // Absolute, for nothing can be started in a folder with the empty name of the working directory.
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            // Both commands print less than a pipe holds unless thousands of files changed; then the wait runs out.
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
