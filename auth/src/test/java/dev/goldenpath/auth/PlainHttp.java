package dev.goldenpath.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Speaks HTTP/1.1 on loopback, as far as a test needs it. The JDK's own server would not let an answer choose its Date. */
final class PlainHttp {
    private final ServerSocket port;
    private final Handler handler;

    private PlainHttp(ServerSocket port, Handler handler) {
        this.port = port;
        this.handler = handler;
    }

    /** What was asked; the names of headers in lower case. */
    record Request(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        Map<String, String> form() {
            return pairs(body);
        }

        /** Name and password of Basic, joined by a colon; empty where there are none. */
        String basic() {
            String value = header("authorization");
            return value.startsWith("Basic ")
                    ? new String(Base64.getDecoder().decode(value.substring("Basic ".length())), UTF_8)
                    : "";
        }
    }

    /** What is answered. */
    record Answer(int status, Map<String, List<String>> headers, String body) {
        Answer(int status, String body) {
            this(status, Map.of(), body);
        }
    }

    /** Answers. */
    interface Handler {
        Answer answer(Request request) throws Exception;
    }

    /** Serves on a free port, for as long as this JVM lives. */
    static int serve(Handler handler) throws IOException {
        PlainHttp http = new PlainHttp(new ServerSocket(0, 500, InetAddress.getByName("127.0.0.1")), handler);
        Thread acceptor = new Thread(http::accept, "accept");
        acceptor.setDaemon(true);
        acceptor.start();
        return http.port.getLocalPort();
    }

    private void accept() {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            while (true) {
                Socket socket = port.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            e.printStackTrace();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (Request request = read(in); request != null; request = read(in)) {
                write(socket.getOutputStream(), handler.answer(request));
            }
        } catch (IOException e) {
            // The caller has gone.
            return;
        } catch (Exception e) {
            e.printStackTrace();
        }
    }

    private static Request read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), UTF_8);
        String[] words = first.split(" ", -1);
        String[] target = words[1].split("\\?", 2);
        return new Request(words[0], target[0], target.length == 1 ? Map.of() : pairs(target[1]), headers, body);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(ISO_8859_1);
    }

    private static Map<String, String> pairs(String encoded) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            String[] halves = pair.split("=", 2);
            if (halves.length == 2) {
                pairs.put(URLDecoder.decode(halves[0], UTF_8), URLDecoder.decode(halves[1], UTF_8));
            }
        }
        return pairs;
    }

    private static void write(OutputStream out, Answer answer) throws IOException {
        byte[] body = answer.body.getBytes(UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status + " Told\r\n");
        answer.headers.forEach((name, values) -> values.forEach(
                value -> head.append(name).append(": ").append(value).append("\r\n")));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(head.toString().getBytes(ISO_8859_1));
        whole.write(body);
        out.write(whole.toByteArray());
        out.flush();
    }
}
