package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.Certificates;
import dev.goldenpath.Leaks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the WebSocket client writes about its sessions when its users set its log to the most it can tell. */
class EngineLogTest {
    private static final long LIMIT_SECONDS = 300;

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @TempDir
    private Path folder;

    @Test
    void noSecretIsInTheLogHoweverMuchThatTells() throws Exception {
        Certificates authority = Certificates.in(folder);
        ServerProcess safe = new ServerProcess();
        safe.start(authority.server(30).keyStore().toString(), Certificates.PASSWORD);
        try {
            Path log = logOf(
                    SERVER.url().toString(),
                    safe.url().toString().replace("http:", "https:"),
                    authority.authorityStore().toString());

            assertThat(Leaks.in(log, LoggedSessions.SECRETS)).isEmpty();
            assertThat(Files.readString(log))
                    .contains("connected\n", "FINE: KEY IS REGISTERED", "org.glassfish.grizzly.");
        } finally {
            safe.stop();
        }
    }

    @Test
    void whatAnyOtherClientTellsIsFound() throws Exception {
        Path log = logOf(SERVER.url().toString());

        assertThat(String.join("\n", Leaks.in(log, List.of("seed-key-1", "seed-parameter-2", "seed-json-5"))))
                .contains(
                        "> X-Api-Key: seed-key-1",
                        "/echo?api_key=seed-parameter-2",
                        "Sending text message: {\"password\":\"seed-json-5\"}");
    }

    private Path logOf(String... arguments) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Path settings = Files.writeString(folder.resolve("logging.properties"), """
                handlers = java.util.logging.ConsoleHandler
                .level = ALL
                java.util.logging.ConsoleHandler.level = ALL
                """);
        ProcessBuilder sessions = ServerProcess.java(LoggedSessions.class, arguments);
        sessions.command()
                .addAll(
                        1,
                        List.of(
                                "-Djava.util.logging.config.file=" + settings,
                                "-Djdk.net.hosts.file=" + System.getProperty("jdk.net.hosts.file")));
        Process process = sessions.redirectError(ProcessBuilder.Redirect.PIPE)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(() -> "see " + log).isZero();
        return log;
    }
}
