package dev.goldenpath.launch;

import dev.goldenpath.Waiting;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Redaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder of a run, the JVMs that share processes by it, and the supervisors of those. Leaves none behind. */
final class LaunchScene implements AutoCloseable {
    final Redaction redaction = new Redaction();
    private final Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();

    LaunchScene(Path folder) {
        this.folder = folder;
    }

    /** The run's folder, where everything is kept. */
    Path run() {
        return folder.resolve("launch");
    }

    Environment environment(String... launch) {
        return new Project(folder)
                .yaml("environments:\n  local:\n    services: { a: { url: 'http://127.0.0.1:1' } }\n    launch:\n      "
                        + String.join("\n      ", launch) + "\n")
                .load();
    }

    /** Shares as this JVM. */
    LaunchedProcesses share(String... launch) {
        return share(environment(launch));
    }

    LaunchedProcesses share(Environment environment) {
        LaunchedProcesses shared = LaunchedProcesses.share(environment, run(), redaction);
        open.add(shared);
        return shared;
    }

    /** Shares as a JVM of its own. */
    ClientJvm jvm(String... launch) {
        environment(launch);
        ClientJvm jvm = ClientJvm.start(folder, run());
        open.add(jvm);
        return jvm;
    }

    /** The state of the one supervisor there is or was. */
    SupervisorState state() {
        return Supervisors.states(run()).get(0);
    }

    ProcessHandle supervisor() {
        return state().supervisor().find().orElseThrow();
    }

    /** Whether no supervisor is there any more, nor the word of one. */
    boolean isOver() {
        return Supervisors.states(run()).isEmpty();
    }

    /** The file of the newest process of this name, of the environment "local". */
    Path file(String name) {
        List<Path> files = files("local-" + name + "-", ".log");
        return files.isEmpty() ? run().resolve("none") : files.get(files.size() - 1);
    }

    String output(String name) {
        try {
            return Files.exists(file(name)) ? Files.readString(file(name)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process whose number is the first line that this one writes. */
    ProcessHandle told(String name) {
        Waiting.until(() -> output(name).contains("\n"));
        return ProcessHandle.of(Long.parseLong(output(name).lines().findFirst().orElseThrow()))
                .orElseThrow();
    }

    void signal(String name, ProcessHandle process) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    List<Path> files(String start, String end) {
        return Supervisors.files(run(), start, end);
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        Supervisors.end(run());
    }
}
