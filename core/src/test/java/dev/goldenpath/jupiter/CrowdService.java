package dev.goldenpath.jupiter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real service for many users in a process of its own. {@code POST /notes} keeps a note of the user that {@code X-User}
 * names, {@code GET /notes} gives it back, or the note that was kept last, whoever's: with {@code ?mixed} as it is, with
 * {@code ?header} in a header, with {@code ?pieces} behind 300 kB in two pieces; {@code /desk} keeps the note of the cookie
 * {@code sid}, which is one for all; {@code /me} tells who calls, and of {@code ?but=<user>} that
 * it is somebody; the first {@code POST /seats/<any>} is answered with 201, each further one with 409.
 * Each takes 50 ms.
 */
final class CrowdService implements AfterAllCallback {
    private static final int MILLIS = 50;
    private static final int FILLING = 300_000;

    private final Process process;
    private final int port;

    private CrowdService(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static CrowdService start() {
        try {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            CrowdService.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return new CrowdService(process, Integer.parseInt(output.readLine()));
        } catch (IOException e) {
            throw new IllegalStateException("Can't start the service under test", e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, String> notes = new ConcurrentHashMap<>();
        AtomicReference<String> last = new AtomicReference<>("");
        Map<String, String> seats = new ConcurrentHashMap<>();
        HttpServer server = ServerBootstrap.bootstrap()
                .setLocalAddress(InetAddress.getLoopbackAddress())
                // By whatever name it is called.
                .setCanonicalHostName("here")
                .setAuthorityResolver((scheme, authority) -> new URIAuthority("here"))
                .register("/health", (request, response, context) -> answer(response, 200, "ok"))
                .register("/notes", (request, response, context) -> {
                    pause();
                    if (request.getMethod().equals("POST")) {
                        String note = EntityUtils.toString(request.getEntity());
                        notes.put(user(request), note);
                        last.set(note);
                        answer(response, 201, "kept");
                    } else {
                        String own = notes.getOrDefault(user(request), "none");
                        String way = request.getPath().replaceFirst("[^?]*", "");
                        answer(response, 200, way.equals("?mixed") ? last.get() : own);
                        if (way.equals("?header")) {
                            response.setHeader("X-Last", last.get());
                        } else if (way.equals("?pieces")) {
                            response.setEntity(inPieces(last.get()));
                        }
                    }
                })
                .register("/desk", (request, response, context) -> {
                    pause();
                    response.setHeader("Set-Cookie", "sid=5e55-1on; HttpOnly");
                    if (request.getMethod().equals("POST")) {
                        notes.put("desk", EntityUtils.toString(request.getEntity()));
                        answer(response, 201, "kept");
                    } else {
                        answer(response, 200, notes.getOrDefault("desk", "none"));
                    }
                })
                .register("/me", (request, response, context) -> {
                    pause();
                    String but = request.getPath().replaceFirst(".*but=|.*", "");
                    answer(
                            response,
                            200,
                            "{\"id\":\"" + (user(request).equals(but) ? "somebody" : user(request)) + "\"}");
                })
                .register("/seats/*", (request, response, context) -> {
                    pause();
                    boolean free = seats.putIfAbsent(request.getPath(), user(request)) == null;
                    answer(response, free ? 201 : 409, "");
                })
                .create();
        server.start();
        System.out.println(server.getLocalPort());
        while (System.in.read() >= 0) {
            // Nothing is ever sent; the end of input is the end of the test.
        }
        server.close(CloseMode.IMMEDIATE);
        System.exit(0);
    }

    private static String user(ClassicHttpRequest request) {
        return request.getFirstHeader("X-User") == null
                ? ""
                : request.getFirstHeader("X-User").getValue();
    }

    private static void pause() {
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static EntityTemplate inPieces(String text) {
        return new EntityTemplate(-1, ContentType.TEXT_PLAIN, null, wire -> {
            wire.write("-".repeat(FILLING).getBytes(StandardCharsets.US_ASCII));
            wire.write(text.substring(0, text.length() - 9).getBytes(StandardCharsets.US_ASCII));
            wire.flush();
            wire.write(text.substring(text.length() - 9).getBytes(StandardCharsets.US_ASCII));
        });
    }

    private static void answer(ClassicHttpResponse response, int status, String text) {
        response.setCode(status);
        response.setEntity(new StringEntity(text, ContentType.TEXT_PLAIN));
    }
}
