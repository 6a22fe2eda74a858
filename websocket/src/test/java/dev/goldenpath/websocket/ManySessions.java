package dev.goldenpath.websocket;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Holds so many sessions open at once, in a JVM of its own, and exchanges ten messages with each. */
public final class ManySessions {
    private static final int CONNECTING_THREADS = 4;
    private static final int MESSAGES = 10;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private ManySessions() {}

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[1]);
        try (UnrecordedScene scene = new UnrecordedScene(URI.create(args[0]))) {
            scene.socket().connect("/echo").close();
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            long heap = usedHeap();
            List<SocketSession> sessions = connect(scene.socket(), count);
            long received = exchange(sessions);
            int threadsMore = ManagementFactory.getThreadMXBean().getThreadCount() - threads;
            long heapMore = (usedHeap() - heap) / count;
            System.out.println(count + " sessions, " + received + " messages received, " + threadsMore
                    + " threads more, " + heapMore + " bytes of heap a session");
        }
    }

    private static List<SocketSession> connect(ServiceSocket socket, int count) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(CONNECTING_THREADS);
        try {
            List<Future<SocketSession>> opening = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                opening.add(pool.submit(() -> socket.connect("/echo")));
            }
            List<SocketSession> sessions = new ArrayList<>();
            for (Future<SocketSession> session : opening) {
                sessions.add(session.get());
            }
            return sessions;
        } finally {
            pool.shutdownNow();
        }
    }

    private static long exchange(List<SocketSession> sessions) {
        for (int i = 0; i < MESSAGES; i++) {
            for (SocketSession session : sessions) {
                session.send(Ticks.text(i));
            }
        }
        long received = 0;
        for (SocketSession session : sessions) {
            MessageReader reader = session.reader();
            for (int i = 0; i < MESSAGES; i++) {
                String text = reader.next(LIMIT).orElseThrow().text();
                received += text.equals(Ticks.text(i)) ? 1 : 0;
            }
        }
        return received;
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
