package dev.goldenpath.launch;

import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.LaunchSpec;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Redaction;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds the supervisor of an environment's processes, or starts it, and cleans up after one that was killed. */
final class Supervision {
    private static final Duration LOCK = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final LaunchPlace place;
    private final Redaction redaction;
    private final Patience patience;

    Supervision(LaunchPlace place, Redaction redaction, Patience patience) {
        this.place = place;
        this.redaction = redaction;
        this.patience = patience;
    }

    /**
     * Takes a lease on the processes.
     *
     * @throws EnvironmentNotReadyException when they can't be started
     */
    Lease lease(List<LaunchSpec> processes) {
        try {
            return LockFile.holding(place.lock(), LOCK, () -> joinOrStart(processes));
        } catch (IOException e) {
            throw new EnvironmentNotReadyException(
                    "The processes of environment '" + place.environment() + "' could not be shared.",
                    List.of(Fact.of("cause", redaction.text(e.toString())), Fact.of("state", place.state())));
        }
    }

    private Lease joinOrStart(List<LaunchSpec> processes) throws IOException {
        Optional<SupervisorState> running = SupervisorState.read(place.state())
                .filter(state -> state.supervisor().find().isPresent());
        if (running.isPresent()) {
            Optional<Lease> lease = join(running.get());
            if (lease.isPresent()) {
                return lease.get();
            }
            awaitEnd(running.get());
        }
        Leftovers.end(place.state());
        try {
            SupervisorProcess.start(place, processes, redaction);
        } catch (EnvironmentNotReadyException e) {
            Leftovers.end(place.state());
            throw e;
        }
        SupervisorState started = SupervisorState.read(place.state())
                .orElseThrow(() -> new IOException("The supervisor ended as soon as it had started"));
        return take(started);
    }

    private Optional<Lease> join(SupervisorState state) throws IOException {
        try {
            return Optional.of(take(state));
        } catch (SocketTimeoutException e) {
            throw new IOException(
                    "process " + state.supervisor().pid() + ", which runs them, does not answer; end it", e);
        } catch (IOException e) {
            // It is stopping.
            return Optional.empty();
        }
    }

    private Lease take(SupervisorState state) throws IOException {
        return Lease.take(state, redaction, patience.answer(), new Lease.Loss() {
            @Override
            public String words() {
                return lost(state.supervisor().pid());
            }

            @Override
            public void cleanUp() throws IOException {
                clearAfter(state.supervisor());
            }
        });
    }

    private void awaitEnd(SupervisorState state) throws IOException {
        long start = System.nanoTime();
        // Its file is the last thing it removes; the process itself may wait for its parent to take note.
        while (Files.exists(place.state()) && state.supervisor().find().isPresent()) {
            if (System.nanoTime() - start > patience.stop().toNanos()) {
                throw new IOException("process " + state.supervisor().pid() + ", which runs them, takes more than "
                        + patience.stop().toSeconds() + " s to stop; end it");
            }
            Pause.of(PAUSE);
        }
    }

    private String lost(long supervisor) {
        return "the supervisor of its processes (process " + supervisor
                + ") is gone, and they end with it. What they wrote is in the files *-" + supervisor + ".log of "
                + place.folder() + ", what it wrote itself, if anything, in " + place.errors() + ".";
    }

    /** Does what a supervisor could not do, unless somebody else has, or it lives. */
    private void clearAfter(ProcessMark supervisor) throws IOException {
        long start = System.nanoTime();
        while (supervisor.find().isPresent()
                && System.nanoTime() - start < patience.stop().toNanos()) {
            Pause.of(PAUSE);
        }
        LockFile.holding(place.lock(), LOCK, () -> {
            boolean isItsOwn = SupervisorState.read(place.state())
                    .filter(state -> state.supervisor().equals(supervisor))
                    .isPresent();
            if (isItsOwn && supervisor.find().isEmpty()) {
                Leftovers.end(place.state());
            }
            return isItsOwn;
        });
    }
}
