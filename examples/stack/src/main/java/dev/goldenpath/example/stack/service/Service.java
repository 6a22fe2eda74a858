package dev.goldenpath.example.stack.service;

/** A running service. */
public interface Service extends AutoCloseable {
    /** Starts a service; returns when it listens. */
    @FunctionalInterface
    interface Starter {
        Service start(ServiceSettings settings) throws Exception;
    }

    @Override
    void close();
}
