package dev.goldenpath.gallery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.glassfish.tyrus.server.Server;

/**
 * A small service over HTTP and WebSockets: it says who the caller is, which revision it runs, and what a mock would say.
 */
final class GalleryService implements AutoCloseable {
    /** Tyrus takes 0 for its default port. */
    private static final int ANY_PORT = -1;

    private final HttpServer http;
    private final Server sockets;

    private GalleryService(HttpServer http, Server sockets) {
        this.http = http;
        this.sockets = sockets;
    }

    static GalleryService start() throws Exception {
        HttpServer http = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getByName("127.0.0.1"))
                // By whatever name it is called.
                .setCanonicalHostName("here")
                .setAuthorityResolver((scheme, authority) -> new URIAuthority("here"))
                .register("*", (request, response, context) -> answer(request, response))
                .create();
        http.start();
        Server sockets = new Server("127.0.0.1", ANY_PORT, "/", Map.of(), GallerySocket.class);
        sockets.start();
        return new GalleryService(http, sockets);
    }

    int port() {
        return http.getLocalPort();
    }

    int socketPort() {
        return sockets.getPort();
    }

    @Override
    public void close() {
        sockets.stop();
        http.close(CloseMode.IMMEDIATE);
    }

    private static void answer(ClassicHttpRequest request, ClassicHttpResponse response) throws IOException {
        String path = request.getPath();
        String user = header(request, "X-User");
        switch (path.replaceFirst("\\?.*", "")) {
            case "/health" -> json(response, 200, "{\"status\":\"up\"}");
            case "/version" -> json(response, 200, "{\"revision\":\"r1\"}");
            case "/me" ->
                json(response, user.isEmpty() ? 401 : 200, user.isEmpty() ? "{}" : "{\"id\":\"" + user + "\"}");
            case "/me-swapped" -> json(response, 200, "{\"id\":\"mallory\"}");
            case "/mocked" -> json(response, 200, "{\"answer\":\"Mock\"}");
            case "/missing" -> json(response, 404, "{}");
            case "/away" -> {
                response.setCode(302);
                response.addHeader(
                        "Location", URLDecoder.decode(path.replaceFirst(".*\\?to=", ""), StandardCharsets.UTF_8));
            }
            case "/large" -> json(response, 200, "\"" + "x".repeat(200_000) + "\"");
            default -> json(response, 200, "{\"path\":\"" + path + "\",\"user\":\"" + user + "\"}");
        }
    }

    private static void json(ClassicHttpResponse response, int status, String body) {
        response.setCode(status);
        response.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
    }

    private static String header(ClassicHttpRequest request, String name) {
        Header header = request.getFirstHeader(name);
        return header == null ? "" : header.getValue();
    }

    /** Serves until its standard input ends. */
    public static void main(String[] arguments) throws Exception {
        try (GalleryService service = start()) {
            System.out.println(service.port());
            System.out.println(service.socketPort());
            while (System.in.read() >= 0) {
                // Nothing is ever sent; the end of input is the end of the gallery.
            }
        }
        System.exit(0);
    }
}
