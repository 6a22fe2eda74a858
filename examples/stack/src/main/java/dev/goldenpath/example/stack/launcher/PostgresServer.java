package dev.goldenpath.example.stack.launcher;

import dev.goldenpath.example.stack.launcher.ProcessGroup.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL on loopback, with one superuser and no password. */
final class PostgresServer {
    private static final String NAME = "postgres";

    private final ProcessGroup processes;
    private final ServerAccount account;
    private final Path programs;
    private final Path directory;
    private final ServerLog log;

    PostgresServer(ProcessGroup processes, Path dataDirectory) throws StackException {
        this.processes = processes;
        this.account = ServerAccount.detect();
        this.programs = PostgresBinaries.unpacked().resolve("bin");
        this.directory = dataDirectory.resolve("postgres");
        this.log = new ServerLog(dataDirectory.resolve("postgres.log"));
    }

    /** Starts the server, after creating its files where there are none; it accepts connections a little later. */
    void start(int port) throws StackException {
        try {
            boolean fresh = Files.notExists(directory.resolve("PG_VERSION"));
            Files.createDirectories(directory);
            FileModes.set(directory, 0700);
            account.own(directory);
            if (fresh) {
                initialise();
            }
        } catch (IOException e) {
            throw new StackException("The directory of PostgreSQL cannot be prepared", e);
        }
        processes.start(NAME, Role.DATABASE, server(port), log::tail);
    }

    private ProcessBuilder server(int port) {
        return command(
                "postgres",
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "shared_buffers=32MB",
                // A crash may lose the last moments, but never the consistency, of these demo files.
                "-c",
                "synchronous_commit=off");
    }

    private void initialise() throws StackException {
        ProcessBuilder initdb = command(
                "initdb",
                "--username=stack",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                // Lower case beyond ASCII, on every platform, without asking the system's locales.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-sync");
        int exitCode = processes.run("initdb", Role.DATABASE, initdb);
        if (exitCode != 0) {
            throw new StackException("initdb failed (exit code " + exitCode + "):" + log.tail());
        }
    }

    private ProcessBuilder command(String program, String... arguments) {
        ProcessBuilder command = account.command(programs.resolve(program).toString(), "-D", directory.toString());
        command.command().addAll(List.of(arguments));
        command.directory(directory.toFile());
        log.receiveFrom(command);
        return command;
    }
}
