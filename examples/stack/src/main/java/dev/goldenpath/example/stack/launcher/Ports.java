package dev.goldenpath.example.stack.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/**
 * The loopback ports of one stack.
 *
 * @param auth of the auth service
 * @param backend of the backend service
 * @param faults where faults are switched on and off, or null where they can't be
 * @param postgres of PostgreSQL
 * @param redis of Redis
 */
record Ports(int auth, int backend, @Nullable Integer faults, int postgres, int redis) {

    /** Takes the requested ports where they are not 0, and free ones elsewhere. */
    static Ports choose(Options options) throws StackException {
        // All are held open together, so that no two of them are the same.
        try (ServerSocket auth = open(options.authPort());
                ServerSocket backend = open(options.backendPort());
                ServerSocket faults = openFaults(options.faultsPort());
                ServerSocket postgres = open(options.postgresPort());
                ServerSocket redis = open(0)) {
            return new Ports(
                    auth.getLocalPort(),
                    backend.getLocalPort(),
                    faults == null ? null : faults.getLocalPort(),
                    postgres.getLocalPort(),
                    redis.getLocalPort());
        } catch (IOException e) {
            throw new StackException("Closing a port failed", e);
        }
    }

    private static @Nullable ServerSocket openFaults(@Nullable Integer port) throws StackException {
        return port == null ? null : open(port);
    }

    private static ServerSocket open(int port) throws StackException {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new StackException("Port " + port + " on 127.0.0.1 cannot be used", taken);
        }
    }
}
