package dev.goldenpath.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.AsUser;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.priority.P1;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs behind the suite, in a JVM of its own: breaks the product in the ways in which environments break, and shows what
 * the suite makes of it. All of them with the profile {@code outages}, else those of Redis and of a redeployment.
 */
class OutageSearch {
    private static final String REVISION = "4f2a9c1";
    /** What the suite waits for a service that never comes. */
    private static final String READY_WITHIN = System.getProperty("outages.ready-within", "4s");

    /** All that need the backend; the one that does not has run. */
    private static final List<String> BACKEND_BLOCKED = List.of(
            "BLOCKED Chat 4", "BLOCKED Login 6", "BLOCKED Threads 1", "BLOCKED WithAMessage 3", "PASSED AuthAlone 1");

    private static final String LOGINS = """
                    - LoginGoldenPathIT.aBadTokenIsRefusedAtTheHandshake(ServiceSocket)
                    - LoginGoldenPathIT.bothServicesKnowTheSameAlice(ServiceClient, ServiceClient)
                    - LoginGoldenPathIT.aliceAndBobAreTwo(ServiceClient, ServiceClient)
                    - ChatGoldenPathIT.aRunKeepsToItsContract(ServiceClient, ServiceSocket)
                    … (10 more)""".indent(8).stripTrailing();

    private static final String FAILED_CHAT = """
            OutageSearch$ChatLater.aRunKeepsToItsContract(ServiceClient, ServiceSocket) FAILED
            ← it needs redis (inferred, from what it declares)
            ← redis failed, says backend: GET http://HOST/api/health/ready → 503, /checks/redis/status is 'down' (confirmed, probe N)
            ← open
            - OutageSearch$ChatLater.aRunKeepsToItsContract(ServiceClient, ServiceSocket)
            - OutageSearch$ChatLater.bothOfAUsersWindowsSeeTheRun(ServiceClient, ServiceSocket, TestEvidence)
            - OutageSearch$ChatLater.nobodyElseSeesTheRun(ServiceClient, ServiceSocket, ServiceSocket)
            - OutageSearch$ChatLater.agentAnswersInTheChat(ServiceClient, ServiceSocket)""".indent(8).stripTrailing();

    private static StackProcess stack;

    @BeforeAll
    static void start() throws IOException {
        stack = StackProcess.start(REVISION);
    }

    @AfterAll
    static void end() {
        stack.close();
    }

    @AfterEach
    void mend() {
        stack.mend();
    }

    /** The suite's own tests once more, at another time of the run. */
    static class ChatLater extends ChatGoldenPathIT {}

    /** As above. */
    static class ChatAtLast extends ChatGoldenPathIT {}

    /** Needs nothing but auth and what that needs. */
    @GoldenPath
    @P1(protects = "login")
    static class AuthAlone {
        @Test
        void knowsAlice(@OnService("auth") @AsUser("alice") ServiceClient auth) {
            assertThat(auth.get("/auth/me").send()).hasStatus(200).hasJson("/email", "alice@example.com");
        }
    }

    private static OutageRun prepared(String name) {
        return new OutageRun(name, stack).with("goldenpath.ready-within", READY_WITHIN);
    }

    private static OutageRun healthy() {
        return withLaterChats(prepared("healthy"));
    }

    private static OutageRun downBefore() {
        stack.switchOn("redis-down");
        return withLaterChats(prepared("down-before"));
    }

    private static OutageRun downInMidRun() {
        return withLaterChats(prepared("down-in-mid-run").before(ChatLater.class, () -> stack.switchOn("redis-down")));
    }

    private static OutageRun restoredInMidRun() {
        OutageRun run = prepared("restored-in-mid-run");
        return withLaterChats(
                run.before(ChatLater.class, () -> stack.switchOn("redis-down")).before(ChatAtLast.class, () -> {
                    stack.switchOff("redis-down");
                    run.awaitSeen("redis", true);
                }));
    }

    private static OutageRun withLaterChats(OutageRun run) {
        return run.run(
                AuthAlone.class,
                ChatGoldenPathIT.class,
                LoginGoldenPathIT.class,
                ChatLater.class,
                ThreadsGoldenPathIT.class,
                ChatAtLast.class);
    }

    private static OutageRun throughout(OutageRun run) {
        return run.run(AuthAlone.class, LoginGoldenPathIT.class, ChatGoldenPathIT.class, ThreadsGoldenPathIT.class);
    }

