package dev.goldenpath.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Chooses free ports on the loopback interface. */
final class FreePorts {
    private FreePorts() {}

    /** The ports of the list at {@code ports}: as overridden, else free ones, all different. */
    static Map<String, Integer> choose(Section environment) {
        Map<String, Integer> chosen = new LinkedHashMap<>();
        Section overrides = environment.overrides("ports");
        Deque<ServerSocket> held = new ArrayDeque<>();
        try {
            for (Setting name : environment.texts("ports")) {
                int port = overrides.parsed(name.value(), Values::port).orElseGet(() -> hold(held));
                if (chosen.put(name.value(), port) != null) {
                    environment.repeated(name);
                }
            }
        } finally {
            held.forEach(FreePorts::release);
        }
        return chosen;
    }

    private static int hold(Deque<ServerSocket> held) {
        try {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            held.push(socket);
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback interface", e);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
