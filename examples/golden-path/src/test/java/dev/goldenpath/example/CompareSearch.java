package dev.goldenpath.example;

import static dev.goldenpath.websocket.QuietFor.quietFor;
import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.compare.ComparisonText;
import dev.goldenpath.compare.ComparisonWords;
import dev.goldenpath.compare.Divergence;
import dev.goldenpath.compare.Divergence.Difference;
import dev.goldenpath.compare.RunComparison;
import dev.goldenpath.compare.TestChange;
import dev.goldenpath.compare.TestChange.Kind;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.readiness.Requires;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.verdict.Verdict;
import dev.goldenpath.websocket.ServiceSocket;
import dev.goldenpath.websocket.SocketSession;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs behind the suite, in a JVM of its own: switches each fault of the product on that changes an answer, and shows that
 * a comparison with a green run finds the very call. With the profile {@code outages}.
 */
@Tag("outages")
class CompareSearch {
    private static final String REVISION = "4f2a9c1";
    /** What a run waits for a service that never comes. */
    private static final String READY_WITHIN = System.getProperty("outages.ready-within", "4s");

    private static StackProcess stack;
    private static LoggedRun green;

    @BeforeAll
    static void start() throws IOException {
        stack = StackProcess.start(REVISION);
        green = prepared("green")
                .with("goldenpath.ready-within", "60s")
                .run(Tour.class, Matrix.class)
                .log();
        assertThat(green.tests()).allMatch(test -> test.verdict() == Verdict.PASSED);
    }

    @AfterAll
    static void end() {
        stack.close();
    }

    @AfterEach
    void mend() {
        stack.mend();
    }

    /** Calls everything that a fault may spoil. */
    @GoldenPath
    @OnService("backend")
    static class Tour {
        @Test
        void knowsAlice(
                @OnService("auth") @AsUser("alice") ServiceClient auth, @AsUser("alice") ServiceClient backend) {
            ServiceResponse atAuth = auth.get("/auth/me").send();
            assertThat(backend.get("/api/me").send()).hasStatus(200).hasJson("/id", atAuth.at("/id"));
        }

        @Test
        @Requires("redis")
        void answers(@AsUser("alice") ServiceClient backend, @AsUser("alice") ServiceSocket socket) {
            SocketSession chat = socket.connect("/ws");
            assertThat(chat).honours("agent-run", runOf(backend));
        }

        @Test
        @Requires("redis")
        void hearsNothingOfItself(@AsUser("alice") ServiceClient backend, @AsUser("alice") ServiceSocket socket) {
            SocketSession chat = socket.connect("/ws");
            Object run = runOf(backend);
            chat.sendJson(Map.of("type", "typing", "run_id", run));
            assertThat(chat.events().where("/run_id", run)).arrives(within(ofSeconds(10)), "agent_completed");
            assertThat(chat.events().where("/type", "typing")).isSilentFor(quietFor(ofMillis(300)));
        }

        @Test
        @Requires("redis")
        void bobHearsNothing(
                @AsUser("alice") ServiceClient backend,
                @AsUser("alice") ServiceSocket ofAlice,
                @AsUser("bob") ServiceSocket ofBob) {
            SocketSession alice = ofAlice.connect("/ws");
            SocketSession bob = ofBob.connect("/ws");
            Object run = runOf(backend);
            assertThat(alice.events().where("/run_id", run)).arrives(within(ofSeconds(10)), "agent_completed");
            assertThat(bob.events()).isSilentFor(quietFor(ofMillis(300)));
        }

        @Test
        void refusesABadToken(ServiceSocket anonymous) {
            assertThat(anonymous
                            .connecting("/ws")
                            .header("Authorization", "Bearer not-a-token")
                            .attempt())
                    .hasStatus(401);
        }

        @Test
        void keepsThreads(@AsUser("alice") ServiceClient backend) {
            Object thread = backend.post("/api/threads")
                    .json(Map.of("title", "Groceries"))
                    .send()
                    .at("/id");
            assertThat(backend.get("/api/threads/{id}", thread).send())
                    .hasStatus(200)
                    .hasJson("/title", "Groceries");
        }

        private static Object runOf(ServiceClient backend) {
            ServiceResponse run = backend.post("/api/agents/execute")
                    .json(Map.of("prompt", "hello"))
                    .send();
            assertThat(run).hasStatus(202);
            return run.at("/run_id");
        }
    }

    /** Tries every bad token. */
    static class Matrix extends AuthMatrixGoldenPathIT {}

