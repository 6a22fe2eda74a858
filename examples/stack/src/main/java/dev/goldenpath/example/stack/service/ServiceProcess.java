package dev.goldenpath.example.stack.service;

import dev.goldenpath.example.stack.process.DirectoryTree;
import dev.goldenpath.example.stack.process.PidFile;
import dev.goldenpath.example.stack.process.ProcessRecord;
import dev.goldenpath.example.stack.process.Termination;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main routine of a service's process: it serves until it is told to stop, or its launcher is gone. */
public final class ServiceProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);
    private static final Duration SERVER_GRACE = Duration.ofSeconds(5);

    private ServiceProcess() {}

    /** Runs the service in this process; exits with 1 if it cannot start. */
    public static void run(Service.Starter starter) {
        ServiceSettings settings = ServiceSettings.fromEnvironment(System.getenv());
        // The watch comes first: the launcher may die while the service is still starting.
        LauncherWatch.start(() -> afterLauncherDied(settings));
        try {
            Service service = starter.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
        } catch (Exception cause) {
            LOG.error("Cannot start: {}", cause.getMessage(), cause);
            System.exit(1);
        }
    }

    /** Ends what the launcher can no longer end: each service tries, so one of them surviving is enough. */
    private static void afterLauncherDied(ServiceSettings settings) {
        LOG.warn("The launcher is gone: stopping the servers and this service");
        try {
            PidFile pidFile = new PidFile(settings.dataDirectory());
            List<ProcessHandle> servers = pidFile.read().stream()
                    .map(ProcessRecord::find)
                    .flatMap(Optional::stream)
                    .filter(process -> process.pid() != ProcessHandle.current().pid())
                    .toList();
            Termination.end(servers, SERVER_GRACE);
            if (settings.temporary()) {
                DirectoryTree.delete(settings.dataDirectory());
            } else {
                pidFile.delete();
            }
        } catch (IOException incomplete) {
            LOG.error("Could not clean up after the launcher: {}", incomplete.toString());
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}
