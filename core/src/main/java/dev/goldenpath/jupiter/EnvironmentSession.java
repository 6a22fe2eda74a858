package dev.goldenpath.jupiter;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.readiness.ReadinessGate;

/** One environment in use: its clients, and the gate before them. */
record EnvironmentSession(Environment environment, Clients clients, ReadinessGate gate) implements AutoCloseable {

    @Override
    public void close() {
        try {
            clients.close();
        } finally {
            gate.close();
        }
    }
}
