package dev.goldenpath.example.stack.launcher;

import java.time.Duration;
import java.util.Locale;

/** Runs a stack in the foreground. */
public final class Launcher {
    private static final Duration CHECK_INTERVAL = Duration.ofDays(1);
    private static final Duration SIGNAL_GRACE = Duration.ofMillis(300);

    private Launcher() {}

    /** Starts a stack and watches it; returns the exit code when it failed. A signal ends it from outside. */
    public static int run(Options options) {
        long start = System.nanoTime();
        Stack stack;
        try {
            stack = new Stack(options);
        } catch (StackException e) {
            System.err.println(e.getMessage());
            return 1;
        }
        // It ends the stack on signals as well as on the failures below.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "shutdown"));
        try {
            stack.start();
            announce(stack, options, Duration.ofNanos(System.nanoTime() - start));
            while (true) {
                stack.awaitLoss(CHECK_INTERVAL);
            }
        } catch (StackException e) {
            // Ctrl-C reaches all processes of the terminal, and another one may end before this one has noticed.
            if (!stack.awaitClosing(SIGNAL_GRACE)) {
                System.err.println("stack failed: " + e.getMessage());
            }
            return 1;
        }
    }

    private static void announce(Stack stack, Options options, Duration duration) {
        System.out.println("auth     " + stack.authUrl());
        System.out.println("backend  " + stack.backendUrl());
        stack.faultsUrl().ifPresent(url -> System.out.println("faults   " + url));
        System.out.printf(
                Locale.ROOT,
                "ready in %.1f s, revision %s; stop with Ctrl-C%n",
                duration.toMillis() / 1_000.0,
                options.revision());
    }
}
