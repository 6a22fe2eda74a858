package dev.goldenpath.report;

import dev.goldenpath.cause.Outage;
import dev.goldenpath.runlog.Circumstances;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a run went, as far as its logs tell.
 *
 * @param from when its first log was begun, or where none tells, the first thing of it was seen
 * @param to when the last thing of it was seen
 * @param firstTest when the first test began, absent where none did, or no log tells
 * @param lastTest when the last test ended, absent likewise
 */
record RunSpan(
        Instant from,
        Instant to,
        @Nullable Instant firstTest,
        @Nullable Instant lastTest) {

    /** Of a run; empty where nothing of it has a time. */
    static Optional<RunSpan> of(RunAccount account) {
        Collector seen = new Collector(account.run().startedAt().orElse(null));
        account.run().endedAt().ifPresent(seen::add);
        account.run().services().probes().forEach(probe -> seen.add(probe.at()));
        account.run().services().revisions().forEach(revision -> seen.add(revision.at()));
        account.causes().all().forEach(cause -> cause.outages().forEach(seen::add));
        account.run().tests().forEach(seen::add);
        return seen.span();
    }

    Duration took() {
        return Duration.between(from, to);
    }

    /** Where {@code at} stands in it: 0 at its begin, 1 at its end. */
    double shareOf(Instant at) {
        double whole = took().toNanos();
        return whole == 0
                ? 0
                : Math.min(1, Math.max(0, Duration.between(from, at).toNanos() / whole));
    }

    private static final class Collector {
        private final @Nullable Instant began;
        private @Nullable Instant from;
        private @Nullable Instant to;
        private @Nullable Instant firstTest;
        private @Nullable Instant lastTest;

        Collector(@Nullable Instant began) {
            this.began = began;
            this.from = began;
            this.to = began;
        }

        /** What is said to have been before the run began is no part of it. */
        void add(Instant at) {
            if (began != null && at.isBefore(began)) {
                return;
            }
            from = from == null || at.isBefore(from) ? at : from;
            to = to == null || at.isAfter(to) ? at : to;
        }

        void add(Outage outage) {
            add(outage.since());
            if (outage.until() != null) {
                add(outage.until());
            }
        }

        void add(LoggedTest test) {
            for (LoggedAttempt attempt : test.attempts()) {
                Circumstances circumstances = attempt.circumstances();
                Instant began = circumstances.startedAt();
                Instant ended = circumstances.endedAt();
                if (began != null) {
                    add(began);
                    firstTest = firstTest == null || began.isBefore(firstTest) ? began : firstTest;
                }
                if (ended != null) {
                    add(ended);
                    lastTest = lastTest == null || ended.isAfter(lastTest) ? ended : lastTest;
                }
            }
        }

        Optional<RunSpan> span() {
            return from == null || to == null
                    ? Optional.empty()
                    : Optional.of(new RunSpan(from, to, firstTest, lastTest));
        }
    }
}
