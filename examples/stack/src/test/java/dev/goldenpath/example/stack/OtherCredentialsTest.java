package dev.goldenpath.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.example.stack.Api.Answer;
import dev.goldenpath.example.stack.auth.AuthMain;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** API keys, passwords and sessions, at both services and at a socket's handshake. */
@ExtendWith(SharedStack.class)
class OtherCredentialsTest {
    private static final String KEY = "alice-local-api-key";
    private static final String NOT_VALID = "{\"error\":\"credentials not valid\"}";

    private final LaunchedStack stack;
    private final Api auth;
    private final Api backend;

    OtherCredentialsTest(LaunchedStack stack) {
        this.stack = stack;
        auth = stack.auth();
        backend = stack.backend();
    }

    @Test
    void eachOfThemIsAlice() throws Exception {
        Api alice = backend.as(auth.login("alice").text("/access_token"));
        Answer me = alice.get("/api/me");
        for (String[] header : valid().values()) {
            assertThat(auth.get("/auth/me", header).body()).isEqualTo(me.body());
            assertThat(backend.get("/api/me", header).body()).isEqualTo(me.body());
            try (EventStream events = EventStream.with(backend, "/ws", header);
                    EventStream late = EventStream.with(backend, "/ws/late", header)) {
                AgentRun run = AgentRun.start(alice);
                run.isToldBy(events.next(5));
                run.isToldBy(late.next(5));
            }
        }
        assertThat(auth.get("/auth/me?api_key=" + KEY).body()).isEqualTo(me.body());
        assertThat(backend.get("/api/me?api_key=" + KEY).body()).isEqualTo(me.body());
        try (EventStream events = EventStream.anonymous(backend, "/ws?api_key=" + KEY)) {
            AgentRun.start(alice).isToldBy(events.next(5));
        }
    }

    @Test
    void whatIsNotValidIsRefused() {
        Map<String, String[]> invalid = new LinkedHashMap<>();
        invalid.put("key", new String[] {"X-Api-Key", "wrong"});
        invalid.put("no key", new String[] {"X-Api-Key", ""});
        invalid.put("password", new String[] {"Authorization", basic("alice@example.com:wrong")});
        invalid.put("user", new String[] {"Authorization", basic("nobody@example.com:wrong")});
        invalid.put("no colon", new String[] {"Authorization", basic("alice@example.com")});
        invalid.put("no Base64", new String[] {"Authorization", "Basic ?"});
        invalid.put("scheme", new String[] {"Authorization", "Digest x"});
        invalid.put("session", new String[] {"Cookie", "session=wrong"});
        invalid.put("no session", new String[] {"Cookie", "session="});
        invalid.forEach((name, header) -> {
            for (Answer answer : new Answer[] {auth.get("/auth/me", header), backend.get("/api/me", header)}) {
                assertThat(answer.status()).as(name).isEqualTo(401);
                assertThat(answer.body()).as(name).hasToString(NOT_VALID);
            }
            assertThat(handshakeStatus("/ws", header)).as(name).isEqualTo(401);
            assertThat(handshakeStatus("/ws/late", header)).as(name).isEqualTo(401);
        });
        assertThat(backend.get("/api/me?api_key=%0d%0ax").body()).hasToString(NOT_VALID);
        assertThat(auth.get("/auth/me?api_key=%0d%0ax").body()).hasToString(NOT_VALID);
    }

