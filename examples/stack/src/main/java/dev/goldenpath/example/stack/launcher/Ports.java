package dev.goldenpath.example.stack.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * The loopback ports of one stack.
 *
 * @param auth of the auth service
 * @param backend of the backend service
 * @param postgres of PostgreSQL
 * @param redis of Redis
 */
record Ports(int auth, int backend, int postgres, int redis) {

    /** Takes the requested ports where they are not 0, and free ones elsewhere. */
    static Ports choose(Options options) throws StackException {
        // All four are held open together, so that no two of them are the same.
        try (ServerSocket auth = open(options.authPort());
                ServerSocket backend = open(options.backendPort());
                ServerSocket postgres = open(0);
                ServerSocket redis = open(0)) {
            return new Ports(
                    auth.getLocalPort(), backend.getLocalPort(), postgres.getLocalPort(), redis.getLocalPort());
        } catch (IOException e) {
            throw new StackException("Closing a port failed", e);
        }
    }

    private static ServerSocket open(int port) throws StackException {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new StackException("Port " + port + " on 127.0.0.1 cannot be used", taken);
        }
    }
}
