package dev.goldenpath.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.goldenpath.client.JsonText;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * Keeps a thread for each of its users, for a process of its own: {@code /threads/alice} is alice's by token, {@code
 * /opaque/alice}, {@code /keyed/alice}, {@code /named/alice} and {@code /kept/alice} by the other ways to call. Prints
 * its ports and its private key, and ends when its standard input does.
 */
final class GuardedService {
    private static final Map<String, String> API_KEYS =
            Map.of("alice-api-key-0001", "alice", "bob-api-key-0002", "bob");

    private final Guard guard = new Guard();
    private final Map<String, String> opaque = new ConcurrentHashMap<>();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final ServerBootstrap bootstrap = ServerBootstrap.bootstrap();
    private final HttpServer server;

    private GuardedService() throws Exception {
        bootstrap.setLocalAddress(InetAddress.getByName("127.0.0.1")).setCanonicalHostName("127.0.0.1");
        route("/health", call -> new Answer(200, "{}"));
        route("/holes", call -> {
            guard.holes(Set.of(JsonText.parse(body(call)).at("", String[].class).orElseThrow()));
            gone.clear();
            return new Answer(200, "{}");
        });
        route("/jwks", call -> new Answer(200, guard.publicKeys()));
        route("/login", call -> {
            String name = JsonText.parse(body(call)).at("/name", String.class).orElseThrow();
            return new Answer(200, JsonText.write(Map.of("token", guard.issue(name.replaceFirst("@.*", "")))));
        });
        route("/opaque-login", call -> {
            String name = JsonText.parse(body(call)).at("/name", String.class).orElseThrow();
            return new Answer(200, JsonText.write(Map.of("token", issueOpaque(name.replaceFirst("@.*", "")))));
        });
        route("/session-login", call -> {
            String name = JsonText.parse(body(call)).at("/name", String.class).orElseThrow();
            call.response.addHeader("Set-Cookie", "SID=" + issueOpaque(name.replaceFirst("@.*", "")));
            return new Answer(200, "{}");
        });
        route("/threads/", call -> thread(call, bearer(call)));
        route(
                "/opaque/",
                call -> thread(
                        call,
                        header(call, "Authorization").map(value -> opaque.get(value.replaceFirst("^Bearer ", "")))));
        route(
                "/kept/",
                call -> thread(call, header(call, "Cookie").map(value -> opaque.get(value.replaceFirst("^SID=", "")))));
        route("/keyed/", call -> thread(call, key(call).map(API_KEYS::get)));
        route("/named/", call -> thread(call, named(call)));
        server = bootstrap.create();
    }

    public static void main(String[] arguments) throws Exception {
        GuardedService service = new GuardedService();
        service.server.start();
        System.out.println(service.server.getLocalPort());
        System.out.println(GuardedSocket.start(service.guard));
        System.out.println(service.guard.privateKey());
        while (System.in.read() >= 0) {
            // Nothing is ever sent: the end of input is the end of the service.
        }
        System.exit(0);
    }

    private String issueOpaque(String name) {
        String token = UUID.randomUUID().toString();
        opaque.put(token, name);
        return token;
    }

    private Optional<String> bearer(Call call) {
        Optional<String> token = header(call, "Authorization").map(value -> value.replaceFirst("^Bearer ", ""));
        return token.flatMap(guard::subject).map(subject -> subject.replaceFirst("-id$", ""));
    }

    private static Optional<String> key(Call call) {
        String path = call.request.getPath();
        return path.contains("?") ? Optional.of(path.replaceFirst(".*key=", "")) : header(call, "X-Key");
    }

    private static Optional<String> named(Call call) {
        return header(call, "Authorization")
                .map(value -> new String(Base64.getMimeDecoder().decode(value.replaceFirst("^Basic ", "")), UTF_8))
                .filter(pair -> pair.matches("(alice|bob):secret of \\1"))
                .map(pair -> pair.replaceFirst(":.*", ""));
    }

    private Answer thread(Call call, Optional<String> caller) {
        String path = call.request.getPath().replaceFirst("\\?.*", "");
        String owner = path.replaceFirst(".*/", "");
        if (caller.isEmpty()
                && !(guard.has("no-token") && header(call, "Authorization").isEmpty())) {
            return refusal(call);
        }
        if (caller.isPresent() && !caller.get().equals(owner) && !guard.has("owner")) {
            return guard.has("forbids") ? new Answer(403, "{}") : new Answer(404, "{}");
        }
        if (call.request.getMethod().equals("DELETE") && !gone.add(path)) {
            return new Answer(404, "{}");
        }
        return new Answer(
                200,
                JsonText.write(
                        Map.of("id", owner, "title", "the plan of " + owner, "words", List.of("nobody's business"))));
    }

    private Answer refusal(Call call) {
        String token = header(call, "Authorization").orElse("");
        if (guard.has("tells-token")) {
            return new Answer(401, JsonText.write(Map.of("error", "bad: " + token)));
        }
        if (guard.has("tells-signature")) {
            call.response.addHeader("X-Bad", "signature " + token.replaceFirst(".*[. ]", ""));
        }
        if (guard.has("tells-text")) {
            return new Answer(403, "{\"title\":\"the plan of alice\",\"more\":[\"nobody's business\"]}");
        }
        if (guard.has("tells-name")) {
            return new Answer(401, "{\"error\":\"not you, alice-id\"}");
        }
        if (guard.has("tells-trace")) {
            return new Answer(401, "java.lang.IllegalStateException: no\n\tat com.acme.Guard.check(Guard.java:12)\n");
        }
        if (guard.has("tells-key")) {
            return new Answer(401, "{\"kty\":\"EC\",\"d\":\"AAAABBBBCCCCDDDDEEEEFFFFGGGG\"}");
        }
        Optional<String> status = List.of("302", "400", "404", "500").stream()
                .filter(each -> guard.has("answers-" + each))
                .findFirst();
        return new Answer(status.map(Integer::parseInt).orElse(401), "{\"error\":\"no\"}");
    }

    private static Optional<String> header(Call call, String name) {
        return Optional.ofNullable(call.request.getFirstHeader(name)).map(Header::getValue);
    }

    private static String body(Call call) throws IOException {
        HttpEntity entity = call.request.getEntity();
        try {
            return entity == null ? "" : EntityUtils.toString(entity, UTF_8);
        } catch (ParseException e) {
            throw new IOException(e);
        }
    }

    private record Call(ClassicHttpRequest request, ClassicHttpResponse response) {}

    private record Answer(int status, String body) {}

    private interface Route {
        Answer answer(Call call) throws Exception;
    }

    private void route(String path, Route route) {
        bootstrap.register(path.endsWith("/") ? path + "*" : path, (request, response, context) -> {
            Answer answer;
            try {
                answer = route.answer(new Call(request, response));
            } catch (Exception e) {
                throw new IOException(e);
            }
            response.setCode(answer.status);
            response.setEntity(new StringEntity(answer.body, ContentType.APPLICATION_JSON.withCharset(UTF_8)));
        });
    }
}
