package dev.goldenpath.readiness;

import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.launch.LaunchedProcesses;
import dev.goldenpath.readiness.ServiceProbe.Sight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Asks all services at once and again, until each is ready or the time is over. An optional one is asked at least once,
 * and not waited for.
 */
final class ProbeRound {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final List<Watch> watches;
    private final LaunchedProcesses launched;
    private final CountDownLatch over;
    private final long deadline;
    /** What a probe sees from then on is only that it was interrupted. */
    private volatile boolean givenUp;

    ProbeRound(List<ServiceProbe> probes, Predicate<ServiceProbe> optional, LaunchedProcesses launched) {
        this.launched = launched;
        this.watches = probes.stream()
                .map(probe -> new Watch(probe, optional.test(probe)))
                .toList();
        this.over = new CountDownLatch(probes.size());
        this.deadline = System.nanoTime() + launched.readyWithin().toNanos();
    }

    /** What is known of each service at the end, in the order of the probes. */
    List<Probe> await() {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "goldenpath-readiness");
            thread.setDaemon(true);
            return thread;
        });
        try {
            watches.forEach(threads::execute);
            // A probe that hangs is given up on: its thread ends with the limit of its call.
            over.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            givenUp = true;
            threads.shutdownNow();
        }
        List<Probe> seen = new ArrayList<>();
        watches.forEach(watch -> seen.add(watch.result()));
        return seen;
    }

    private final class Watch implements Runnable {
        private final ServiceProbe probe;
        private final boolean optional;
        private final long start = System.nanoTime();
        private int probes;
        private Sight last = new Sight(false, false, "no answer yet");
        private long seenAt = start;

        Watch(ServiceProbe probe, boolean optional) {
            this.probe = probe;
            this.optional = optional;
        }

        @Override
        public void run() {
            boolean counted = false;
            try {
                boolean goOn = true;
                while (goOn) {
                    boolean ready = note(probe.look());
                    if (optional && !counted) {
                        over.countDown();
                        counted = true;
                    }
                    goOn = !ready && launched.failure().isEmpty() && pause();
                }
            } finally {
                if (!counted) {
                    over.countDown();
                }
            }
        }

        private synchronized boolean note(Sight sight) {
            if (givenUp) {
                return false;
            }
            probes++;
            last = sight;
            seenAt = System.nanoTime();
            return sight.ready();
        }

        private boolean pause() {
            // No probe begins at the very end: it would be given up on at once, and tell nothing but that.
            if (deadline - System.nanoTime() <= PAUSE.toNanos()) {
                return false;
            }
            try {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        synchronized Probe result() {
            ServiceState state = last.ready()
                    ? ServiceState.HEALTHY
                    : last.reached() ? ServiceState.FAILED : ServiceState.UNREACHABLE;
            return new Probe(
                    1,
                    probe.service().name(),
                    RunPart.BEFORE,
                    state,
                    null,
                    List.of(),
                    List.of(new Probe.Check("health", state, last.words())),
                    probes,
                    Duration.ofNanos(seenAt - start));
        }
    }
}
