package dev.goldenpath.example.stack.launcher;

import dev.goldenpath.example.stack.process.PidFile;
import dev.goldenpath.example.stack.process.Termination;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The processes of one stack. Once it is closed nothing can be started any more, so that a start-up that is interrupted
 * by a signal leaves nothing behind. Thread-safe.
 */
final class ProcessGroup {
    private final List<Member> members = new ArrayList<>();
    private final Set<Process> dismissed = new HashSet<>();
    private final PidFile pidFile;
    private final CompletableFuture<String> loss = new CompletableFuture<>();
    private boolean closed;

    ProcessGroup(PidFile pidFile) {
        this.pidFile = pidFile;
    }

    /** In which order processes end: those that use others first. */
    enum Role {
        SERVICE,
        CACHE,
        DATABASE
    }

    private record Member(String name, Role role, Process process) {}

    /** Starts a process that is to run as long as the stack; its last words explain why it did not. */
    Process start(String name, Role role, ProcessBuilder command, Supplier<String> lastWords) throws StackException {
        Process process = launch(name, role, command);
        CompletableFuture<Void> unused = process.onExit().thenAccept(ended -> {
            if (!wasDismissed(process)) {
                loss.complete(name + " ended (exit code " + ended.exitValue() + ")" + lastWords.get());
            }
        });
        return process;
    }

    private synchronized boolean wasDismissed(Process ended) {
        return dismissed.remove(ended);
    }

    /** Ends a process of which the end is no loss; returns when it is gone. */
    void dismiss(Process process, Duration grace) throws StackException {
        synchronized (this) {
            dismissed.add(process);
        }
        Termination.end(List.of(process.toHandle()), grace);
        if (process.isAlive()) {
            throw new StackException("Process " + process.pid() + " does not end");
        }
        synchronized (this) {
            members.removeIf(member -> member.process().equals(process));
        }
    }

    /** Runs a command to its end; returns its exit code. */
    int run(String name, Role role, ProcessBuilder command) throws StackException {
        try {
            return launch(name, role, command).waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException(name + " was interrupted", interrupted);
        }
    }

    private synchronized Process launch(String name, Role role, ProcessBuilder command) throws StackException {
        if (closed) {
            throw new StackException("The stack is stopping");
        }
        try {
            Process process = command.start();
            members.add(new Member(name, role, process));
            // Services notice the launcher's death themselves, and then end the others by this file.
            if (role != Role.SERVICE) {
                pidFile.add(name, process.toHandle());
            }
            return process;
        } catch (IOException e) {
            throw new StackException(name + " cannot be started", e);
        }
    }

    /** Waits for at most so long; throws if a process that was to run as long as the stack has ended. */
    void awaitLoss(Duration patience) throws StackException {
        try {
            throw new StackException(loss.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException allRunning) {
            return;
        } catch (ExecutionException neverCompletedThatWay) {
            throw new IllegalStateException(neverCompletedThatWay);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted", interrupted);
        }
    }

    /** Starts nothing any more. */
    synchronized void close() {
        closed = true;
    }

    /** Ends all processes of a role together. */
    void end(Role role, Duration grace) {
        List<ProcessHandle> processes;
        synchronized (this) {
            processes = members.stream()
                    .filter(member -> member.role() == role)
                    .map(member -> member.process().toHandle())
                    .toList();
        }
        Termination.end(processes, grace);
    }
}
