package dev.goldenpath.gallery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A {@link GalleryService} in a process of its own, which ends with this one. */
final class GalleryProcess implements AutoCloseable {
    private final Process process;
    private final int port;
    private final int socketPort;

    private GalleryProcess(Process process, int port, int socketPort) {
        this.process = process;
        this.port = port;
        this.socketPort = socketPort;
    }

    static GalleryProcess start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.goldenpath.gallery.GalleryService")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new GalleryProcess(process, Integer.parseInt(output.readLine()), Integer.parseInt(output.readLine()));
    }

    private static int port(BufferedReader output) throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("The gallery's service did not start");
        }
        return Integer.parseInt(line);
    }

    int port() {
        return port;
    }

    int socketPort() {
        return socketPort;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
