package dev.goldenpath.runlog;

import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunPart;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a log that it never closes, and ends as it is told. */
public final class LogMain {
    static final int LINES = 1_000;

    private LogMain() {}

    public static void main(String[] arguments) throws IOException {
        LogFolder folder = new LogFolder(Path.of(arguments[0]));
        RunLog log = folder.started("r1");
        log.testPlanned(LogFolder.planned("t"));
        Recording recording = folder.ledger(log).ofTest("t", 1);
        for (int i = 0; i < LINES; i++) {
            recording.record(new Revision("backend", "number " + i, null, RunPart.BEFORE), System.nanoTime());
        }
        if (arguments[1].equals("exit")) {
            System.exit(0);
        }
        log.testFinished(LogFolder.passed("t"));
        Runtime.getRuntime().halt(0);
    }
}
