package dev.goldenpath.benchmarks.ratio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.goldenpath.benchmarks.frame.JavaCommand;
import dev.goldenpath.benchmarks.frame.Loopback;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers every request with {@link Payload#ANSWER}, and does as little as it can besides. Prints its port, and ends when
 * its standard input does.
 */
final class JsonServer {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)");
    private static final byte[] RESPONSE = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                    + Payload.ANSWER.length() + "\r\nDate: Sun, 22 Nov 2026 00:00:00 GMT\r\nX-Request-Id: "
                    + "6f1c0c0e-5a5e-4d43-9a3f-2b1f7f0f9c11\r\n\r\n" + Payload.ANSWER)
            .getBytes(UTF_8);

    private JsonServer() {}

    public static void main(String[] arguments) throws IOException {
        ServerSocketChannel server = Loopback.listen(50);
        Loopback.start(() -> accept(server));
        System.out.println(server.socket().getLocalPort());
        JavaCommand.awaitEndOfInput();
    }

    private static void accept(ServerSocketChannel server) throws IOException {
        while (true) {
            SocketChannel connection = server.accept().setOption(StandardSocketOptions.TCP_NODELAY, true);
            Loopback.start(() -> answer(connection));
        }
    }

    private static void answer(SocketChannel connection) throws IOException {
        try (connection) {
            ByteBuffer request = ByteBuffer.allocate(64 * 1024);
            ByteBuffer response = ByteBuffer.allocateDirect(RESPONSE.length).put(RESPONSE);
            while (connection.read(request) >= 0) {
                if (isWhole(request)) {
                    request.clear();
                    response.rewind();
                    while (response.hasRemaining()) {
                        connection.write(response);
                    }
                }
            }
        }
    }

    private static boolean isWhole(ByteBuffer request) {
        String text = ISO_8859_1.decode(request.duplicate().flip()).toString();
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        Matcher length = LENGTH.matcher(text).region(0, end);
        return text.length() - end - 4 == (length.find() ? Integer.parseInt(length.group(1)) : 0);
    }
}
