package dev.goldenpath.example.stack.launcher;

import dev.goldenpath.example.stack.launcher.ProcessGroup.Role;
import dev.goldenpath.example.stack.service.ServiceSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Starts services as Java processes of their own, from the same class path as this one. */
final class ServiceLauncher {
    private final ProcessGroup processes;

    ServiceLauncher(ProcessGroup processes) {
        this.processes = processes;
    }

    /** Starts a service; what it prints appears on standard output behind its name. */
    void start(String name, Class<?> main, ServiceSettings settings) throws StackException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Small: a stack shares its machine with the tests that use it.
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        command.environment().putAll(settings.toEnvironment());
        command.redirectErrorStream(true);
        Process process = processes.start(name, Role.SERVICE, command, () -> "");
        Thread pump = new Thread(() -> pump(name, process), name + "-output");
        pump.setDaemon(true);
        pump.start();
    }

    private static void pump(String name, Process process) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(line -> System.out.println("[" + name + "] " + line));
        } catch (IOException | UncheckedIOException ended) {
            // The process is gone, and the process group says so.
        }
    }
}