    @Test
    @Tag("outages")
    void redisIsDownBeforeTheRun() {
        OutageRun run = downBefore();

        assertThat(run.verdicts())
                .containsExactly(
                        "BLOCKED Chat 4",
                        "BLOCKED ChatAtLast 4",
                        "BLOCKED ChatLater 4",
                        "PASSED AuthAlone 1",
                        "PASSED Login 6",
                        "PASSED Threads 1",
                        "PASSED WithAMessage 3");
        assertThat(run.told()).isEqualTo("""
                CAUSE   redis failed, says backend
                        since TIME UTC, to the end of the run
                        12 tests: 12 BLOCKED (P1 12); 120,000 USD per month unverified
                        ChatGoldenPathIT.aRunKeepsToItsContract(ServiceClient, ServiceSocket) BLOCKED
                        ← redis failed, says backend: GET http://HOST/api/health/ready → 503, /checks/redis/status is 'down' (confirmed, probe N)
                        ← open
                        - ChatGoldenPathIT.aRunKeepsToItsContract(ServiceClient, ServiceSocket)
                        - ChatGoldenPathIT.bothOfAUsersWindowsSeeTheRun(ServiceClient, ServiceSocket, TestEvidence)
                        - ChatGoldenPathIT.nobodyElseSeesTheRun(ServiceClient, ServiceSocket, ServiceSocket)
                        - ChatGoldenPathIT.agentAnswersInTheChat(ServiceClient, ServiceSocket)
                        … (8 more)""");
    }

    @Tag("outages")
    @Test
    void redisDiesInMidRun() {
        OutageRun run = downInMidRun();

        assertThat(run.verdicts())
                .containsExactly(
                        "BLOCKED ChatAtLast 4",
                        "BLOCKED ChatLater 3",
                        "FAILED ChatLater 1",
                        "PASSED AuthAlone 1",
                        "PASSED Chat 4",
                        "PASSED Login 6",
                        "PASSED Threads 1",
                        "PASSED WithAMessage 3");
        assertThat(run.told()).isEqualTo("""
                CAUSE   redis failed, says backend
                        since TIME UTC, to the end of the run
                        8 tests: 1 FAILED, 7 BLOCKED (P1 8); 120,000 USD per month unverified
                """ + FAILED_CHAT + "\n        … (4 more)");
    }

    @Test
    void redisDiesInMidRunAndComesBack() {
        OutageRun run = restoredInMidRun();

        assertThat(run.verdicts())
                .containsExactly(
                        "BLOCKED ChatLater 3",
                        "FAILED ChatLater 1",
                        "PASSED AuthAlone 1",
                        "PASSED Chat 4",
                        "PASSED ChatAtLast 4",
                        "PASSED Login 6",
                        "PASSED Threads 1",
                        "PASSED WithAMessage 3");
        assertThat(run.told()).isEqualTo("""
                CAUSE   redis failed, says backend
                        since TIME UTC, until TIME
                        4 tests: 1 FAILED, 3 BLOCKED (P1 4); 120,000 USD per month unverified
                """ + FAILED_CHAT);
        assertThat(run.report("worklog.md"))
                .containsOnlyOnce("\n- `redis failed, says backend`, since ")
                .doesNotContain("## BLOCKED")
                .doesNotContain("## FAILED");
        assertThat(run.count("goldenpath-junit.xml", "name=\"goldenpath.cause\" value=\"redis failed, says backend\""))
                .isEqualTo(4);
    }

    @Tag("outages")
    @Test
    void noOutageTakesMuchLongerThanAHealthyRun() {
        String took = "healthy: " + healthy().took().toMillis() + " ms, Redis down before: ";
        took += downBefore().took().toMillis() + " ms, in mid-run: ";
        mend();
        took += downInMidRun().took().toMillis() + " ms, restored in mid-run: ";
        mend();
        took += restoredInMidRun().took().toMillis() + " ms";
        System.out.println(took + ", ready-within " + READY_WITHIN);
    }

    @Tag("outages")
    @Test
    void postgresIsSlow() {
        stack.switchOn("postgres-slow");

        OutageRun run = throughout(prepared("postgres-slow"));

        assertThat(run.verdicts())
                .containsExactly(
                        "BLOCKED AuthAlone 1",
                        "BLOCKED Chat 4",
                        "BLOCKED Login 6",
                        "BLOCKED Threads 1",
                        "BLOCKED WithAMessage 3");
        assertThat(run.told()).isEqualTo("""
                CAUSE   postgres failed, says backend
                        since TIME UTC, to the end of the run
                        15 tests: 15 BLOCKED (P1 11, P2 4); 360,000 USD per month unverified
                        OutageSearch$AuthAlone.knowsAlice(ServiceClient) BLOCKED
                        ← auth can't do without it (inferred, from depends-on)
                        ← postgres failed, says backend: GET http://HOST/api/health/ready → 503, /checks/postgresql/status is 'down' (confirmed, probe N)
                        ← open
                        - OutageSearch$AuthAlone.knowsAlice(ServiceClient)
                        - LoginGoldenPathIT.aBadTokenIsRefusedAtTheHandshake(ServiceSocket)
                        - LoginGoldenPathIT.bothServicesKnowTheSameAlice(ServiceClient, ServiceClient)
                        - LoginGoldenPathIT.aliceAndBobAreTwo(ServiceClient, ServiceClient)
                        … (11 more)""");
    }

