package dev.goldenpath.architecture.breach.state.jupiter;

/** No breach: the one session of a run. */
final class RunSession {
    static String current = "";

    private RunSession() {}
}
