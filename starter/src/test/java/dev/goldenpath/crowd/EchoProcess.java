package dev.goldenpath.crowd;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An {@link EchoService} in a process of its own, for the tests of one class. */
final class EchoProcess implements BeforeAllCallback, AfterAllCallback {
    private Process process;
    private int port;
    private int socketPort;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        process = new ProcessBuilder(java(EchoService.class))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        port = Integer.parseInt(output.readLine());
        socketPort = Integer.parseInt(output.readLine());
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    int port() {
        return port;
    }

    int socketPort() {
        return socketPort;
    }

    /** The command that runs a class of these tests. */
    static List<String> java(Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }
}
