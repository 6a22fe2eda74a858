package dev.goldenpath.crowd;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.tyrus.server.Server;
import org.jspecify.annotations.Nullable;

/** A light service for thousands of users: it logs them in, tells them who they are, and echoes what they say. */
public final class EchoService {
    /** Tyrus takes 0 for its default port. */
    private static final int ANY_PORT = -1;

    private static final int LOG_IN_MILLIS = 100;
    private static final String TOKEN = "token-of-";
    private static final Pattern EMAIL = Pattern.compile("\"email\":\"([^\"@]+)@");

    private EchoService() {}

    /** Serves until its standard input ends; prints the ports of HTTP and of WebSockets. */
    public static void main(String[] arguments) throws Exception {
        HttpServer http = new HttpServer();
        NetworkListener listener = new NetworkListener("http", "127.0.0.1", 0);
        http.addListener(listener);
        http.getServerConfiguration().addHttpHandler(new Answers(), "/");
        http.start();
        Server sockets = new Server("127.0.0.1", ANY_PORT, "/", Map.of(), EchoSocket.class);
        sockets.start();
        System.out.println(listener.getPort());
        System.out.println(sockets.getPort());
        while (System.in.read() >= 0) {
            // Nothing is ever sent; the end of input is the end of the service.
        }
        sockets.stop();
        http.shutdownNow();
        System.exit(0);
    }

    /** Whose token this is; empty where it is none. */
    static String userOf(@Nullable String token) {
        return token != null && token.startsWith(TOKEN) ? token.substring(TOKEN.length()) : "";
    }

    private static final class Answers extends HttpHandler {
        private final ScheduledExecutorService later = Executors.newScheduledThreadPool(1);
        private final AtomicInteger logIns = new AtomicInteger();
        private final AtomicInteger mostLogIns = new AtomicInteger();
        private final Map<String, Response> meeting = new LinkedHashMap<>();

        @Override
        public void service(Request request, Response response) throws Exception {
            String shown = request.getHeader("Authorization");
            String user = userOf(shown == null ? null : shown.replaceFirst("^Bearer ", ""));
            switch (request.getRequestURI()) {
                case "/health" -> json(response, "{\"status\":\"up\"}");
                case "/login" -> logIn(request, response);
                case "/open" ->
                    json(response, "{\"sessions\":" + EchoSocket.open() + ",\"logIns\":" + mostLogIns.get() + "}");
                case "/meet" -> meet(user, Integer.parseInt(request.getParameter("users")), response);
                case "/me" -> {
                    response.setStatus(user.isEmpty() ? 401 : 200);
                    json(response, "{\"id\":\"" + user + "\"}");
                }
                default -> response.setStatus(404);
            }
        }

        /** Takes its time, as whoever checks a password does, and counts how many it is asked for meanwhile. */
        private void logIn(Request request, Response response) throws Exception {
            Matcher email = EMAIL.matcher(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            String answer = email.find() ? "{\"access_token\":\"" + TOKEN + email.group(1) + "\"}" : "{}";
            int now = logIns.incrementAndGet();
            mostLogIns.accumulateAndGet(now, Math::max);
            response.suspend();
            later.schedule(
                    () -> {
                        // Before the answer, after which the next one may come.
                        logIns.decrementAndGet();
                        json(response, answer);
                        response.resume();
                        return answer;
                    },
                    LOG_IN_MILLIS,
                    TimeUnit.MILLISECONDS);
        }

        /** Answers nobody before so many users have asked. */
        private synchronized void meet(String user, int users, Response response) throws Exception {
            response.suspend();
            meeting.put(user, response);
            if (meeting.size() == users) {
                for (Map.Entry<String, Response> each : meeting.entrySet()) {
                    json(each.getValue(), "{\"id\":\"" + each.getKey() + "\"}");
                    each.getValue().resume();
                }
                meeting.clear();
            }
        }

        private static void json(Response response, String body) throws Exception {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            response.setContentType("application/json");
            response.setContentLength(content.length);
            response.getOutputStream().write(content);
        }
    }
}
