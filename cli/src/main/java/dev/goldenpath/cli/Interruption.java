package dev.goldenpath.cli;

/** What is printed, and ended, when somebody presses Ctrl-C, or this process is told to end. */
final class Interruption {
    private final Thread hook;
    private volatile Runnable lastWords = () -> {};
    private volatile Runnable lastDeed = () -> {};

    private Interruption(Screen screen) {
        hook = new Thread(
                () -> {
                    screen.close(() -> {
                        screen.gap();
                        screen.line(new Span("Interrupted.", Style.WARNING));
                        lastWords.run();
                    });
                    lastDeed.run();
                },
                "goldenpath-interrupted");
    }

    static Interruption armed(Screen screen) {
        Interruption interruption = new Interruption(screen);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** What is printed below that it was interrupted. */
    void first(Runnable words) {
        lastWords = words;
    }

    /** What is done after that. */
    void then(Runnable deed) {
        lastDeed = deed;
    }

    /** The work is done. */
    void disarm() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It runs already.
            return;
        }
    }
}
