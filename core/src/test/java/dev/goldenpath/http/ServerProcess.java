package dev.goldenpath.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** A {@link TestServer} in a process of its own, one for all test classes; register it in a static field. */
public final class ServerProcess implements BeforeAllCallback {
    private static final int LIMIT_SECONDS = 60;

    private Running running;

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(Namespace.create(ServerProcess.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(TestServer.class, List.of()), Running.class);
    }

    /** Where every request gets a proper answer. */
    public URI url() {
        return running.url(0);
    }

    /** Where every request gets a broken one. */
    public URI brokenUrl() {
        return running.url(1);
    }

    /** Where something else than HTTP is spoken. */
    public URI bannerUrl() {
        return running.url(2);
    }

    /** Where connections are accepted, and never a word is said. */
    public URI silentUrl() {
        return running.url(3);
    }

    /** A proxy for everybody. */
    public URI proxyUrl() {
        return running.url(4);
    }

    /** A proxy for {@code tester} with the {@code proxy-password} alone. */
    public URI demandingProxyUrl() {
        return running.url(5);
    }

    /** A proxy for nobody. */
    public URI refusingProxyUrl() {
        return running.url(6);
    }

    /** The main class of this name in a JVM of its own, on the test classes alone, with the names that this one knows. */
    public static ProcessBuilder java(Class<?> main) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // Else every second answer on a kept connection waits 40 ms for the client's acknowledgement.
                        "-Dsun.net.httpserver.nodelay=true",
                        "-Djdk.net.hosts.file=" + System.getProperty("jdk.net.hosts.file"),
                        "-cp",
                        testClasses(),
                        main.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static String testClasses() {
        return Path.of(URI.create(ServerProcess.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
    }

    /** Servers in a process of their own, whose first line tells their ports. */
    static final class Running implements CloseableResource, AutoCloseable {
        private final Process process;
        private final List<String> ports;

        private Running(Process process, String ports) {
            this.process = process;
            this.ports = List.of(ports.split(" ", 0));
        }

        URI url(int number) {
            return URI.create("http://127.0.0.1:" + ports.get(number));
        }

        static Running start(Class<?> main, List<String> arguments) {
            try {
                ProcessBuilder command = java(main);
                command.command().addAll(arguments);
                Process process = command.start();
                return new Running(process, firstLine(process));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws Exception {
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static String firstLine(Process process) {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return output.readLine();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
