package dev.goldenpath.launch;

import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.LaunchSpec;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Redaction;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts a supervisor. */
final class SupervisorProcess {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** What every JVM takes options from: a debugger's port, for one, can't be had twice. */
    private static final List<String> JVM_OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private SupervisorProcess() {}

    /**
     * Starts one and returns when it has started the processes, or has failed to.
     *
     * @throws EnvironmentNotReadyException when the supervisor itself could not be started
     */
    static void start(LaunchPlace place, List<LaunchSpec> processes, Redaction redaction) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                classPath(),
                Supervisor.class.getName());
        Map<String, String> variables = new LinkedHashMap<>(builder.environment());
        variables.keySet().retainAll(JVM_OPTIONS);
        builder.environment().keySet().removeAll(JVM_OPTIONS);
        Process process = builder.redirectError(place.errors().toFile()).start();
        LaunchOrder order = LaunchOrder.of(place, processes, redaction, variables);
        CompletableFuture<String> answer =
                CompletableFuture.supplyAsync(() -> converse(process, order), SupervisorProcess::run);
        String seen = await(answer);
        if (!seen.equals(Supervisor.READY)) {
            process.destroyForcibly();
            String wrote = redaction.text(Files.readString(place.errors())).strip();
            throw new EnvironmentNotReadyException(
                    "The supervisor of environment '" + place.environment() + "' could not be started.",
                    List.of(
                            Fact.of("command", String.join(" ", builder.command())),
                            Fact.of("seen", seen),
                            Fact.of("wrote", wrote.isEmpty() ? "(nothing)" : wrote)));
        }
    }

    private static String converse(Process process, LaunchOrder order) {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            order.write(out);
            String line = in.readLine();
            if (line != null) {
                return line;
            }
        } catch (IOException e) {
            // It ends before it has read its order.
            return ended(process);
        }
        return ended(process);
    }

    private static String ended(Process process) {
        return "exit code " + process.onExit().join().exitValue();
    }

    private static String await(CompletableFuture<String> answer) {
        try {
            return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } catch (ExecutionException e) {
            return e.toString();
        } catch (TimeoutException e) {
            return "no answer within " + LIMIT.toSeconds() + " s";
        }
    }

    private static void run(Runnable task) {
        Thread thread = new Thread(task, "goldenpath-supervisor");
        thread.setDaemon(true);
        thread.start();
    }

    /** This library's own classes, which are all that it needs; everything, where they are in no file of their own. */
    private static String classPath() {
        CodeSource source = Supervisor.class.getProtectionDomain().getCodeSource();
        try {
            URI place = source == null || source.getLocation() == null
                    ? URI.create("none:/")
                    : source.getLocation().toURI();
            if ("file".equals(place.getScheme()) && Files.exists(Path.of(place))) {
                return Path.of(place).toString();
            }
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return System.getProperty("java.class.path");
        }
        return System.getProperty("java.class.path");
    }
}
