package dev.goldenpath.launch;

import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.LaunchSpec;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Redaction;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One process of a supervisor, and its output. */
final class LaunchedProcess {
    private final LaunchSpec spec;
    private final Process process;
    private final OutputLog output;

    private LaunchedProcess(LaunchSpec spec, Process process, OutputLog output) {
        this.spec = spec;
        this.process = process;
        this.output = output;
    }

    static LaunchedProcess start(
            LaunchSpec spec, LaunchPlace place, Map<String, String> variables, Redaction redaction) {
        Path file = place.output(spec.name(), ProcessHandle.current().pid());
        try {
            ProcessBuilder builder = new ProcessBuilder(command(spec)).redirectErrorStream(true);
            builder.environment().putAll(variables);
            Process process = builder.start();
            process.getOutputStream().close();
            return new LaunchedProcess(spec, process, OutputLog.follow(process, file, redaction));
        } catch (IOException e) {
            throw new EnvironmentNotReadyException(
                    "Process '" + spec.name() + "' could not be started.",
                    List.of(
                            Fact.of("command", redaction.text(String.join(" ", spec.command()))),
                            Fact.of("declared", spec.origin()),
                            Fact.of("folder", Path.of("").toAbsolutePath()),
                            Fact.of("cause", redaction.text(e.toString()))));
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** In words, once it has ended. */
    CompletableFuture<String> ended() {
        return process.onExit()
                .thenApplyAsync(gone -> "process '" + spec.name() + "' (" + spec.origin() + ") ended with exit code "
                        + gone.exitValue() + ". Its last lines, from " + output.file() + ":\n" + output.lastLines());
    }

    /** Waits for the rest of its output. */
    void awaitOutput(Duration limit) {
        output.awaitEnd(limit);
    }

    private static List<String> command(LaunchSpec spec) {
        List<String> command = new ArrayList<>(spec.command());
        if (command.get(0).equals("java")) {
            command.set(
                    0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        }
        return command;
    }
}
