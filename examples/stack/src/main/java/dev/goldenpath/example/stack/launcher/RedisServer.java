package dev.goldenpath.example.stack.launcher;

import dev.goldenpath.example.stack.launcher.ProcessGroup.Role;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/** Redis on loopback, without a password and without files of its own. */
final class RedisServer {
    private final ProcessGroup processes;
    private final Path directory;
    private final ServerLog log;

    RedisServer(ProcessGroup processes, Path dataDirectory) {
        this.processes = processes;
        this.directory = dataDirectory.resolve("redis");
        this.log = new ServerLog(dataDirectory.resolve("redis.log"));
    }

    /** Starts the server; it accepts connections a little later. */
    void start(int port) throws StackException {
        processes.start("redis", Role.CACHE, command(port), log::tail);
    }

    private ProcessBuilder command(int port) throws StackException {
        try {
            Files.createDirectories(directory);
            Path configuration = directory.resolve("redis.conf");
            Files.write(
                    configuration,
                    List.of("port " + port, "bind 127.0.0.1", "save \"\"", "appendonly no", "daemonize no"));
            // The library's own directory would stay behind whenever the launcher is killed.
            File program = ExecutableProvider.newJarResourceProvider(directory.toFile())
                    .get();
            ProcessBuilder command = new ProcessBuilder(program.getPath(), configuration.toString());
            command.directory(directory.toFile());
            log.receiveFrom(command);
            return command;
        } catch (IOException e) {
            throw new StackException("Redis cannot be prepared", e);
        }
    }
}
