package dev.goldenpath.example.stack.launcher;

import dev.goldenpath.example.stack.auth.AuthMain;
import dev.goldenpath.example.stack.backend.BackendMain;
import dev.goldenpath.example.stack.launcher.ProcessGroup.Role;
import dev.goldenpath.example.stack.service.ServiceSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The four processes of the product, and their common end. {@link #close} may come at any time, on any thread. */
final class Stack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SERVICE_GRACE = Duration.ofSeconds(5);
    private static final Duration SERVER_GRACE = Duration.ofSeconds(10);
    private static final int UNFINISHED_START_SECONDS = 10;

    private final Options options;
    private final Ports ports;
    private final DataDirectory directory;
    private final ProcessGroup processes;
    private final RedisServer redis;
    private final @Nullable ServerSwitch serverSwitch;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch startEnded = new CountDownLatch(1);

    /** Prepares a stack: nothing runs before {@link #start}. */
    Stack(Options options) throws StackException {
        this.options = options;
        this.ports = Ports.choose(options);
        this.directory = DataDirectory.open(options.dataDirectory());
        this.processes = new ProcessGroup(directory.pidFile());
        this.redis = new RedisServer(processes, directory.path(), ports.redis());
        this.serverSwitch = ports.faults() == null ? null : ServerSwitch.open(redis);
    }

    URI authUrl() {
        return URI.create("http://127.0.0.1:" + ports.auth());
    }

    URI backendUrl() {
        return URI.create("http://127.0.0.1:" + ports.backend());
    }

    /** Where faults are switched on and off, where they can be. */
    Optional<URI> faultsUrl() {
        return Optional.ofNullable(ports.faults()).map(port -> URI.create("http://127.0.0.1:" + port + "/faults"));
    }

    /** Starts everything; returns when both services are ready. */
    void start() throws StackException {
        try {
            startProcesses();
        } finally {
            startEnded.countDown();
        }
        HealthCheck health = new HealthCheck(processes, PATIENCE);
        health.await(authUrl().resolve("/auth/health"));
        health.await(backendUrl().resolve("/api/health/ready"));
    }

    private void startProcesses() throws StackException {
        // The services wait for their servers. Starting first saves time, and from then on they clean up if we die.
        ServiceLauncher services = new ServiceLauncher(processes);
        services.start("auth", AuthMain.class, settings(ports.auth(), null, null));
        Integer switchPort = serverSwitch == null ? null : serverSwitch.port();
        services.start("backend", BackendMain.class, settings(ports.backend(), ports.faults(), switchPort));
        redis.start();
        new PostgresServer(processes, directory.path()).start(ports.postgres());
    }

    private ServiceSettings settings(int port, @Nullable Integer faultsPort, @Nullable Integer switchPort) {
        return new ServiceSettings(
                port,
                authUrl(),
                ports.postgres(),
                ports.redis(),
                options.revision(),
                options.accessTokenLifetime(),
                options.signingKey(),
                options.issuer() == null ? authUrl() : options.issuer(),
                directory.path(),
                faultsPort,
                switchPort,
                directory.temporary());
    }

    /** Waits for at most so long; throws if one of the processes has ended. */
    void awaitLoss(Duration patience) throws StackException {
        processes.awaitLoss(patience);
    }

    /** Waits for at most so long; true if the stack is being closed. */
    boolean awaitClosing(Duration patience) {
        return await(closing, patience);
    }

    @Override
    public void close() {
        closing.countDown();
        processes.close();
        if (serverSwitch != null) {
            serverSwitch.close();
        }
        processes.end(Role.SERVICE, SERVICE_GRACE);
        processes.end(Role.CACHE, SERVER_GRACE);
        processes.end(Role.DATABASE, SERVER_GRACE);
        // A start that was interrupted may still be writing files.
        await(startEnded, Duration.ofSeconds(UNFINISHED_START_SECONDS));
        try {
            directory.release();
        } catch (IOException e) {
            System.err.println("Files stay in " + directory.path() + ": " + e);
        }
    }

    private static boolean await(CountDownLatch latch, Duration patience) {
        try {
            return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
