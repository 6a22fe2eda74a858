package dev.goldenpath.auth;

import dev.goldenpath.auth.PlainHttp.Answer;
import dev.goldenpath.auth.PlainHttp.Request;
import dev.goldenpath.client.JsonText;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A service with every way in, for a process of its own: an issuer as OpenID Connect has it, a login that sets a cookie,
 * and a place that says who the caller is, however it is shown. Counts what it is asked, and misbehaves as a {@code PUT
 * /behaviour} says, each of which starts from the defaults. Prints its port, and ends when its standard input does.
 */
final class WaysServer {
    static final String CLIENT_ID = "shop tests";
    static final String CLIENT_SECRET = "client:s3cret &+%";
    static final String USER_NAME = "alice@example.com";
    static final String PASSWORD = "correct \"horse\" &+%";
    static final String REFRESH_TOKEN = "declared-refresh-token";
    static final String TOKEN = "declared-token-of-alice";
    static final String API_KEY = "key+of/alice=&";

    private volatile String url = "";
    private volatile JsonText behaviour = JsonText.parse("{}");
    private volatile CountDownLatch release = new CountDownLatch(0);
    private volatile WaysDesk desk = new WaysDesk();

    private WaysServer() {}

    public static void main(String[] args) throws IOException {
        WaysServer service = new WaysServer();
        int port = PlainHttp.serve(service::answer);
        service.url = "http://127.0.0.1:" + port;
        System.out.println(port);
        while (System.in.read() >= 0) {
            // The parent writes nothing: this returns when the parent has gone, or has closed the pipe.
        }
        System.exit(0);
    }

    private Answer answer(Request request) throws Exception {
        JsonText now = behaviour;
        Answer answer = route(request, now);
        Map<String, List<String>> headers = new LinkedHashMap<>(answer.headers());
        headers.putIfAbsent("Content-Type", List.of("application/json"));
        if (now.at("/withoutDate").isEmpty()) {
            headers.put("Date", List.of(date(now.at("/clock", Long.class).orElse(0L))));
        }
        return new Answer(answer.status(), headers, answer.body());
    }

    private static String date(long ahead) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(ahead).atZone(ZoneOffset.UTC));
    }

    private Answer route(Request request, JsonText now) throws Exception {
        switch (request.path()) {
            case "/behaviour":
                return behave(request.body());
            case "/anew":
                desk = new WaysDesk();
                return behave("{}");
            case "/trust":
                desk.trust(request.body());
                return new Answer(200, "{}");
            case "/counts":
                return new Answer(200, JsonText.write(desk.counts()));
            case "/secrets":
                return new Answer(200, JsonText.write(desk.secrets()));
            case "/last":
                return new Answer(200, JsonText.write(desk.last()));
            default:
                return serve(request, now);
        }
    }

    private Answer serve(Request request, JsonText now) throws Exception {
        switch (request.path()) {
            case "/.well-known/openid-configuration":
                desk.count("discovery");
                return told(now, "discovery", JsonText.write(discovery(now)));
            case "/keys":
                desk.count("keys");
                return told(now, "keys", desk.published());
            case "/token":
                desk.seen(request);
                awaitRelease();
                return new WaysTokens(desk, behaviour, url).answer(request);
            case "/session":
                desk.count("session");
                awaitRelease();
                return logIn(request, behaviour);
            case "/who":
                return new WaysCallers(desk, now).answer(request);
            default:
                return new Answer(404, "{}");
        }
    }

    private Map<String, Object> discovery(JsonText now) {
        return Map.of(
                "issuer",
                url,
                "token_endpoint",
                now.at("/tokenEndpoint", String.class).orElse(url + "/token"),
                "jwks_uri",
                url + "/keys");
    }

    /** What the behaviour says about this document, and else {@code usual}. */
    private static Answer told(JsonText now, String name, String usual) {
        return new Answer(
                now.at("/" + name + "Status", Integer.class).orElse(200),
                now.at("/" + name, String.class).orElse(usual));
    }

    private Answer logIn(Request request, JsonText now) {
        JsonText credentials = JsonText.parse(request.body());
        int status = now.at("/sessionStatus", Integer.class).orElse(200);
        String password = credentials.at("/password", String.class).orElse("");
        if (status != 200) {
            return new Answer(status, "{\"error\":\"as told\"}");
        }
        if (!credentials.at("/name", String.class).orElse("").equals(USER_NAME) || !password.equals(PASSWORD)) {
            return new Answer(401, JsonText.write(Map.of("error", "'" + password + "' is wrong")));
        }
        String cookie = desk.session();
        List<String> cookies = new ArrayList<>();
        for (String template : now.at("/cookies", String[].class).orElse(new String[] {"sid={}; Path=/; HttpOnly"})) {
            cookies.add(template.replace("{}", cookie));
        }
        return new Answer(200, Map.of("Set-Cookie", cookies), "{\"welcome\":true}");
    }

    private Answer behave(String body) {
        behaviour = JsonText.parse(body);
        CountDownLatch before = release;
        release = new CountDownLatch(behaviour.at("/hold").isPresent() ? 1 : 0);
        before.countDown();
        return new Answer(200, "{}");
    }

    private void awaitRelease() throws InterruptedException {
        if (!release.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("never released");
        }
    }
}
