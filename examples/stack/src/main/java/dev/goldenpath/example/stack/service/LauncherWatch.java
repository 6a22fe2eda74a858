package dev.goldenpath.example.stack.service;

import java.io.IOException;

/**
 * Notices the launcher's death by the end of standard input, a pipe that the launcher holds open and never writes to.
 * The kernel closes it however the launcher died, at once, and even while its parent has not yet reaped it; asking for
 * the process by pid would miss both.
 */
final class LauncherWatch {
    private LauncherWatch() {}

    static void start(Runnable afterDeath) {
        // No daemon: the Java machine must not end before the watch has done its work.
        new Thread(
                        () -> {
                            awaitEndOfInput();
                            afterDeath.run();
                        },
                        "launcher-watch")
                .start();
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Input has no meaning here; only its end has.
            }
        } catch (IOException broken) {
            // A broken pipe says the same as a closed one.
        }
    }
}
