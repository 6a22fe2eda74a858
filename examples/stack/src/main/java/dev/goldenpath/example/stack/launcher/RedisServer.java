package dev.goldenpath.example.stack.launcher;

import dev.goldenpath.example.stack.launcher.ProcessGroup.Role;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** Redis on loopback, without a password and without files of its own. Thread-safe. */
final class RedisServer {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ProcessGroup processes;
    private final Path directory;
    private final ServerLog log;
    private final InetSocketAddress address;
    private @Nullable ProcessBuilder command;
    private @Nullable Process process;
    private @Nullable Socket reservation;

    RedisServer(ProcessGroup processes, Path dataDirectory, int port) {
        this.processes = processes;
        this.directory = dataDirectory.resolve("redis");
        this.log = new ServerLog(dataDirectory.resolve("redis.log"));
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Starts the server unless it runs; it accepts connections a little later. */
    synchronized void start() throws StackException {
        if (process != null) {
            return;
        }
        try {
            if (command == null) {
                command = prepare();
            }
            if (reservation != null) {
                reservation.close();
                reservation = null;
            }
        } catch (IOException e) {
            throw new StackException("Redis cannot be prepared", e);
        }
        process = processes.start("redis", Role.CACHE, command, log::tail);
    }

    /** Ends the server if it runs, and keeps its port for the next start; returns when its process is gone. */
    synchronized void stop() throws StackException {
        if (process == null) {
            return;
        }
        processes.dismiss(process, GRACE);
        process = null;
        reservation = new Socket();
        try {
            // Bound, but neither listening nor connected: nobody else gets the port, and whoever calls is refused.
            reservation.setReuseAddress(true);
            reservation.bind(address);
        } catch (IOException e) {
            throw new StackException("The port of Redis cannot be kept", e);
        }
    }

    /** Returns when the server accepts a connection; throws if it does not in time. */
    void awaitConnections(Duration patience) throws StackException {
        long start = System.nanoTime();
        while (!acceptsConnections()) {
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new StackException(
                        "Redis accepts no connections after " + patience.toSeconds() + " s" + log.tail());
            }
            processes.awaitLoss(Duration.ofMillis(20));
        }
    }

    private boolean acceptsConnections() {
        try (Socket socket = new Socket()) {
            socket.connect(address, 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private ProcessBuilder prepare() throws IOException {
        Files.createDirectories(directory);
        Path configuration = directory.resolve("redis.conf");
        Files.write(
                configuration,
                List.of("port " + address.getPort(), "bind 127.0.0.1", "save \"\"", "appendonly no", "daemonize no"));
        // The library's own directory would stay behind whenever the launcher is killed.
        File program =
                ExecutableProvider.newJarResourceProvider(directory.toFile()).get();
        ProcessBuilder prepared = new ProcessBuilder(program.getPath(), configuration.toString());
        prepared.directory(directory.toFile());
        log.receiveFrom(prepared);
        return prepared;
    }
}
