package dev.goldenpath.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Answers on a raw socket in the ways real servers break; the request path says which. */
final class BrokenServer {
    private final ServerSocket socket;
    private final Consumer<Socket> service;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private BrokenServer(ServerSocket socket, Consumer<Socket> service) {
        this.socket = socket;
        this.service = service;
    }

    /** Answers each request in the broken way that its path names. */
    static BrokenServer answering(ToIntFunction<String> hit) throws IOException {
        return start(connection -> serve(connection, hit));
    }

    /** Speaks first, as mail and SSH servers do, and is no HTTP server at all. */
    static BrokenServer speakingFirst() throws IOException {
        return start(BrokenServer::greet);
    }

    /** Listens and never says a word. */
    static BrokenServer silent() throws IOException {
        return start(BrokenServer::listen);
    }

    private static BrokenServer start(Consumer<Socket> service) throws IOException {
        BrokenServer server = new BrokenServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), service);
        server.threads.execute(server::accept);
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                threads.execute(() -> service.accept(connection));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void greet(Socket connection) {
        try (connection) {
            connection.getOutputStream().write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The client has gone away first; that is its right.
            return;
        }
    }

    private static void listen(Socket connection) {
        try (connection) {
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The client has gone away; that is its right.
            return;
        }
    }

    private static void serve(Socket connection, ToIntFunction<String> hit) {
        try (connection) {
            BufferedReader request =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            String path = request.readLine().split(" ", 0)[1];
            hit.applyAsInt(path);
            for (String line = request.readLine(); !line.isEmpty(); line = request.readLine()) {
                // The rest of the head says nothing of interest.
            }
            BrokenAnswer.to(path, connection);
        } catch (IOException e) {
            // The client has gone away first; that is its right.
            return;
        }
    }
}