    @Test
    void ofSeveralNoneCounts() {
        String[] two = {"X-Api-Key", KEY, "Authorization", basic("alice@example.com:alice-local-password")};
        String[] token = {"Authorization", "Bearer " + auth.login("alice").text("/access_token")};
        for (Answer answer : new Answer[] {
            auth.get("/auth/me", two),
            backend.get("/api/me", two),
            backend.get("/api/me?api_key=" + KEY, token),
            backend.get("/api/me?api_key=" + KEY, "X-Api-Key", KEY),
            backend.get("/api/me", "Cookie", "session=a; session=b")
        }) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).hasToString("{\"error\":\"several credentials\"}");
        }
        assertThat(handshakeStatus("/ws", two)).isEqualTo(400);
        assertThat(handshakeStatus("/ws?access_token=x", "X-Api-Key", KEY)).isEqualTo(400);
    }

    @Test
    void aSessionBeginsWithAPasswordAndEndsForGood() {
        Answer begun = begin("alice-local-password");
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();
        String[] header = {"Cookie", "other=1; " + cookie.substring(0, cookie.indexOf(';'))};

        assertThat(begun.status()).isEqualTo(204);
        assertThat(cookie).matches("session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax");
        assertThat(begin("wrong").body()).hasToString("{\"error\":\"invalid_credentials\"}");
        assertThat(backend.get("/api/me", header).status()).isEqualTo(200);

        Answer ended = auth.delete("/auth/session", header);
        assertThat(ended.status()).isEqualTo(204);
        assertThat(ended.headers().firstValue("Set-Cookie"))
                .contains("session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
        assertThat(backend.get("/api/me", header).status()).isEqualTo(401);
        assertThat(auth.get("/auth/me", header).status()).isEqualTo(401);
        assertThat(auth.delete("/auth/session", header).status()).isEqualTo(401);
        assertThat(auth.delete("/auth/session").body()).hasToString("{\"error\":\"no such session\"}");
    }

    @Test
    @Tag("starts")
    void aKeyMayBeGivenByAVariable() throws Exception {
        try (LaunchedStack own = LaunchedStack.start(Map.of("STACK_USER_ALICE_API_KEY", "another-key"))) {
            assertThat(own.backend().get("/api/me", "X-Api-Key", "another-key").text("/email"))
                    .isEqualTo("alice@example.com");
            assertThat(own.backend().get("/api/me", "X-Api-Key", KEY).status()).isEqualTo(401);
            assertThat(own.backend()
                            .get("/api/me", "X-Api-Key", "bob-local-api-key")
                            .text("/email"))
                    .isEqualTo("bob@example.com");
        }
    }

    @Test
    @Tag("starts")
    void aKeyThatCannotBeOneIsRefusedAtTheStart() throws Exception {
        try (LaunchedStack wrong = LaunchedStack.launch(Map.of("STACK_USER_BOB_API_KEY", ""))) {
            assertThat(wrong.awaitExit()).isEqualTo(1);
            assertThat(wrong.wholeOutput())
                    .contains("Environment variable STACK_USER_BOB_API_KEY has to be of visible ASCII characters");
        }
    }

    @Test
    @Tag("starts")
    @EnabledOnOs(OS.LINUX)
    void withoutTheAuthServiceThereIsNoTelling() throws Exception {
        try (LaunchedStack own = LaunchedStack.start(Map.of())) {
            Api alice = own.backend().as(own.auth().login("alice").text("/access_token"));
            assertThat(alice.get("/api/me").status()).isEqualTo(200);
            ProcessHandle process = own.service(AuthMain.class);
            signal("STOP", process);
            try {
                Answer answer = own.backend().get("/api/me", "X-Api-Key", KEY);
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.body()).hasToString("{\"error\":\"the auth service is unavailable\"}");
                assertThat(alice.get("/api/me").status()).isEqualTo(200);
            } finally {
                signal("CONT", process);
            }
            assertThat(own.backend().get("/api/me", "X-Api-Key", KEY).status()).isEqualTo(200);
        }
    }

    private Map<String, String[]> valid() {
        String cookie =
                begin("alice-local-password").headers().firstValue("Set-Cookie").orElseThrow();
        return Map.of(
                "key", new String[] {"X-Api-Key", KEY},
                "password", new String[] {"Authorization", basic("alice@example.com:alice-local-password")},
                "session", new String[] {"Cookie", cookie.substring(0, cookie.indexOf(';'))});
    }

    private Answer begin(String password) {
        return auth.post("/auth/session", Map.of("email", "alice@example.com", "password", password));
    }

    private int handshakeStatus(String path, String... header) {
        try (EventStream accepted = EventStream.with(stack.backend(), path, header)) {
            return 101;
        } catch (EventStream.HandshakeFailure refused) {
            return ((WebSocketHandshakeException) refused.getCause())
                    .getResponse()
                    .statusCode();
        }
    }

    private static String basic(String text) {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }
}
