package dev.goldenpath.launch;

import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.LaunchSpec;
import dev.goldenpath.evidence.Redaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** All processes of one supervisor. Thread-safe. */
final class LaunchedStack {
    /** How long {@link #stop} may take beyond the patience it is given. */
    static final Duration LAST_WAITS = Duration.ofMillis(500);

    private final List<LaunchedProcess> launched = new ArrayList<>();
    /** What they have started, as far as seen while they ran: a process that has ended no longer leads to it. */
    private final Set<ProcessHandle> descendants = new LinkedHashSet<>();

    private final List<CompletableFuture<Void>> watches = new ArrayList<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private boolean stopping;

    /**
     * Starts one more.
     *
     * @throws EnvironmentNotReadyException when it can't be
     */
    synchronized void start(LaunchSpec spec, LaunchOrder order, Redaction redaction) {
        if (stopping) {
            throw new EnvironmentNotReadyException(
                    "Process '" + spec.name() + "' was not started, for its supervisor is ending.", List.of());
        }
        LaunchedProcess process = LaunchedProcess.start(spec, order.place(), order.variables(), redaction);
        launched.add(process);
        watches.add(process.ended().thenAccept(ended::complete));
    }

    /** The first one that has ended, in words. */
    CompletableFuture<String> ended() {
        return ended;
    }

    /** Looks for what the processes have started; then all that are alive, the launched ones first. */
    synchronized List<ProcessMark> look() {
        ProcessHandle.current().descendants().forEach(descendants::add);
        descendants.removeIf(seen -> !ProcessState.isRunning(seen));
        Set<ProcessHandle> all = new LinkedHashSet<>();
        launched.stream()
                .map(LaunchedProcess::handle)
                .filter(ProcessState::isRunning)
                .forEach(all::add);
        all.addAll(descendants);
        return all.stream().map(ProcessMark::of).toList();
    }

    /** Ends them all and everything they started, the last started first. Nothing can be started any more. */
    synchronized void stop(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        stopping = true;
        // From here on an end is nothing to tell.
        watches.forEach(watch -> watch.cancel(false));
        look();
        List<LaunchedProcess> lastFirst = new ArrayList<>(launched);
        Collections.reverse(lastFirst);
        int left = lastFirst.size();
        Set<ProcessHandle> killed = new LinkedHashSet<>();
        for (LaunchedProcess process : lastFirst) {
            killed.addAll(Ending.end(List.of(process.handle()), until(end).dividedBy(left--)));
        }
        long last = System.nanoTime() + LAST_WAITS.toNanos();
        killed.addAll(Ending.end(
                descendants.stream().filter(ProcessState::isRunning).toList(),
                until(last).dividedBy(2)));
        Ending.await(killed, until(last));
        lastFirst.forEach(process -> process.awaitOutput(until(last)));
    }

    private static Duration until(long nanoTime) {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }
}
