package dev.goldenpath.architecture.breach.state.client;

/** Breach: it has the session's name alone. */
final class RunSession {
    static String current = "";

    private RunSession() {}
}
