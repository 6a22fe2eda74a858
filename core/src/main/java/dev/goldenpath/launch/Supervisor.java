package dev.goldenpath.launch;

import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.LaunchSpec;
import dev.goldenpath.evidence.Redaction;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JVM of its own that keeps the processes of one environment for all JVMs of a run. It ends them, and itself, soon after
 * the last of those is gone, however that ended. It needs nothing but the JDK and this library's own classes.
 */
final class Supervisor {
    /** What it says when leases can be had. */
    static final String READY = "ready";
    /** For the next JVM to come when the last one has given its lease back. */
    static final Duration GRACE = Duration.ofMillis(2_500);
    /** When it just ended: it was killed, and the time that this took the system counts too. */
    static final Duration GRACE_AFTER_A_BREAK = Duration.ofSeconds(1);

    static final Duration STOP_AFTER_GRACE = Duration.ofMillis(1_750);
    /** On a signal, where nothing was waited for. */
    static final Duration STOP_AT_ONCE = GRACE.plus(STOP_AFTER_GRACE);

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final LaunchOrder order;
    private final Redaction redaction;
    private final Leases leases = new Leases(GRACE, GRACE_AFTER_A_BREAK);
    private final LaunchedStack stack = new LaunchedStack();
    private final ControlPort control;
    private List<ProcessMark> noted = List.of();
    private boolean stopped;
    private volatile Duration patience = STOP_AT_ONCE;

    private Supervisor(LaunchOrder order) throws IOException {
        this.order = order;
        this.redaction = order.redaction();
        this.control = ControlPort.open(leases, redaction);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        LaunchOrder order = LaunchOrder.read(new DataInputStream(new BufferedInputStream(System.in)));
        Supervisor supervisor = new Supervisor(order);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "goldenpath-stop"));
        supervisor.run();
        System.exit(0);
    }

    private void run() throws IOException, InterruptedException {
        note(noted);
        control.answer(startAll(), stack.ended());
        System.out.println(READY);
        do {
            noteIfChanged(stack.look());
        } while (!leases.refuseOnceIdle(LOOK_EVERY));
        patience = STOP_AFTER_GRACE;
    }

    private @Nullable EnvironmentNotReadyException startAll() throws IOException {
        try {
            for (LaunchSpec spec : order.processes()) {
                stack.start(spec, order, redaction);
                note(stack.look());
            }
            return null;
        } catch (EnvironmentNotReadyException e) {
            stack.stop(patience);
            return e;
        }
    }

    private void noteIfChanged(List<ProcessMark> processes) {
        try {
            if (!processes.equals(noted)) {
                note(processes);
            }
        } catch (IOException e) {
            // The processes are as good as before; only who cleans up after a killed supervisor knows less.
            System.err.println(e);
        }
    }

    private synchronized void note(List<ProcessMark> processes) throws IOException {
        noted = processes;
        if (!stopped) {
            new SupervisorState(ProcessMark.of(ProcessHandle.current()), control.port(), control.key(), processes)
                    .write(order.place().state());
        }
    }

    private void stop() {
        leases.refuse();
        stack.stop(patience);
        try {
            forget();
        } catch (IOException e) {
            System.err.println(e);
        }
    }

    private synchronized void forget() throws IOException {
        stopped = true;
        Path errors = order.place().errors();
        if (Files.exists(errors) && Files.size(errors) == 0) {
            Files.delete(errors);
        }
        // The last thing: it tells the next one that nothing is left.
        Files.deleteIfExists(order.place().state());
    }
}
