package dev.goldenpath.architecture.breach.names;

/** Breach, and another one in it. */
public final class SocketManager {
    private SocketManager() {}

    public record CallerImpl(String name) {}
}
