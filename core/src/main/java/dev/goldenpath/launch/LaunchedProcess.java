package dev.goldenpath.launch;

import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.LaunchSpec;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process, its output and its end. */
final class LaunchedProcess {
    private static final int STOP_SECONDS = 15;
    private static final int KILL_SECONDS = 5;

    private final LaunchSpec spec;
    private final Process process;
    private final OutputLog output;
    /** What it has started, as far as seen while it ran: a process that has ended no longer leads to it. */
    private final Set<ProcessHandle> descendants = ConcurrentHashMap.newKeySet();

    private LaunchedProcess(LaunchSpec spec, Process process, OutputLog output) {
        this.spec = spec;
        this.process = process;
        this.output = output;
    }

    static LaunchedProcess start(LaunchSpec spec, String environment, Path folder, Redaction redaction) {
        // Another JVM, or another environment, may write into the same folder.
        String name = "launch-" + environment + "-" + spec.name() + "-"
                + ProcessHandle.current().pid();
        Path file = folder.resolve(name.replaceAll("[^\\w.-]", "_") + ".log");
        try {
            Files.createDirectories(folder);
            Process process =
                    new ProcessBuilder(command(spec)).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return new LaunchedProcess(spec, process, OutputLog.follow(process, file, redaction));
        } catch (IOException e) {
            throw new EnvironmentNotReadyException(
                    "Process '" + spec.name() + "' could not be started.",
                    List.of(
                            Fact.of("command", redaction.text(String.join(" ", spec.command()))),
                            Fact.of("declared", spec.origin()),
                            Fact.of("folder", Path.of("").toAbsolutePath()),
                            Fact.of("cause", e)));
        }
    }

    Optional<String> failure() {
        look(process.toHandle());
        if (process.isAlive()) {
            return Optional.empty();
        }
        return Optional.of("process '" + spec.name() + "' (" + spec.origin() + ") ended with exit code "
                + process.exitValue() + ". Its last lines, from " + output.file() + ":\n" + output.lastLines());
    }

    /** Asks the process, then its descendants, to end; what is left of them after that is killed. */
    void stop() {
        look(process.toHandle());
        List.copyOf(descendants).forEach(this::look);
        process.destroy();
        CompletableFuture<?> end = process.onExit().thenCompose(gone -> {
            // A shell ends without a word to what it started.
            descendants.forEach(ProcessHandle::destroy);
            return CompletableFuture.allOf(
                    descendants.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        });
        if (!isReached(end, STOP_SECONDS)) {
            kill(process.toHandle());
            descendants.forEach(LaunchedProcess::kill);
            isReached(end, KILL_SECONDS);
        }
        output.awaitEnd();
    }

    /** A handle stands for the one process that had its number when it was seen, and for no later one. */
    private void look(ProcessHandle parent) {
        if (parent.isAlive()) {
            parent.descendants().forEach(descendants::add);
        }
        descendants.removeIf(seen -> !seen.isAlive());
    }

    /** From the top down: a parent that outlives its child may start another one. */
    private static void kill(ProcessHandle parent) {
        List<ProcessHandle> children = parent.children().toList();
        parent.destroyForcibly();
        children.forEach(LaunchedProcess::kill);
    }

    private static boolean isReached(CompletableFuture<?> end, int seconds) {
        try {
            end.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
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
