package dev.goldenpath.jupiter;

import dev.goldenpath.environment.Shard;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.runlog.RunFolder;
import dev.goldenpath.runlog.RunLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The log of a shard without tests: it tells that the shard was run, and that nothing is missing from it. Stateless. */
final class EmptyShard {
    private EmptyShard() {}

    static void close(RunSettings settings) {
        Shard shard = settings.shard();
        if (shard != null) {
            close(settings, shard);
        }
    }

    /** Writes it, and makes the reports, unless another JVM of the shard has written a log already. */
    private static void close(RunSettings settings, Shard shard) {
        try {
            if (RunFolder.hasLogOf(settings.output(), settings.run(), shard)) {
                return;
            }
            try (RunLog log = RunOpening.begin(settings, RunClock.start(Clock.systemUTC()), new Redaction())) {
                log.runFinished(Map.of(), List.of());
            }
            RunClosing.report(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Golden Path: shard " + shard + " has no test, and its log could not be written to "
                            + settings.output().toAbsolutePath(),
                    e);
        }
    }
}
