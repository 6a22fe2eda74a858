package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Cleanup;
import dev.goldenpath.evidence.TestEvidence;
import dev.goldenpath.http.Eventually;
import dev.goldenpath.http.GoldenPathSoftAssertions;
import dev.goldenpath.http.ServerProcess;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.policy.AllowFake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Twelve secrets pass through a run in as many ways, and nothing that the run writes holds one of them. */
@AllowFake(what = "com.sun.net.httpserver", reason = "the server runs in a process of its own", until = "2099-12-31")
class SecretsTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @TempDir
    private Path folder;

    @Test
    void noneOfTwelveSecretsIsInAnythingWritten() throws IOException {
        String printed = printedBy(() -> {
            GoldenPathRun run =
                    GoldenPathRun.with(folder, yaml(SERVER.url().toString())).run(Leaky.class);
            assertThat(run.verdicts())
                    .containsEntry("exchangesSecrets(ServiceClient, TestEvidence)", "PASSED")
                    .containsEntry("failsWithASecret(ServiceClient)", "ERROR")
                    .containsEntry("assertsOnASecret(ServiceClient)", "FAILED")
                    .containsEntry("readsASecretAsANumber(ServiceClient)", "FAILED")
                    .containsEntry("waitsForASecret(ServiceClient)", "FAILED")
                    .containsEntry("assertsSoftlyOnASecret(ServiceClient)", "FAILED")
                    .containsEntry("cleansUpWithASecret(ServiceClient, Cleanup)", "ERROR");
        });
        List<Path> files = files(folder.resolve("out"));

        assertThat(files).extracting(file -> file.getFileName().toString()).anyMatch(name -> name.endsWith(".jsonl"));
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .contains("goldenpath-junit.xml", "worklog.md", "traffic.har");
        assertThat(files).anyMatch(file -> file.toString().contains("attachments"));
        assertThat(String.join("", contents(files))).contains("***", "Leaky");
        assertThat(leaks(files)).isEmpty();
        assertThat(formsIn(printed)).isEmpty();
    }

    @Test
    void theSearchFindsASecretInEachOfItsForms() throws IOException {
        for (String form : forms(secret(3))) {
            Path planted = Files.writeString(folder.resolve("planted"), "before" + form + "after");
            assertThat(leaks(List.of(planted))).as(form).isNotEmpty();
        }
    }

    /** With signs that look different in a URL, in JSON and in Base64. */
    private static String secret(int number) {
        return "seed" + number + "Secret+/Zq\u00fc9" + "x".repeat(number);
    }

    /** Values can be masked only where they are known: those of the users are. */
    private static String yaml(String url) {
        return """
                environments:
                  local:
                    services:
                      echo:
                        url: "%s"
                        health: /answer
                        login: { path: /login, username: /user, password: /password, token: /token }
                    users:
                      first: { service: echo, grant: login, username: first, password: "%s" }
                      second: { service: echo, grant: login, username: second, password: "%s" }
                      third: { service: echo, grant: login, username: third, password: "%s" }
                """.formatted(url, secret(8), secret(10), secret(12));
    }

    private static String printedBy(Runnable run) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            run.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static List<String> leaks(List<Path> files) throws IOException {
        List<String> leaks = new ArrayList<>();
        for (Path file : files) {
            formsIn(Files.readString(file)).forEach(form -> leaks.add(file + " holds " + form));
        }
        return leaks;
    }

    private static List<String> formsIn(String text) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(SecretsTest::secret)
                .flatMap(secret -> forms(secret).stream())
                .filter(text::contains)
                .toList();
    }

    private static Set<String> forms(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        forms.add(secret.substring(0, secret.indexOf('+')));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.add(secret.replace("/", "\\/"));
        for (String before : List.of("", "x", "xx")) {
            String encoded = Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString((before + secret).getBytes(StandardCharsets.UTF_8));
            // The characters at the edges hold bits of the neighbours too.
            forms.add(encoded.substring(before.isEmpty() ? 0 : 4, encoded.length() - 2));
        }
        return forms;
    }

    private static List<String> contents(List<Path> files) throws IOException {
        List<String> contents = new ArrayList<>();
        for (Path file : files) {
            contents.add(Files.readString(file));
        }
        return contents;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @GoldenPath
    static class Leaky {

        @Test
        void exchangesSecrets(ServiceClient echo, TestEvidence evidence) {
            assertThat(echo.get("/answer").header("X-Api-Key", secret(1)).send())
                    .hasStatus(200);
            echo.get("/answer")
                    .header("Cookie", "session=" + secret(2).replace("\u00fc", ""))
                    .send();
            echo.post("/echo").json(Map.of("password", secret(3))).send();
            echo.post("/echo").form("client_secret", secret(4)).send();
            echo.get("/echo").query("access_token", secret(5)).send();
            echo.post("/echo")
                    .json(Map.of("auth", Map.of("tokens", List.of(Map.of("refresh_token", secret(6))))))
                    .send();
            String target = "/answer?token=" + URLEncoder.encode(secret(7), StandardCharsets.UTF_8);
            echo.get("/answer")
                    .query("status", 302)
                    .query("h.Location", target)
                    .followRedirects()
                    .send();
            echo.get("/echo")
                    .header(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString(("alice:" + secret(9)).getBytes(StandardCharsets.UTF_8)))
                    .send();
            evidence.attach("settings", "application/json", "{\"api_key\":\"" + secret(11) + "\"}");
            evidence.attach("notes", "text/plain", "as " + secret(12));
            evidence.measure("time to log in as " + secret(12), 7, "ms");
            evidence.step("logged in as " + secret(12));
        }

        @Test
        void failsWithASecret(ServiceClient echo) {
            echo.get("/answer").send();
            throw new IllegalStateException("the service said: wrong password " + secret(8));
        }

        /** Known by the name of its field alone. */
        private static ServiceResponse settings(ServiceClient echo) {
            return echo.get("/answer")
                    .query("body", "{\"user\":{\"password\":\"" + secret(3) + "\"}}")
                    .send();
        }

        @Test
        void assertsOnASecret(ServiceClient echo) {
            assertThat(settings(echo))
                    .hasJsonSatisfying(
                            "/user/password",
                            String.class,
                            text -> assertThat(text).isEqualTo("x"));
        }

        @Test
        void readsASecretAsANumber(ServiceClient echo) {
            assertThat(settings(echo).at("/user/password", Integer.class)).isEqualTo(1);
        }

        @Test
        void waitsForASecret(ServiceClient echo) {
            Eventually.upTo(Duration.ofMillis(50)).every(Duration.ofMillis(20)).untilAsserted(() -> {
                assertThat(settings(echo).at("/user").toString()).isEqualTo("x");
            });
        }

        @Test
        void assertsSoftlyOnASecret(ServiceClient echo) {
            GoldenPathSoftAssertions.assertSoftly(softly -> {
                softly.assertThat(settings(echo)).hasJson("/user/password", "x");
                softly.assertThat(settings(echo).at("/user/password")).isEqualTo("x");
            });
        }

        @Test
        void cleansUpWithASecret(ServiceClient echo, Cleanup cleanup) {
            assertThat(echo.get("/answer").send()).hasStatus(200);
            cleanup.add("forget " + secret(10), () -> {
                throw new IllegalStateException("still logged in as " + secret(10));
            });
        }
    }
}
