package dev.goldenpath.websocket;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A WebSocket server written on plain sockets, so that it can misbehave byte by byte. Its paths are its behaviours. Runs
 * in a process of its own, until its standard input ends.
 */
public final class WireServer {
    private static final Map<String, CompletableFuture<String>> ENDS = new ConcurrentHashMap<>();
    private static final AtomicInteger REQUESTS = new AtomicInteger();

    private static final Map<String, Listener> LISTENERS = new ConcurrentHashMap<>();

    private WireServer() {}

    public static void main(String[] args) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        try (ServerSocket listener = sockets(args)
                .createServerSocket(Integer.getInteger("port", 0), 200, InetAddress.getLoopbackAddress())) {
            System.out.println(listener.getLocalPort());
            threads.execute(() -> {
                while (true) {
                    try {
                        Socket socket = listener.accept();
                        threads.execute(() -> serve(socket));
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            while (System.in.read() >= 0) {
                continue;
            }
        }
    }

    /** Of TLS when the arguments name a key store and its password; then perhaps a store of clients that are required. */
    private static ServerSocketFactory sockets(String[] args) throws Exception {
        if (args.length == 0) {
            return ServerSocketFactory.getDefault();
        }
        KeyStore store = KeyStore.getInstance(new File(args[0]), args[1].toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, args[1].toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        if (args.length == 2) {
            tls.init(keys.getKeyManagers(), null, null);
            return tls.getServerSocketFactory();
        }
        TrustManagerFactory clients = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        clients.init(KeyStore.getInstance(new File(args[2]), args[1].toCharArray()));
        tls.init(keys.getKeyManagers(), clients.getTrustManagers(), null);
        return new MutualTls(tls.getServerSocketFactory());
    }

    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            WireRequest request = WireRequest.read(in);
            OutputStream out = socket.getOutputStream();
            REQUESTS.incrementAndGet();
            String behaviour = request.segment(0);
            switch (behaviour) {
                case "status" ->
                    out.write(("HTTP/1.1 " + request.segment(1) + " Refused\r\nRetry-After: "
                                    + retryAfter(request.segment(2)) + "\r\n"
                                    + "Location: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
                case "late" -> {
                    pause(Integer.parseInt(request.segment(1)));
                    out.write(request.accepted().getBytes(StandardCharsets.UTF_8));
                    converse(request, new WireFrames(in, out), socket);
                }
                case "cause" -> {
                    cause(request.segment(1), request.segment(2));
                    out.write("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
                }
                case "listen" -> {
                    out.write(request.accepted().getBytes(StandardCharsets.UTF_8));
                    Listener listener = LISTENERS.computeIfAbsent(request.segment(1), key -> new Listener());
                    WireFrames frames = new WireFrames(in, out);
                    listener.frames().complete(frames);
                    frames.read();
                    listener.heard().complete(null);
                    converse(request, frames, socket);
                }
                case "ws" -> {
                    if (request.header("Authorization").isEmpty()) {
                        out.write("HTTP/1.1 401 Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.UTF_8));
                    } else {
                        out.write(request.accepted().getBytes(StandardCharsets.UTF_8));
                        converse(request, new WireFrames(in, out), socket);
                    }
                }
                case "guarded" -> guarded(request, in, out, socket);
                case "mute" -> in.read();
                case "wrong-accept" -> out.write(request.accept("nonsense").getBytes(StandardCharsets.UTF_8));
                case "burst" -> {
                    WireFrames frames = new WireFrames(in, out);
                    frames.writeAll(
                            request.accepted().getBytes(StandardCharsets.UTF_8),
                            WireFrames.text("{\"type\":\"one\"}"),
                            WireFrames.text("{\"type\":\"two\"}"),
                            WireFrames.text("{\"type\":\"three\"}"));
                    converse(request, frames, socket);
                }
                default -> {
                    out.write(request.accepted().getBytes(StandardCharsets.UTF_8));
                    converse(request, new WireFrames(in, out), socket);
                }
            }
        } catch (IOException e) {
            // The client went away, as it may.
            return;
        }
    }

    /** Lets alice in, however she shows her token; others are refused as the path says. */
    private static void guarded(WireRequest request, DataInputStream in, OutputStream out, Socket socket)
            throws IOException {
        boolean alice = request.head().contains(Scene.TOKEN);
        String refusal = alice ? "" : request.segment(1);
        if (refusal.matches("\\d+")) {
            out.write(("HTTP/1.1 " + refusal + " Refused\r\nX-Id: 7\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            return;
        }
        out.write(request.accepted().getBytes(StandardCharsets.UTF_8));
        WireFrames frames = new WireFrames(in, out);
        switch (refusal) {
            case "close" -> frames.writeAll(WireFrames.close(1008, "bad token"));
            case "say-and-close" ->
                frames.writeAll(WireFrames.text("{\"type\":\"refused\"}"), WireFrames.close(1008, "bad token"));
            case "greet" -> frames.writeAll(WireFrames.text("{\"type\":\"welcome\"}"));
            default -> {}
        }
        converse(request, frames, socket);
    }

    private static void converse(WireRequest request, WireFrames frames, Socket socket) throws IOException {
        switch (request.segment(0)) {
            case "request", "token-expiry" -> frames.writeAll(WireFrames.text(request.head()));
            case "binary" -> frames.writeAll(WireFrames.binary(new byte[] {1, 2, 3}));
            case "big" -> frames.writeAll(WireFrames.text("x".repeat(Integer.parseInt(request.segment(1)))));
            case "fragments" ->
                frames.writeAll(WireFrames.fragments(
                        "x".repeat(Integer.parseInt(request.segment(1))), Integer.parseInt(request.segment(2))));
            case "fragments-of" ->
                frames.writeAll(WireFrames.fragments(
                        URLDecoder.decode(request.segment(1), StandardCharsets.UTF_8),
                        Integer.parseInt(request.segment(2))));
            case "no-utf8" -> frames.writeAll(new byte[] {(byte) 0x81, 2, (byte) 0xC3, 0x28});
            case "drop" -> {
                frames.writeAll(WireFrames.close(1013, "no room"));
                return;
            }
            case "flood" -> flood(frames, Integer.parseInt(request.segment(1)));
            case "requests" -> frames.writeAll(WireFrames.text(String.valueOf(REQUESTS.get())));
            case "room" -> Room.of(request).enter(frames, Integer.parseInt(request.segment(2)));
            case "idle" -> socket.setSoTimeout(Integer.parseInt(request.segment(1)));
            case "stall" -> stall();
            case "end-of" -> frames.writeAll(WireFrames.text(endOf(request.segment(1))));
            default -> {}
        }
        while (true) {
            WireFrames.Frame frame = readOrEnd(frames);
            if (frame.isClose()) {
                ENDS.computeIfAbsent(request.segment(1), key -> new CompletableFuture<>())
                        .complete(frame.closeCode() + " " + frame.closeReason());
                frames.writeAll(WireFrames.close(frame.closeCode(), ""));
                return;
            }
            if (frame.isPing()) {
                if (!request.segment(0).equals("no-pong")) {
                    frames.writeAll(WireFrames.pong(frame.payload()));
                }
                continue;
            }
            if (frame.isBinary()) {
                frames.writeAll(WireFrames.binary(frame.payload()));
                continue;
            }
            switch (request.segment(0)) {
                case "reset" -> {
                    socket.setSoLinger(true, 0);
                    return;
                }
                case "eof" -> {
                    return;
                }
                case "token-expiry" -> {
                    frames.writeAll(WireFrames.close(4401, "token expired"));
                    frames.read();
                    return;
                }
                case "close" -> {
                    if (request.segment(3).equals("answered")) {
                        frames.writeAll(WireFrames.text(frame.text()));
                    }
                    frames.writeAll(WireFrames.close(Integer.parseInt(request.segment(1)), request.segment(2)));
                    frames.read();
                    return;
                }
                case "script" -> {
                    for (String line : frame.text().split("\n")) {
                        play(line, frames);
                    }
                }
                case "room" -> Room.of(request).sent(frames, frame.text(), request.segment(3));
                default -> frames.writeAll(WireFrames.text(frame.text()));
            }
        }
    }

    /** A line of a script: a pause in milliseconds, the code of a close frame, or a message. */
    private static void play(String line, WireFrames frames) throws IOException {
        if (line.startsWith("wait ")) {
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, Long.parseLong(line.substring(5)), TimeUnit.MILLISECONDS)
                    .join();
        } else if (line.startsWith("close ")) {
            frames.writeAll(WireFrames.close(Integer.parseInt(line.substring(6)), ""));
        } else {
            frames.writeAll(WireFrames.text(line));
        }
    }

    /** Sends an event to the listener, and returns when that has sent a message. */
    private static void cause(String name, String type) throws IOException {
        Listener listener = LISTENERS.computeIfAbsent(name, key -> new Listener());
        listener.frames()
                .orTimeout(10, TimeUnit.SECONDS)
                .join()
                .writeAll(WireFrames.text("{\"type\":\"" + type + "\"}"));
        listener.heard().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** A session at {@code /listen}, for a request to {@code /cause} of the same name. */
    private record Listener(CompletableFuture<WireFrames> frames, CompletableFuture<Void> heard) {
        Listener() {
            this(new CompletableFuture<>(), new CompletableFuture<>());
        }
    }

    /** Ends an idle session, and then reads how the client takes it. */
    private static WireFrames.Frame readOrEnd(WireFrames frames) throws IOException {
        try {
            return frames.read();
        } catch (SocketTimeoutException e) {
            frames.writeAll(WireFrames.close(1001, "idle"));
            return frames.read();
        }
    }

    private static String endOf(String session) {
        return ENDS.computeIfAbsent(session, key -> new CompletableFuture<>())
                .completeOnTimeout("no close frame", 10, TimeUnit.SECONDS)
                .join();
    }

    private static void flood(WireFrames frames, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            frames.writeAll(WireFrames.text(Ticks.text(i)));
        }
    }

    private static String retryAfter(String kind) {
        return kind.equals("date")
                ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        ZonedDateTime.now(ZoneOffset.UTC).plusHours(1))
                : "7";
    }

    private static void stall() {
        pause(60_000);
    }

    private static void pause(int milliseconds) {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, milliseconds, TimeUnit.MILLISECONDS)
                .join();
    }
}
