package dev.goldenpath.example.stack.service;

import dev.goldenpath.example.stack.process.DirectoryTree;
import dev.goldenpath.example.stack.process.PidFile;
import dev.goldenpath.example.stack.process.ProcessRecord;
import dev.goldenpath.example.stack.process.Termination;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main routine of a service's process: it serves until it is told to stop, or its launcher is gone. */
public final class ServiceProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);
    private static final Duration SERVER_GRACE = Duration.ofSeconds(5);

    private final ServiceSettings settings;
    private volatile @Nullable Service service;

    private ServiceProcess(ServiceSettings settings) {
        this.settings = settings;
    }

    /** Runs the service in this process; exits with 1 if it cannot start. */
    public static void run(Service.Starter starter) {
        new ServiceProcess(ServiceSettings.fromEnvironment(System.getenv())).start(starter);
    }

    private void start(Service.Starter starter) {
        // The watch comes first: the launcher may die while the service is still starting.
        LauncherWatch.start(this::endAfterLauncher);
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeService, "shutdown"));
        try {
            service = starter.start(settings);
        } catch (Exception cause) {
            LOG.error("Cannot start: {}", cause.getMessage(), cause);
            System.exit(1);
        }
    }

    private void closeService() {
        Service started = service;
        if (started != null) {
            started.close();
        }
    }

    /** Ends what the launcher no longer can. Both services try, so that one of them is enough. */
    private void endAfterLauncher() {
        try {
            // PostgreSQL waits for its clients before it stops, and this service is one.
            closeService();
            PidFile pidFile = new PidFile(settings.dataDirectory());
            List<ProcessHandle> servers = pidFile.read().stream()
                    .map(ProcessRecord::find)
                    .flatMap(Optional::stream)
                    .toList();
            Termination.end(servers, SERVER_GRACE);
            boolean first = pidFile.delete();
            if (first && settings.temporary()) {
                DirectoryTree.delete(settings.dataDirectory());
            }
        } catch (IOException incomplete) {
            LOG.error("The launcher died, and cleaning up after it failed: {}", incomplete.toString());
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}
