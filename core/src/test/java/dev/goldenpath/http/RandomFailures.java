package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.Fact;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * Failures as tests meet them, drawn by a seed: most are those of assertions that really fail, ours against a real server. The
 * seed draws the causes; everything else is drawn anew for each run.
 */
final class RandomFailures {
    private static final List<String> FIELDS = List.of("state", "total", "owner", "items", "currency");
    private static final List<String> EVENTS =
            List.of("agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");
    private static final List<String> SERVICES = List.of("backend", "auth", "search", "billing");
    private static final List<Integer> STATUSES = List.of(200, 201, 202, 400, 401, 404, 409, 500, 503);

    private final ServiceClient client;
    private final Random causes;
    private final Random run = new Random(7);
    private final Map<String, Supplier<Throwable>> drawn = new LinkedHashMap<>();

    private RandomFailures(ServiceClient client, long seed) {
        this.client = client;
        this.causes = new Random(seed);
    }

    /** By cause; each call of one is another run of it. */
    static Map<String, Supplier<Throwable>> draw(ServiceClient client, long seed) {
        RandomFailures failures = new RandomFailures(client, seed);
        failures.ours();
        failures.others();
        failures.thrown();
        return failures.drawn;
    }

    private void ours() {
        int wanted = of(STATUSES);
        int seen = of(STATUSES);
        String path = "/answer/" + of(FIELDS);
        if (wanted != seen) {
            failing(
                    "status " + wanted + " " + seen + " " + path,
                    () -> assertThat(answer(path, seen, "{}")).hasStatus(wanted));
        }
        String field = of(FIELDS);
        failing("field " + field, () -> assertThat(answer("/answer", 200, "{}")).hasJson("/" + field, "open"));
        String other = of(FIELDS);
        failing(
                "value " + other,
                () -> assertThat(answer("/answer", 200, "{\"" + other + "\":\"" + id() + "\"}"))
                        .hasJson("/" + other, "open"));
        int size = 1 + causes.nextInt(40);
        failing(
                "number " + other + size,
                () -> assertThat(answer("/answer", 200, "{\"" + other + "\":" + (100 + run.nextInt(900)) + "}"))
                        .hasJson("/" + other, size));
        String header = "X-" + of(FIELDS);
        failing(
                "header " + header,
                () -> assertThat(answer("/answer", 200, "{}")).hasHeader(header));
        String soft = of(FIELDS);
        failing("soft " + soft + wanted, () -> {
            SoftAssertions all = new SoftAssertions();
            all.assertThat(id()).as("id of " + soft).isEqualTo("x");
            all.assertThat(1_000 + run.nextInt(9_000)).isEqualTo(wanted);
            all.assertAll();
        });
    }

    private void others() {
        int number = 1 + causes.nextInt(999);
        failing("equal " + number, () -> assertThat(1_000 + run.nextInt(9_000)).isEqualTo(number));
        int size = 6 + causes.nextInt(90);
        failing("size " + size, () -> assertThat(ids(1 + run.nextInt(5))).hasSize(size));
        failing("contains " + size, () -> assertThat(ids(2 + run.nextInt(4))).contains("order " + size));
        failing("greater " + size, () -> assertThat(run.nextInt(5)).isGreaterThan(size));
        String field = of(FIELDS);
        failing("holds " + field, () -> assertThat("{\"id\":\"" + id() + "\"}").contains("\"" + field + "\""));
        failing(
                "described " + field,
                () -> assertThat(run.nextInt(1_000) + 1_000)
                        .as("%s of %s", field, id())
                        .isZero());
        failing("map " + field, () -> assertThat(Map.of("id", id())).containsKey(field));
    }

