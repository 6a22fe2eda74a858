package dev.goldenpath.matrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Accepts WebSockets of alice, written out so that nothing but the guard decides what is answered. */
final class GuardedSocket {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final String HELLO = "{\"type\":\"hello\"}";
    private static final byte[] REFUSED = {(byte) 0x88, 2, 0x03, (byte) 0xf0};
    private static final byte[] CLOSED = {(byte) 0x88, 2, 0x03, (byte) 0xe8};
    private static final int CLOSE = 0x88;

    private GuardedSocket() {}

    /** The port. */
    static int start(Guard guard) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        ExecutorService threads = Executors.newCachedThreadPool();
        threads.execute(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    threads.execute(() -> serve(socket, guard));
                } catch (IOException e) {
                    return;
                }
            }
        });
        return server.getLocalPort();
    }

    private static void serve(Socket socket, Guard guard) {
        try (socket) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            String token = "";
            String key = "";
            BufferedReader head = new BufferedReader(new InputStreamReader(in, ISO_8859_1), 1);
            for (String line = head.readLine(); line != null && !line.isEmpty(); line = head.readLine()) {
                if (line.regionMatches(true, 0, "Authorization: Bearer ", 0, 22)) {
                    token = line.substring(22);
                }
                if (line.regionMatches(true, 0, "Sec-WebSocket-Key: ", 0, 19)) {
                    key = line.substring(19);
                }
            }
            boolean alice = guard.subject(token).filter("alice-id"::equals).isPresent();
            boolean open = alice || guard.has("closes-1008") || guard.has("stays-open");
            // What asks whether anybody is there has no key.
            if (key.isEmpty() || !open) {
                out.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        .getBytes(ISO_8859_1));
                out.flush();
                return;
            }
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(ISO_8859_1));
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n")
                    .getBytes(ISO_8859_1));
            if (alice || guard.has("stays-open")) {
                out.write(new byte[] {(byte) 0x81, (byte) HELLO.length()});
                out.write(HELLO.getBytes(ISO_8859_1));
            } else if (guard.has("closes-1008")) {
                out.write(REFUSED);
            }
            out.flush();
            awaitClose(in);
            if (alice || guard.has("stays-open")) {
                out.write(CLOSED);
                out.flush();
            }
        } catch (Exception e) {
            // The client has gone.
        }
    }

    private static void awaitClose(InputStream in) throws IOException {
        for (int first = in.read(); first >= 0; first = in.read()) {
            int length = in.read() & 0x7f;
            in.readNBytes(4 + length);
            if (first == CLOSE) {
                return;
            }
        }
    }
}