    @Tag("outages")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            health-disagrees | → 503 | → 503, {"status":"down","checks":{…
            health-html | → 200, but with an HTML page: something else answers in its place | → 200, but with an HTML page: something else answers in its place
            starting | → 503 | → 503, {starting}
            """)
    void livenessAndDeepHealthDisagree(String fault, String shortly, String fully) {
        stack.switchOn(fault);

        OutageRun run = throughout(prepared(fault));

        assertThat(run.verdicts()).isEqualTo(BACKEND_BLOCKED);
        assertThat(run.told()).isEqualTo(String.format("""
                CAUSE   backend contradicts itself: liveness says GET http://HOST/health → 200, deep health says GET http://HOST/api/health/ready %s
                        since TIME UTC, to the end of the run
                        14 tests: 14 BLOCKED (P1 10, P2 4); 360,000 USD per month unverified
                        LoginGoldenPathIT.aBadTokenIsRefusedAtTheHandshake(ServiceSocket) BLOCKED
                        ← backend contradicts itself: liveness says GET http://HOST/health → 200, deep health says GET http://HOST/api/health/ready %s (confirmed, probe N)
                        ← open
                        """, shortly, fully) + LOGINS);
    }

    @Tag("outages")
    @ParameterizedTest
    @ValueSource(longs = {3, 40})
    void aStartUpIsWaitedFor(long seconds) {
        stack.switchOn("starting");
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            ScheduledFuture<?> unused = clock.schedule(() -> stack.switchOff("starting"), seconds, TimeUnit.SECONDS);

            OutageRun run = throughout(prepared("starting").with("goldenpath.ready-within", "70s"));

            assertThat(run.verdicts())
                    .containsExactly(
                            "PASSED AuthAlone 1",
                            "PASSED Chat 4",
                            "PASSED Login 6",
                            "PASSED Threads 1",
                            "PASSED WithAMessage 3");
            assertThat(run.told()).isEmpty();
        } finally {
            clock.shutdownNow();
        }
    }

    @Tag("outages")
    @Test
    void anotherRevisionIsThereThanIsExpected() {
        stack.switchOn("old-revision");

        OutageRun run =
                throughout(prepared("old-revision").with("goldenpath.services.backend.revision.expected", REVISION));

        assertThat(run.verdicts()).isEqualTo(BACKEND_BLOCKED);
        assertThat(run.told()).isEqualTo("""
                CAUSE   backend runs revision 0.0.1-old, and 4f2a9c1 is expected
                        since TIME UTC, to the end of the run
                        14 tests: 14 BLOCKED (P1 10, P2 4); 360,000 USD per month unverified
                        LoginGoldenPathIT.aBadTokenIsRefusedAtTheHandshake(ServiceSocket) BLOCKED
                        ← backend runs revision 0.0.1-old, and 4f2a9c1 is expected (confirmed, read at TIME)
                        ← open
                        """ + LOGINS);
    }

    @Test
    void aRedeploymentInMidRunIsToldAndEachTestMarked() {
        OutageRun run = prepared("redeployed");
        throughout(run.before(ThreadsGoldenPathIT.class, () -> {
            stack.switchOn("redeployed");
            run.awaitRevision("backend", REVISION + "-next");
        }));

        assertThat(run.verdicts()).noneMatch(verdict -> !verdict.startsWith("PASSED"));
        assertThat(run.told()).isEmpty();
        // How many stand before it depends on when the revision was read.
        String sentence = "backend 4f2a9c1 → 4f2a9c1-next between TIME and TIME UTC; \\d+ tests? before, 4 after, "
                + "\\d+ may have met either";
        assertThat(run.console()).containsPattern("\nRedeployed in mid-run: " + sentence + "\\.\n");
        assertThat(run.report("worklog.md")).containsPattern("\n- Redeployed in mid-run: `" + sentence + "`\n");
        // Of a test; that of a suite is what was there last.
        String property = "\n        <property name=\"goldenpath.revision.backend\" value=\"";
        assertThat(run.count("goldenpath-junit.xml", property + "4f2a9c1-next\""))
                .isEqualTo(4);
        assertThat(run.count("goldenpath-junit.xml", property)).isEqualTo(14);
    }
}
