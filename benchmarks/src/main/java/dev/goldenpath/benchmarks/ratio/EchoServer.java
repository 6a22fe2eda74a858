package dev.goldenpath.benchmarks.ratio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.goldenpath.benchmarks.frame.JavaCommand;
import dev.goldenpath.benchmarks.frame.Loopback;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Accepts every WebSocket, sends back what it receives, and does as little as it can besides. Prints its port, and ends
 * when its standard input does.
 */
final class EchoServer {
    private static final Pattern KEY = Pattern.compile("(?i)\r\nSec-WebSocket-Key: *(\\S+)");
    private static final String OF_THE_PROTOCOL = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int MOST_BYTES = 64 * 1024;

    private EchoServer() {}

    public static void main(String[] arguments) throws IOException {
        ServerSocketChannel server = Loopback.listen(50);
        Loopback.start(() -> accept(server));
        System.out.println(server.socket().getLocalPort());
        JavaCommand.awaitEndOfInput();
    }

    private static void accept(ServerSocketChannel server) throws IOException {
        while (true) {
            SocketChannel connection = server.accept().setOption(StandardSocketOptions.TCP_NODELAY, true);
            Loopback.start(() -> converse(connection));
        }
    }

    private static void converse(SocketChannel connection) throws IOException {
        try (connection) {
            ByteBuffer received = ByteBuffer.allocateDirect(MOST_BYTES);
            if (!shakeHands(connection, received)) {
                return;
            }
            EchoFrames frames = new EchoFrames(received);
            ByteBuffer echo = frames.echo();
            while (!frames.isOver() && connection.read(received) >= 0) {
                frames.answer();
                while (echo.hasRemaining()) {
                    connection.write(echo);
                }
            }
        }
    }

    private static boolean shakeHands(SocketChannel connection, ByteBuffer received) throws IOException {
        while (connection.read(received) >= 0) {
            String head = ISO_8859_1.decode(received.duplicate().flip()).toString();
            Matcher key = KEY.matcher(head);
            if (head.endsWith("\r\n\r\n") && key.find()) {
                received.clear();
                connection.write(ISO_8859_1.encode(
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Accept: " + accept(key.group(1)) + "\r\n\r\n"));
                return true;
            }
        }
        return false;
    }

    private static String accept(String key) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + OF_THE_PROTOCOL).getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}