    private static OutageRun prepared(String name) {
        return new OutageRun(name, stack).with("goldenpath.ready-within", READY_WITHIN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mock-answer           | answers              | backend, call 2 of 2, POST /api/agents/execute as alice | status: 202 → 200
            identity-swapped      | knowsAlice           | backend, call 2 of 2, GET /api/me as alice              | JSON /email: alice@example.com → somebody.else@example.com
            identity-swapped      | keepsThreads         | backend, GET /api/me as alice (identity)                | JSON /email: alice@example.com → somebody.else@example.com
            event-lost            | answers              | backend, WebSocket /ws as alice, message 4              | event: tool_completed → agent_completed
            event-duplicated      | answers              | backend, WebSocket /ws as alice, message 4              | event: tool_completed → tool_executing
            event-out-of-order    | answers              | backend, WebSocket /ws as alice, message 3              | event: tool_executing → tool_completed
            event-of-another-user | bobHearsNothing      | backend, WebSocket /ws as bob, message 1                | event: absent → agent_started
            event-of-another-run  | answers              | backend, WebSocket /ws as alice, message 2              | id in JSON /run_id: that of backend POST /api/agents/execute as alice /run_id → new
            event-misshapen       | answers              | backend, WebSocket /ws as alice, message 4              | JSON /payload/matching_messages: number → string
            socket-busy           | answers              | backend, call 1 of 2, WebSocket /ws as alice            | status: 101 → 503
            socket-dropped        | answers              | backend, WebSocket /ws as alice, its end                | close code: 1000, closed by the test → 1011 restarting, closed by the service
            socket-mute           | answers              | backend, WebSocket /ws as alice, message 1              | event: agent_started → absent
            socket-accepts-first  | refusesABadToken     | backend, call 1 of 1, WebSocket /ws                     | status: 401 → 101
            redis-down            | answers              | backend, GET /api/health/ready (readiness)              | status: 200 → 503
            postgres-slow         | knowsAlice           | backend, GET /api/health/ready (readiness)              | status: 200 → 503
            health-disagrees      | knowsAlice           | backend, GET /api/health/ready (readiness)              | status: 200 → 503
            health-html           | knowsAlice           | backend, GET /api/health/ready (readiness)              | header content-type: application/json → text/html
            starting              | knowsAlice           | backend, GET /api/health/ready (readiness)              | status: 200 → 503
            old-revision          | knowsAlice           | backend, GET /version (revision)                        | revision of backend: 4f2a9c1 → 0.0.1-old
            """)
    void theFirstDivergingCallIsFound(String fault, String test, String call, String difference) throws IOException {
        TestChange change = changeOf(fault, test, Tour.class);

        assertThat(callOf(change)).isEqualTo(call);
        assertThat(firstDifferenceOf(change)).isEqualTo(difference);
    }

    /** When exactly it comes, between which events, is chance. */
    @Test
    void anEventThatComesTooLateOrIsTheTestsOwnIsFound() throws IOException {
        TestChange late = changeOf("event-late", "answers", Tour.class);
        assertThat(callOf(late)).isEqualTo("backend, WebSocket /ws as alice, message 5");
        assertThat(firstDifferenceOf(late)).startsWith("time since what was before it in the session: ");
        stack.mend();

        TestChange echoed = changeOf("event-echoed", "hearsNothingOfItself", Tour.class);
        assertThat(callOf(echoed)).matches("backend, WebSocket /ws as alice, message \\d");
        assertThat(firstDifferenceOf(echoed)).matches("event: \\w+ → typing");
    }

    @Test
    void aRedeploymentFailsNoTestAndIsTold() throws IOException {
        RunComparison comparison = comparison("redeployed", Tour.class);

        assertThat(comparison.hasNewFailures()).isFalse();
        assertThat(comparison.revisions()).hasSize(1).allSatisfy(change -> {
            assertThat(change.before()).isEqualTo(REVISION);
            assertThat(change.after()).isEqualTo(REVISION + "-next");
        });
    }

    /** The place among the calls differs: a token is minted without a call, or logged in for. */
    @ParameterizedTest
    @CsvSource({
        "auth-no-token, 2",
        "auth-garbage, 3",
        "auth-expired, 4",
        "auth-not-before, 5",
        "auth-issuer, 6",
        "auth-audience, 7",
        "auth-wrong-key, 8",
        "auth-unknown-kid, 9",
        "auth-alg-none, 10",
        "auth-hs256, 11",
        "auth-tampered, 12",
        "auth-another-user, 13",
    })
    void theCallThatWasToBeRefusedIsFound(String fault, int invocation) throws IOException {
        TestChange change = changeOf(fault, "onlyAliceReadsHerThread(ServiceClient)[" + invocation + "]", Matrix.class);

        assertThat(callOf(change)).matches("backend, call \\d of \\d, GET /api/threads/\\{}( as bob)?( \\(replay\\))?");
        assertThat(firstDifferenceOf(change)).matches("status: 40[14] → 200");
    }

    @Test
    void aRefusalThatTellsTooMuchIsFound() throws IOException {
        TestChange change = changeOf("auth-leak", "onlyAliceReadsHerThread(ServiceClient)[3]", Matrix.class);

        assertThat(callOf(change)).endsWith("GET /api/threads/{} (replay)");
        assertThat(firstDifferenceOf(change)).startsWith("JSON /");
    }

    private static RunComparison comparison(String fault, Class<?> type) throws IOException {
        stack.switchOn(fault);
        OutageRun run = prepared(fault);
        if (fault.equals("old-revision")) {
            run.with("goldenpath.services.backend.revision.expected", REVISION);
        }
        return RunComparison.of(green, run.run(type).log(), RunComparison.ALPHA);
    }

    private static TestChange changeOf(String fault, String test, Class<?> type) throws IOException {
        RunComparison comparison = comparison(fault, type);
        return comparison.tests(Kind.NEW_FAILURE).stream()
                .filter(change -> change.name().contains("." + test))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        test + " is no new failure: " + String.join("\n", ComparisonText.of(comparison))));
    }

    private static String callOf(TestChange change) {
        return ComparisonWords.call(divergenceOf(change));
    }

    private static String firstDifferenceOf(TestChange change) {
        Difference first = divergenceOf(change).differences().get(0);
        return first.what() + ": " + Objects.requireNonNullElse(first.before(), "absent") + " → "
                + Objects.requireNonNullElse(first.after(), "absent");
    }

    private static Divergence divergenceOf(TestChange change) {
        return Objects.requireNonNull(change.divergence(), () -> "No call differs of " + change);
    }
}