    private void thrown() {
        String service = of(SERVICES);
        String path = "/" + of(FIELDS);
        cause(
                "refused " + service + path,
                () -> new ServiceCallException(
                        "GET http://" + address() + path + "/" + idInPath() + ": connection refused.",
                        facts(service),
                        new ConnectException("Connection refused: " + address())));
        cause(
                "slow " + service + path,
                () -> new ServiceCallException(
                        "GET http://" + address() + path + ": no answer within " + duration() + ".", facts(service)));
        String event = of(EVENTS);
        cause(
                "event " + service + event,
                () -> new AssertionError(Fact.message(
                        "Expected " + event + " within 30 s, but " + run.nextInt(9) + " other events arrived.",
                        List.of(
                                Fact.of("session", run.nextInt(99) + " of " + service),
                                Fact.of("missing", event),
                                Fact.of(
                                        "timeline",
                                        duration() + " " + of(run, EVENTS) + "\n" + duration() + " closed")))));
        cause("timeout " + event, () -> new TimeoutException(event + "() timed out after " + duration()));
        String field = of(FIELDS);
        cause(
                "null " + field,
                () -> new NullPointerException("Cannot invoke \"String.length()\" because the return value of \"Order."
                        + field + "()\" is null"));
        cause(
                "nested " + field,
                () -> new IllegalStateException(
                        "Can't read " + id(), new IOException("no " + field + " in " + folder())));
        cause("file " + field, () -> new RuntimeException(new NoSuchFileException(folder() + "/" + field + ".json")));
        cause(
                "known at " + field,
                () -> new AssertionError(field + " was gone at " + time() + " on " + address() + " after " + duration()
                        + " (" + (2 + run.nextInt(50)) + " probes) as " + mail()));
    }

    private void failing(String cause, ThrowingCallable assertion) {
        cause(cause, () -> catchThrowable(assertion));
    }

    private void cause(String cause, Supplier<Throwable> failure) {
        drawn.put(cause, failure);
    }

    private ServiceResponse answer(String path, int status, String body) {
        return client.get(path + "?status=" + status + "&at=" + run.nextInt() + "&body="
                        + URLEncoder.encode(body, StandardCharsets.UTF_8))
                .send();
    }

    private List<Fact> facts(String service) {
        return List.of(
                Fact.of("service", service),
                Fact.of("url from", "goldenpath.yaml:" + (1 + run.nextInt(90))),
                Fact.of("phases", "queued " + duration() + ", connect " + duration()),
                Fact.of("request id", UUID.randomUUID()));
    }

    private List<String> ids(int number) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            ids.add(uuid());
        }
        return ids;
    }

    private String uuid() {
        return new UUID(run.nextLong(), run.nextLong()).toString();
    }

    private String id() {
        // With slashes, which no path has in it.
        return run.nextInt(6) == 0 ? Base64.getEncoder().encodeToString(bytes(25)) : idInPath();
    }

    private String idInPath() {
        return switch (run.nextInt(6)) {
            case 0 -> uuid();
            case 1 -> "01J" + letters("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 23);
            case 2 -> "8" + letters("0123456789abcdef", 11);
            case 3 -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24));
            case 4 -> Integer.toString(1_000 + run.nextInt(1_000_000));
            default -> letters("0123456789abcdef", 32);
        };
    }

    private byte[] bytes(int number) {
        byte[] bytes = new byte[number];
        run.nextBytes(bytes);
        return bytes;
    }

    private String letters(String alphabet, int number) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < number; i++) {
            letters.append(alphabet.charAt(run.nextInt(alphabet.length())));
        }
        return letters.toString();
    }

    private String address() {
        int port = 1_024 + run.nextInt(60_000);
        return switch (run.nextInt(3)) {
            case 0 -> "127.0.0." + (1 + run.nextInt(200)) + ":" + port;
            case 1 -> "[fe80::" + Integer.toHexString(run.nextInt(65_536)) + "%2]:" + port;
            default -> "localhost:" + port;
        };
    }

    private String duration() {
        return switch (run.nextInt(3)) {
            case 0 -> run.nextInt(5_000) + " ms";
            case 1 -> run.nextInt(60) + "." + run.nextInt(10) + " s";
            default -> "1," + (100 + run.nextInt(900)) + " ms";
        };
    }

    private String time() {
        return "2026-1" + run.nextInt(3) + "-0" + (1 + run.nextInt(9)) + "T12:" + (10 + run.nextInt(50)) + ":03."
                + run.nextInt(1_000) + "Z";
    }

    private String folder() {
        return "/tmp/" + (run.nextBoolean() ? "junit-" + run.nextInt(1_000_000) : letters("abcXYZ0189", 12));
    }

    private String mail() {
        return "tester-" + run.nextInt(10_000) + "@example.com";
    }

    private <T> T of(List<T> list) {
        return of(causes, list);
    }

    private static <T> T of(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
