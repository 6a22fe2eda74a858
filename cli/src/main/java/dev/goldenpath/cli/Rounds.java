package dev.goldenpath.cli;

import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.ServiceState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Looks once, or again and again until all is ready or the time is over. */
final class Rounds {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Examination examination;
    private final Launch launch;
    private final boolean waiting;

    Rounds(Examination examination, Launch launch, boolean waiting) {
        this.examination = examination;
        this.launch = launch;
        this.waiting = waiting;
    }

    /** What was seen in the last round. */
    List<Probe> run(ProbesPage page) {
        long deadline = System.nanoTime() + launch.readyWithin().toNanos();
        List<Probe> seen = examination.run(page::show);
        if (waiting && mayImprove(seen)) {
            page.waiting(launch.readyWithin());
        }
        while (waiting && mayImprove(seen) && launch.failure().isEmpty() && pause(deadline)) {
            seen = examination.run(page::show);
        }
        return seen;
    }

    /** A login that is refused stays so: asking again could lock the account. */
    private static boolean mayImprove(List<Probe> seen) {
        return seen.stream()
                .anyMatch(
                        probe -> !probe.ready() && !(Seen.of(probe).isLogin() && probe.state() == ServiceState.FAILED));
    }

    private static boolean pause(long deadline) {
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
}
