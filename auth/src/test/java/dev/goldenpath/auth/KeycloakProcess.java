package dev.goldenpath.auth;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real Keycloak in a process of its own, on a free port of 127.0.0.1, with one imported realm. Its database is below a
 * temporary folder that goes with it. The first start of an unpacked Keycloak takes about twice as long as later ones,
 * for it then builds itself; no other may start meanwhile. It ends when this JVM ends, however that ends.
 */
final class KeycloakProcess implements AutoCloseable {
    static final String ADMIN = "admin";
    static final String ADMIN_PASSWORD = "admin-password";

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(30);
    private static final int LOG_TAIL = 2_000;
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");

    /** Ends what it becomes once nobody holds its input any more, so that a killed JVM leaves no Keycloak behind. */
    private static final String WITH_ITS_JVM = """
            exec 3<&0; { read -r never <&3; kill -TERM $$ 2>/dev/null; } & exec "$@" 3<&- </dev/null""";

    private final Process process;
    private final Path home;
    private final Path log;
    private final Path built;

    private KeycloakProcess(Process process, Path home, Path log, Path built) {
        this.process = process;
        this.home = home;
        this.log = log;
        this.built = built;
    }

    /**
     * Starts one, and does not wait until it is ready.
     *
     * @param program the folder of an unpacked Keycloak, which is left as it is but for the build in its {@code lib}
     * @param realm the realm's JSON file
     * @param log what it writes goes here; an older one is overwritten
     */
    static KeycloakProcess start(Path program, Path realm, Path log) throws IOException {
        Path home = Files.createTempDirectory("goldenpath-keycloak-");
        Path imported = Files.createDirectories(home.resolve("data").resolve("import"));
        Files.copy(realm, imported.resolve(realm.getFileName()));
        Files.createDirectories(home.resolve("providers"));
        Path temporary = Files.createDirectories(home.resolve("tmp"));
        // Names are looked up in this file alone: else it asks a name server for the names of this machine's addresses.
        Path hosts = Files.writeString(home.resolve("hosts"), "127.0.0.1 localhost\n");
        Path built = program.resolve("built-by-goldenpath");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(
                "sh",
                "-c",
                WITH_ITS_JVM,
                "keycloak",
                "sh",
                program.resolve("bin").resolve("kc.sh").toString(),
                "-Dkc.home.dir=" + home,
                "-Djava.io.tmpdir=" + temporary,
                "-Djdk.net.hosts.file=" + hosts,
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=0",
                "--cache=local",
                "--import-realm")));
        if (Files.exists(built)) {
            // Otherwise it builds itself at every start, below the feet of one that runs.
            builder.command().add("-Dkc.config.built=true");
        }
        ownEnvironment(builder.environment());
        builder.directory(home.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        return new KeycloakProcess(builder.start(), home, log, built);
    }

    /** Nothing that is set on this machine for another Keycloak or another JVM counts. */
    private static void ownEnvironment(Map<String, String> variables) {
        variables.keySet().retainAll(Set.of("PATH"));
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1 -XX:-UsePerfData");
        variables.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        variables.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
    }

    /**
     * Waits until it listens, which it does after the import.
     *
     * @return its base URL, such as {@code http://127.0.0.1:41501}
     * @throws IllegalStateException when it ends before that, or is not ready after five minutes
     */
    URI awaitReady() throws IOException, InterruptedException {
        String url = awaitWritten(LISTENING);
        Files.writeString(built, "");
        return URI.create(url);
    }

    /**
     * Waits until it has written this, and returns the first group.
     *
     * @throws IllegalStateException when it ends before that, or has not done so after five minutes
     */
    String awaitWritten(Pattern text) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < READY_WITHIN.toNanos()) {
            boolean ended = process.waitFor(100, TimeUnit.MILLISECONDS);
            String written = Files.readString(log);
            Matcher found = text.matcher(written);
            if (found.find()) {
                return found.group(1);
            }
            if (ended) {
                throw notReady("ended with exit code " + process.exitValue(), written);
            }
        }
        throw notReady("was given " + READY_WITHIN.toSeconds() + " s", Files.readString(log));
    }

    private IllegalStateException notReady(String what, String written) {
        return new IllegalStateException("Keycloak " + what + " and is not ready. The end of " + log + ":\n"
                + written.substring(Math.max(0, written.length() - LOG_TAIL)));
    }

    /** All its processes that run now: the shell that starts it, the one that watches over it, and its JVM. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        return List.copyOf(all);
    }

    Path home() {
        return home;
    }

    /** Ends it with all its children, and deletes its folder. */
    @Override
    public void close() {
        List<ProcessHandle> all = processes();
        process.destroy();
        awaitEnd(all);
        all.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(all);
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                    .get(ENDED_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // The next thing to happen to them is harder.
        }
    }
}
