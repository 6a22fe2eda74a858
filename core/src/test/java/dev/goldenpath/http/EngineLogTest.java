package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.Certificates;
import dev.goldenpath.Leaks;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the HTTP client writes about its calls when its users set its log to the most it can tell. */
class EngineLogTest {
    private static final long LIMIT_SECONDS = 120;

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @RegisterExtension
    static final TlsServers SAFE = new TlsServers();

    @TempDir
    private Path folder;

    @Test
    void noSecretIsInTheLogHoweverMuchThatTells() throws Exception {
        Path log = logOf(
                SERVER.url().toString(),
                SERVER.brokenUrl().toString(),
                SAFE.good().toString(),
                trustStore(),
                SERVER.demandingProxyUrl().toString());

        assertThat(Leaks.in(log, LoggedCalls.SECRETS)).isEmpty();
        assertThat(Files.readString(log)).contains("called\n", "DEBUG org.apache.hc.client5.", "GET /***\n");
    }

    @Test
    void whatAnyOtherClientTellsIsFound() throws Exception {
        Path log = logOf(SERVER.url().toString());

        assertThat(String.join("\n", Leaks.in(log, List.of(Scene.TOKEN, "seed-Parameter-2"))))
                .contains(
                        "client5.http.headers - http-outgoing-0 >> Authorization: Bearer " + Scene.TOKEN,
                        "client5.http.wire - http-outgoing-0 >> \"Authorization: Bearer " + Scene.TOKEN,
                        "MainClientExec - ex-0000000001 executing GET /echo?api_key=seed-Parameter-2");
    }

    private String trustStore() throws IOException, GeneralSecurityException {
        Path store = folder.resolve("trusted");
        try (OutputStream file = Files.newOutputStream(store)) {
            SAFE.trusting().trust().store(file, Certificates.PASSWORD.toCharArray());
        }
        return store.toString();
    }

    private Path logOf(String... arguments) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.net.hosts.file=" + System.getProperty("jdk.net.hosts.file"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                "-cp",
                System.getProperty("java.class.path"),
                LoggedCalls.class.getName()));
        command.addAll(List.of(arguments));
        Process calls = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(calls.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            calls.destroyForcibly();
        }
        assertThat(calls.exitValue()).as(() -> "see " + log).isZero();
        return log;
    }
}
