package dev.goldenpath.websocket;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A {@link WireServer} in a process of its own, for the tests of one class. */
final class ServerProcess implements BeforeAllCallback, AfterAllCallback {
    private Process process;
    private int port;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        start();
    }

    void start(String... arguments) throws IOException {
        start(java(WireServer.class, arguments));
    }

    /** At a port that one of these has had before. */
    void startAt(int port) throws IOException {
        ProcessBuilder builder = java(WireServer.class);
        builder.command().add(1, "-Dport=" + port);
        start(builder);
    }

    private void start(ProcessBuilder builder) throws IOException {
        process = builder.start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        port = Integer.parseInt(output.readLine());
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        stop();
    }

    void stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A Java process with this one's class path. */
    static ProcessBuilder java(Class<?> main, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        builder.command().addAll(List.of(arguments));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
