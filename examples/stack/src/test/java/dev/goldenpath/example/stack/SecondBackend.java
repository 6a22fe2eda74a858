package dev.goldenpath.example.stack;

import dev.goldenpath.example.stack.backend.BackendMain;
import dev.goldenpath.example.stack.service.ServiceSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Another process of the backend service beside those of a stack. */
final class SecondBackend implements AutoCloseable {
    private final Process process;
    private final Api api;

    /** Starts it on the stack's auth service and PostgreSQL, and any Redis; returns when it answers. */
    SecondBackend(LaunchedStack stack, int redisPort, Path directory) throws IOException {
        int port = freePort();
        ServiceSettings settings = new ServiceSettings(
                port,
                stack.auth().url(),
                stack.postgresPort(),
                redisPort,
                "second",
                Duration.ofSeconds(900),
                null,
                stack.auth().url(),
                directory,
                null,
                null,
                false);
        ProcessBuilder command = new ProcessBuilder(LaunchedStack.javaCommand(BackendMain.class))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("backend.log").toFile());
        command.environment().putAll(settings.toEnvironment());
        process = command.start();
        api = new Api(URI.create("http://127.0.0.1:" + port));
        Await.until("the second backend", () -> listens(port));
        Await.until("its readiness", () -> api.get("/api/health/ready").status() == 200);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    Api api() {
        return api;
    }

    @Override
    public void close() {
        process.destroy();
        Await.gone(List.of(process.toHandle()));
    }
}
