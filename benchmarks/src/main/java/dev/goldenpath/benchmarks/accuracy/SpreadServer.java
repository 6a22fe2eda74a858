package dev.goldenpath.benchmarks.accuracy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.goldenpath.benchmarks.frame.JavaCommand;
import dev.goldenpath.benchmarks.frame.Loopback;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Random;

/**
 * Answers each request after a time of its own, and keeps a record of how long each really took. Prints its port and that
 * of the door to its record, and ends when its standard input does.
 */
final class SpreadServer {
    /** The path of the requests that are recorded. */
    static final String RECORDED = "/work";

    private static final int LEAST_MILLIS = 20;
    private static final int MOST_MILLIS = 200;
    private static final int MOST_BYTES = 64 * 1024;
    private static final byte[] RESPONSE =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\ndone".getBytes(ISO_8859_1);

    /** The same delays in every run. */
    private final Random delays = new Random(42);

    private final ServerRecord record = new ServerRecord();

    private SpreadServer() {}

    public static void main(String[] arguments) throws IOException {
        SpreadServer server = new SpreadServer();
        System.out.println(open(server::answer) + " " + open(server.record::tell));
        JavaCommand.awaitEndOfInput();
    }

    private static int open(Door door) throws IOException {
        ServerSocketChannel server = Loopback.listen(50);
        Loopback.start(() -> {
            while (true) {
                SocketChannel connection = server.accept().setOption(StandardSocketOptions.TCP_NODELAY, true);
                Loopback.start(() -> {
                    try (connection) {
                        door.serve(connection);
                    }
                });
            }
        });
        return server.socket().getLocalPort();
    }

    /** Answers one request after the other, none of which has a body. */
    private void answer(SocketChannel connection) throws IOException {
        ByteBuffer request = ByteBuffer.allocate(MOST_BYTES);
        while (connection.read(request) >= 0) {
            long firstByte = System.nanoTime();
            String head = head(request);
            while (!head.endsWith("\r\n\r\n")) {
                if (connection.read(request) < 0) {
                    return;
                }
                head = head(request);
            }
            request.clear();
            if (head.startsWith("GET " + RECORDED + " ")) {
                record.add(firstByte, () -> answer(connection, firstByte));
            } else {
                answer(connection, firstByte);
            }
        }
    }

    private void answer(SocketChannel connection, long firstByte) throws IOException {
        Delay.until(firstByte, LEAST_MILLIS + delays.nextInt(MOST_MILLIS - LEAST_MILLIS + 1));
        ByteBuffer response = ByteBuffer.wrap(RESPONSE);
        while (response.hasRemaining()) {
            connection.write(response);
        }
    }

    private static String head(ByteBuffer request) {
        return ISO_8859_1.decode(request.duplicate().flip()).toString();
    }

    private interface Door {
        void serve(SocketChannel connection) throws IOException;
    }
}
