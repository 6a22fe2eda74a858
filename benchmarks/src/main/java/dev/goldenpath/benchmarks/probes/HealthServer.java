package dev.goldenpath.benchmarks.probes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.goldenpath.benchmarks.frame.JavaCommand;
import dev.goldenpath.benchmarks.frame.Loopback;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Services that are healthy, and take as many milliseconds to say so as each argument has. Prints a port for each, and
 * ends when its standard input does.
 */
final class HealthServer {
    private static final byte[] RESPONSE =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok".getBytes(UTF_8);

    private HealthServer() {}

    public static void main(String[] arguments) throws IOException {
        StringBuilder ports = new StringBuilder();
        for (String millis : arguments) {
            ServerSocketChannel server = Loopback.listen(50);
            long nanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(millis));
            Loopback.start(() -> accept(server, nanos));
            ports.append(ports.isEmpty() ? "" : " ").append(server.socket().getLocalPort());
        }
        System.out.println(ports);
        JavaCommand.awaitEndOfInput();
    }

    private static void accept(ServerSocketChannel server, long nanos) throws IOException {
        while (true) {
            SocketChannel connection = server.accept().setOption(StandardSocketOptions.TCP_NODELAY, true);
            Loopback.start(() -> answer(connection, nanos));
        }
    }

    private static void answer(SocketChannel connection, long nanos) throws IOException {
        try (connection) {
            ByteBuffer request = ByteBuffer.allocate(64 * 1024);
            while (connection.read(request) >= 0) {
                long asked = System.nanoTime();
                if (ISO_8859_1.decode(request.duplicate().flip()).toString().endsWith("\r\n\r\n")) {
                    request.clear();
                    for (long left = nanos; left > 0; left = asked + nanos - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    connection.write(ByteBuffer.wrap(RESPONSE));
                }
            }
        }
    }
}
