package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurlLineTest {
    private static final String AWKWARD = "it's $HOME `id` \"quoted\" \\ back\n@line → ü!";

    private final BlockingQueue<Arrived> arrived = new ArrayBlockingQueue<>(10);
    private HttpServer server;

    @TempDir
    private Path folder;

    private record Arrived(String method, String target, Map<String, List<String>> headers, String body) {}

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            arrived.add(new Arrived(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void aPlainCallIsAPlainLine() {
        assertThat(CurlLine.of(exchange("GET", "http://h:1/a/b", null, Map.of(), null)))
                .isEqualTo("curl http://h:1/a/b");
    }

    @Test
    void secretsAreVariablesAndWhatIsOfOneConnectionIsLeftOut() {
        Map<String, List<String>> headers = headers(
                "Accept", "application/json",
                "Accept-Encoding", "gzip",
                "Content-Type", "application/json",
                "Content-Length", "20",
                "Host", "h:1",
                "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "X-Request-Id", "1",
                "Authorization", "***",
                "Cookie", "***");
        Body body = json("{\"password\":\"***\",\"clientSecret\" : \"***\",\"say\":\"*** it\"}");
        assertThat(CurlLine.of(exchange("POST", "http://h:1/login?access_token=***&x=1", "alice", headers, body)))
                .isEqualTo("curl -X POST 'http://h:1/login?access_token='\"$ACCESS_TOKEN\"'&x=1'"
                        + " -H 'Accept: application/json' -H 'Content-Type: application/json'"
                        + " -H 'Authorization: '\"$ALICE_AUTHORIZATION\" -H 'Cookie: '\"$ALICE_COOKIE\" --compressed"
                        + " --data-raw '{\"password\":\"'\"$PASSWORD\"'\",\"clientSecret\" : \"'\"$CLIENT_SECRET\"'\","
                        + "\"say\":\"'\"$SAY\"' it\"}'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "user=a&password=*** | 'user=a&password='\"$PASSWORD\"",
                "/files/***/x | /files/\"$SECRET\"/x",
                "{\\\"pin\\\":\\\"***\\\"} | '{\\\"pin\\\":\\\"'\"$PIN\"'\\\"}'",
                "it's | 'it'\\''s'",
                "a-b_c.d:1/%20,@+= | a-b_c.d:1/%20,@+=",
                "2nd=*** | 2nd=\"$_2ND\""
            })
    void aMaskIsNamedByWhatStandsBeforeIt(String text, String word) {
        assertThat(ShellWord.of(text)).isEqualTo(word);
    }

    @Test
    void anAnonymousCallersHeaderIsNamedByItselfAndItsSchemeIsKept() {
        assertThat(CurlLine.of(exchange(
                        "GET", "http://h/", null, headers("Authorization", "Bearer ***", "X-Empty", ""), null)))
                .isEqualTo("curl http://h/ -H 'Authorization: Bearer '\"$AUTHORIZATION\" -H 'X-Empty;'");
    }

    @Test
    void aBodyThatIsNotThereWholeComesFromAFile() {
        Body binary = new Body("image/png", 9, "ab", null, false);
        Body cut = new Body("text/plain", 20_000, "ab", "aaa", true);
        Map<String, List<String>> png = headers("Content-Type", "image/png");
        assertThat(CurlLine.of(exchange("PUT", "http://h/", null, png, binary)))
                .isEqualTo("curl -X PUT http://h/ -H 'Content-Type: image/png'"
                        + " --data-binary @body # body: 9 bytes, not recorded");
        assertThat(CurlLine.of(exchange("PUT", "http://h/", null, png, cut)))
                .endsWith(" --data-binary @body # body: 20000 bytes, recorded in part");
    }

    @Test
    void whatCurlSendsIsWhatWasRecorded() throws Exception {
        Map<String, List<String>> headers = headers(
                "Content-Type", "text/plain; charset=utf-8",
                "X-Awkward", "it's $HOME `id` \"quoted\" \\",
                "X-Empty", "",
                "Authorization", "***");
        Body body = new Body("text/plain", 50, "ab", "@" + AWKWARD + " ***", false);
        Arrived request = run(exchange("PATCH", url("/a/%20b/./c?q=[1]&token=***"), "alice", headers, body));
        assertThat(request.method).isEqualTo("PATCH");
        assertThat(request.target).isEqualTo("/a/%20b/./c?q=[1]&token=of-the-query");
        assertThat(request.body).isEqualTo("@" + AWKWARD + " $(not run)");
        assertThat(request.headers)
                .containsEntry("Authorization", List.of("Bearer of-alice"))
                .containsEntry("X-awkward", List.of("it's $HOME `id` \"quoted\" \\"))
                .containsEntry("X-empty", List.of(""))
                .containsEntry("Content-type", List.of("text/plain; charset=utf-8"));
    }

    @Test
    void aBodyWithoutATypeAndOneWithoutBytesArriveSo() throws Exception {
        Arrived untyped = run(exchange("POST", url("/"), null, Map.of(), new Body(null, 3, "ab", "abc", false)));
        assertThat(untyped.headers).doesNotContainKey("Content-type");
        assertThat(untyped.body).isEqualTo("abc");
        Arrived empty = run(exchange("POST", url("/"), null, Map.of(), new Body(null, 0, null, null, false)));
        assertThat(empty.headers).containsEntry("Content-length", List.of("0"));
        assertThat(run(exchange("HEAD", url("/"), null, Map.of(), null)).method).isEqualTo("HEAD");
    }

    @Test
    void aBinaryBodyIsReadFromTheFile() throws Exception {
        Files.writeString(folder.resolve("body"), "from the file\n");
        Body binary = new Body("image/png", 14, "ab", null, false);
        assertThat(run(exchange("PUT", url("/"), null, Map.of(), binary)).body).isEqualTo("from the file\n");
    }

    private Arrived run(HttpExchange exchange) throws Exception {
        assumeTrue(hasCurl(), "there is no curl here");
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", CurlLine.of(exchange))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        shell.environment()
                .putAll(Map.of(
                        "ALICE_AUTHORIZATION", "Bearer of-alice", "TOKEN", "of-the-query", "SECRET", "$(not run)"));
        shell.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        Process process = shell.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Arrived request = arrived.poll(10, TimeUnit.SECONDS);
        assertThat(request).as(CurlLine.of(exchange)).isNotNull();
        return request;
    }

    private static boolean hasCurl() {
        return Files.isExecutable(Path.of("/bin/sh"))
                && Stream.of(System.getenv("PATH").split(":", -1))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "curl")));
    }

    private String url(String target) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + target;
    }

    private static Body json(String text) {
        return new Body("application/json", text.length(), "ab", text, false);
    }

    private static Map<String, List<String>> headers(String... namesAndValues) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return headers;
    }

    private static HttpExchange exchange(
            String method, String url, @Nullable String user, Map<String, List<String>> headers, @Nullable Body body) {
        return new HttpExchange(
                "backend",
                user,
                null,
                new CallPlace(1, 1, null, false),
                method,
                url,
                headers,
                body,
                204,
                Map.of(),
                null,
                null,
                new TraceIds(null, null, null, Map.of()),
                Phases.ofTotal(Duration.ZERO),
                null,
                List.of());
    }
}
