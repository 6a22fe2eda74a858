package dev.goldenpath.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Chooses free ports on the loopback interface. */
final class FreePorts implements PortSource {
    /** Below those that systems give to outgoing connections: one of these could take a port before its service does. */
    private static final int LOWEST = 20_000;

    private static final int BEYOND = 32_768;
    private static final int ATTEMPTS = 100;

    @Override
    public Map<String, Integer> choose(String environment, Collection<String> names) {
        Map<String, Integer> chosen = new LinkedHashMap<>();
        Deque<ServerSocket> held = new ArrayDeque<>();
        try {
            names.forEach(name -> chosen.put(name, hold(held)));
        } finally {
            held.forEach(FreePorts::release);
        }
        return chosen;
    }

    private static int hold(Deque<ServerSocket> held) {
        for (int left = ATTEMPTS; ; left--) {
            try {
                int port = left == 0 ? 0 : ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
                held.push(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
                return held.element().getLocalPort();
            } catch (IOException e) {
                if (left == 0) {
                    throw new UncheckedIOException("No free port on the loopback interface", e);
                }
            }
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
