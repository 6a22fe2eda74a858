package dev.goldenpath.jupiter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A small real service in a process of its own: answers every path with that path, and {@code /health} with 200. */
final class EchoService implements AfterAllCallback, AutoCloseable {
    private final Process process;
    private final int port;

    private EchoService(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static EchoService start() {
        try {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            EchoService.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            // Left open: the child reads its standard input and ends with it, so that it can't outlive this JVM.
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return new EchoService(process, Integer.parseInt(output.readLine()));
        } catch (IOException e) {
            throw new IllegalStateException("Can't start the service under test", e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static void main(String[] arguments) throws IOException {
        HttpServer server = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getLoopbackAddress())
                // By whatever name it is called.
                .setCanonicalHostName("here")
                .setAuthorityResolver((scheme, authority) -> new URIAuthority("here"))
                .register("*", (request, response, context) -> answer(request, response))
                .create();
        server.start();
        System.out.println(server.getLocalPort());
        while (System.in.read() >= 0) {
            // Nothing is ever sent; the end of input is the end of the test.
        }
        server.close(CloseMode.IMMEDIATE);
        System.exit(0);
    }

    private static void answer(ClassicHttpRequest request, ClassicHttpResponse response) {
        String path = request.getPath().replaceFirst("\\?.*", "");
        response.setEntity(new StringEntity("{\"path\":\"" + path + "\"}", ContentType.APPLICATION_JSON));
    }
}
