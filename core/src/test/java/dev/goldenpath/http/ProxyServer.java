package dev.goldenpath.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** A real proxy: passes plain requests on, and opens tunnels. Of each connection it serves one request or one tunnel. */
final class ProxyServer {
    /** Longer than the client would keep of a refusal. */
    private static final String LONG_PAGE = "<p>No.</p>".repeat(1_000);

    private final ServerSocket socket;
    private final String refusal;
    private final Predicate<String> welcome;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private ProxyServer(ServerSocket socket, String refusal, Predicate<String> welcome) {
        this.socket = socket;
        this.refusal = refusal;
        this.welcome = welcome;
    }

    /** For everybody. */
    static ProxyServer open() throws IOException {
        return start("", head -> true);
    }

    /** For who shows these credentials; they are not passed on. */
    static ProxyServer demanding(String username, String password) throws IOException {
        String expected = "Proxy-Authorization: Basic "
                + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
        return start(
                "407 Who are you\r\nProxy-Authenticate: Basic realm=\"test\"",
                head -> head.lines().anyMatch(expected::equals));
    }

    /** For nobody. */
    static ProxyServer refusing() throws IOException {
        return start("403 No", head -> false);
    }

    private static ProxyServer start(String refusal, Predicate<String> welcome) throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ProxyServer proxy = new ProxyServer(socket, refusal, welcome);
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            if (welcome.test(head)) {
                pass(client, head);
            } else {
                write(
                        client.getOutputStream(),
                        "HTTP/1.1 " + refusal + "\r\nContent-Length: " + LONG_PAGE.length() + "\r\n\r\n" + LONG_PAGE);
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            // Either end has gone away first; that is its right.
            return;
        }
    }

    private void pass(Socket client, String head) throws IOException {
        String[] line = head.substring(0, head.indexOf("\r\n")).split(" ", 0);
        boolean tunnel = line[0].equals("CONNECT");
        URI target = URI.create(tunnel ? "tunnel://" + line[1] : line[1]);
        try (Socket server = new Socket(target.getHost(), target.getPort())) {
            if (tunnel) {
                write(client.getOutputStream(), "HTTP/1.1 200 Connected\r\n\r\n");
            } else {
                write(server.getOutputStream(), passedOn(head, line[1], target));
            }
            threads.execute(() -> pump(client, server));
            if (!tunnel) {
                // Told, so that the client does not keep a connection that is about to end.
                String answer = head(server.getInputStream());
                write(client.getOutputStream(), answer.replaceFirst("\r\n", "\r\nConnection: close\r\n"));
            }
            pump(server, client);
        }
    }

    private static String passedOn(String head, String url, URI target) {
        String path = target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        return head.replace(url, path)
                .replaceAll("Proxy-[^\r]*\r\n", "")
                .replaceAll("Connection: [^\r]*\r\n", "")
                .replaceFirst("\r\n\r\n$", "\r\nVia: 1.1 test\r\nConnection: close\r\n\r\n");
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One end has gone away, so the other hears no more.
            return;
        }
    }

    private static String head(InputStream wire) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = wire.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void write(OutputStream wire, String text) throws IOException {
        wire.write(text.getBytes(StandardCharsets.UTF_8));
        wire.flush();
    }
}
