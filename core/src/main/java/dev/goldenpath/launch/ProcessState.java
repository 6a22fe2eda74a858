package dev.goldenpath.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells a process that runs from one that has ended and is still listed, because its parent takes no note: the JDK calls
 * both alive.
 *
 * @since 0.1.0
 */
public final class ProcessState {
    private static final int STATE = 0;
    private static final int THREADS = 17;

    private ProcessState() {}

    /** Whether it has not ended; where the system shows no state, whether it is listed. */
    public static boolean isRunning(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            byte[] stat = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return isRunning(new String(stat, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return process.isAlive();
        }
    }

    /** By Linux's line of it: number, name in parentheses, then the state and, some fields on, the number of threads. */
    static boolean isRunning(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", THREADS + 2);
        if (fields.length <= THREADS) {
            return true;
        }
        boolean hasEnded = "ZX".contains(fields[STATE]);
        // Its first thread may have ended before the others.
        return !hasEnded || Integer.parseInt(fields[THREADS]) > 1;
    }
}
