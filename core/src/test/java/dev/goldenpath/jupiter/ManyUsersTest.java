package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.users.Journey;
import dev.goldenpath.users.Race;
import dev.goldenpath.users.Users;
import dev.goldenpath.users.UsersFailedError;
import dev.goldenpath.users.UsersResult;
import dev.goldenpath.users.VirtualUser;
import dev.goldenpath.users.VirtualUsers;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Many users at once, and each way in which they are not that. */
class ManyUsersTest {
    private static final int USERS = 20;

    @RegisterExtension
    static final CrowdService SERVICE = CrowdService.start();

    @TempDir
    private Path folder;

    private GoldenPathRun run(Class<?> test) {
        return run("name", test);
    }

    private GoldenPathRun run(String grant, Class<?> test) {
        return scene(grant).run(test);
    }

    private GoldenPathRun scene(String grant) {
        return scene(grant, "health: /health");
    }

    /** @param service what is declared of the service besides its address */
    private GoldenPathRun scene(String grant, String service) {
        String users = IntStream.rangeClosed(1, USERS)
                .mapToObj(i -> "      u" + i + ": { service: crowd, grant: " + grant + ", username: n" + i
                        + ", password: \"not-used-" + i + "\" }\n")
                .collect(Collectors.joining());
        String names = IntStream.rangeClosed(1, USERS).mapToObj(i -> "u" + i).collect(Collectors.joining(", "));
        return GoldenPathRun.with(
                folder, """
                environments:
                  local:
                    ready-within: 60s
                    services:
                      crowd: { url: "%s", %s }
                    users:
                %s    pools:
                      free-tier: { users: [%s], folder: '%s' }
                policy: { rules: { empty-class: off, not-run: off } }
                """.formatted(SERVICE.url(), service, users, names, folder.resolve("leases")));
    }

    private static void keepAndRead(VirtualUser user) throws Exception {
        ServiceClient crowd = user.http("crowd");
        user.step(
                "write",
                () -> assertThat(crowd.post("/notes")
                                .body("note of " + user.marker(), "text/plain")
                                .send())
                        .hasStatus(201));
        String note = user.step("read", () -> crowd.get("/notes").send().text());
        assertThat(note).isEqualTo("note of " + user.marker());
    }

    @GoldenPath
    static class Together {
        @Test
        void areAllThere(@Users(count = USERS, from = "free-tier") VirtualUsers users) throws Exception {
            UsersResult result = users.iterations(2).together(ManyUsersTest::keepAndRead);

            assertThat(result.passed()).isEqualTo(USERS);
            assertThat(result.inFlight()).isBetween(2, USERS);
            assertThat(result.step("read").count()).isEqualTo(2 * USERS);
            assertThat(result.step("read").percentile(50)).isBetween(Duration.ofMillis(50), Duration.ofSeconds(20));
            assertThat(result.calls()).isEqualTo(4 * USERS);
            assertThat(result.users()).extracting(user -> user.iterations()).containsOnly(2);
        }
    }

    @Test
    void manyUsersDoTheSameAtOnceAndThePassTellsIt() {
        GoldenPathRun run = run(Together.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED");

        assertThat(run.lines("test-finished"))
                .singleElement()
                .satisfies(line -> assertThat(line.toString())
                        .contains("20 of 20 users passed, at most ")
                        .contains(" in flight at once, 80 answers; none may fail")
                        .contains("write: n=40 p50="));
        assertThat(run.lines("evidence").stream()
                        .filter(line -> line.path("name").asText().equals("users in flight at once")))
                .hasSize(1);
        assertThat(PoolYaml.held(folder)).isEmpty();
    }

    @Test
    void servicesAreAskedForEachUserOnceAndForSeveralAtOnce() {
        GoldenPathRun run =
                scene("name", "health: /health, identity: /me?but=u7#/id").run(Together.class);

        assertThat(run.verdicts().values()).containsExactly("SUSPECT");
        assertThat(run.throwable("areAllThere(VirtualUsers)"))
                .hasMessageContaining("crowd says the caller is 'somebody' (GET /me?but=u7#/id), and not 'u7'");
        List<JsonNode> asked = run.lines("evidence").stream()
                .filter(line -> line.path("purpose").asText().equals("identity"))
                .toList();
        assertThat(asked)
                .hasSize(USERS)
                .extracting(line -> line.path("user").asText())
                .doesNotHaveDuplicates();
        assertThat(asked.stream()
                        .filter(one -> asked.stream()
                                .anyMatch(other -> begin(one) < begin(other)
                                        && begin(other)
                                                < begin(one)
                                                        + one.at("/phases/total")
                                                                .asLong())))
                .isNotEmpty();
    }

    private static long begin(JsonNode line) {
        return line.path("offsetUs").asLong();
    }

    @GoldenPath
    @Execution(ExecutionMode.CONCURRENT)
    static class AllUsersTwice {
        @Test
        void here(@Users(count = USERS, from = "free-tier") VirtualUsers users) throws Exception {
            users.together(ManyUsersTest::keepAndRead);
        }

        @Test
        void there(@Users(count = USERS, from = "free-tier") VirtualUsers users) throws Exception {
            users.together(ManyUsersTest::keepAndRead);
        }
    }

    @Test
    void twoTestsThatNeedAllUsersWaitForEachOtherAndNotForEver() {
        GoldenPathRun run = scene("name")
                .parameter("junit.jupiter.execution.parallel.enabled", "true")
                .parameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .parameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .run(AllUsersTwice.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED", "PASSED");
        assertThat(PoolYaml.held(folder)).isEmpty();
    }

    @GoldenPath
    static class ForSeats {
        @Test
        void oneGetsIt(@Users(count = USERS, from = "free-tier") VirtualUsers users) throws Exception {
            Race<Integer> race = users.race(
                    user -> user.http("crowd").post("/seats/7").send().status());

            assertThat(race.outcomes()).isEqualTo(Map.of(201, 1, 409, USERS - 1));
            assertThat(race.usersWith(201)).hasSize(1);
            assertThat(race.toString()).contains("19 × 409");
        }
    }

    @Test
    void aRaceHasOneWinner() {
        assertThat(run(ForSeats.class).verdicts().values()).containsExactly("PASSED");
    }

    @GoldenPath
    static class Nothing {
        @Test
        void comesOfIt(@Users(count = 2, from = "free-tier") VirtualUsers users) throws Exception {
            users.race(user -> {
                user.http("crowd").get("/notes").send();
                return null;
            });
        }
    }

    @Test
    void aRaceNeedsOutcomes() {
        assertThat(run(Nothing.class).throwable("comesOfIt(VirtualUsers)"))
                .hasMessageMatching("(?s)2 of 2 users failed, and none may:\n- u[0-9]+, u[0-9]+: "
                        + "java\\.lang\\.IllegalArgumentException: the call of race\\(…\\) returned null, and a race counts "
                        + "what it returns\\. Return what came of it, such as the status of the answer\\.\n.*");
    }

    @GoldenPath
    static class OnceMore {
        @Test
        void theSame(
                @Users(count = 1, from = "free-tier") VirtualUsers one,
                @Users(count = 2, from = "free-tier") VirtualUsers two)
                throws Exception {
            one.together(ManyUsersTest::keepAndRead);
            two.together(ManyUsersTest::keepAndRead);
            two.race(user -> user.http("crowd").get("/notes").send().status());
        }
    }

    @Test
    void whatATestDoesSeveralTimesIsToldApart() {
        GoldenPathRun run = run(OnceMore.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED");
        Map<String, String> facts = new LinkedHashMap<>();
        run.finished("theSame(VirtualUsers, VirtualUsers)")
                .path("facts")
                .forEach(fact -> facts.put(
                        fact.path("key").asText(),
                        fact.path("value").asText().replaceFirst("n=1 p50=.*|, begun within .*", "")));
        assertThat(facts)
                .containsEntry("users", "1 of 1 user passed, at most 1 in flight at once, 2 answers; none may fail")
                .containsKeys("users (2)", "step", "step (2)", "users (3)")
                .containsEntry("race (3)", "2 × 200");
        assertThat(run.lines("evidence").stream()
                        .filter(line -> line.path("kind").asText().equals("measurement"))
                        .map(line -> line.path("name").asText()))
                .doesNotHaveDuplicates()
                .contains("write, p50 of 1", "write (2), p95 of 2", "users in flight at once (3)");
    }

    @GoldenPath
    static class OneFails {
        @Test
        void amongThem(@Users(count = USERS, from = "free-tier") VirtualUsers users) throws Exception {
            users.together(user -> {
                keepAndRead(user);
                user.step("settle", () -> assertThat(user.number()).isNotEqualTo(7));
            });
        }
    }

    @Test
    void oneOfTwentyThatFailsIsNamed() {
        GoldenPathRun run = run(OneFails.class);

        assertThat(run.verdicts().values()).containsExactly("FAILED");
        assertThat(run.throwable("amongThem(VirtualUsers)"))
                .isInstanceOf(UsersFailedError.class)
                .hasMessageStartingWith("1 of 20 users failed, and none may:\n- u")
                .hasMessageContaining(" in step 'settle': ")
                .hasMessageContaining("settle: n=19 p50=");
        assertThat(folder.resolve("out/report.html"))
                .content()
                .containsPattern("\"users\":\\[\\{\"name\":\"u[0-9]+\",\"calls\":2,\"messages\":0,\"broken\":0,"
                        + "\"failure\":\"in step 'settle': Expecting actual: 7 ")
                .containsPattern(
                        "\"name\":\"u[0-9]+: settle\",\"duration\":[0-9]+,\"failure\":\"Expecting actual: 7 not ");
    }

    @GoldenPath
    static class Unlinked {
        @Test
        void breaks(@Users(count = 2, from = "free-tier") VirtualUsers users) throws Exception {
            users.together(user -> {
                keepAndRead(user);
                user.step("load", (Journey.Action) () -> {
                    throw new NoClassDefFoundError("com/example/Gone");
                });
            });
        }
    }

    @Test
    void errorsOfAnyKindAreTold() {
        assertThat(run(Unlinked.class).throwable("breaks(VirtualUsers)"))
                .isInstanceOf(UsersFailedError.class)
                .hasMessageMatching("(?s)2 of 2 users failed, and none may:\n- u[0-9]+, u[0-9]+ in step 'load': "
                        + "java\\.lang\\.NoClassDefFoundError: com/example/Gone\n.*- load: n=0, failed 2");
    }

    @GoldenPath
    static class CaughtAndLater {
        @Test
        void fails(@Users(count = 2, from = "free-tier") VirtualUsers users) throws Exception {
            users.together(user -> {
                keepAndRead(user);
                try {
                    user.step("poll", () -> assertThat(user.number()).isZero());
                } catch (AssertionError e) {
                    keepAndRead(user);
                }
                throw new IllegalStateException("later");
            });
        }
    }

    @Test
    void aStepWhoseFailureWasCaughtIsNotTheOneThatFailed() {
        assertThat(run(CaughtAndLater.class).throwable("fails(VirtualUsers)"))
                .hasMessageMatching("(?s)2 of 2 users failed, and none may:\n- u[0-9]+, u[0-9]+: "
                        + "java\\.lang\\.IllegalStateException: later\n.*");
    }

    @GoldenPath
    static class OneMayFail {
        @Test
        void amongThem(@Users(count = USERS, from = "free-tier") VirtualUsers users) throws Exception {
            users.tolerating(1).together(user -> {
                keepAndRead(user);
                assertThat(user.number()).isNotEqualTo(7);
            });
        }
    }

    @Test
    void aToleranceIsTold() {
        GoldenPathRun run = run(OneMayFail.class);

        assertThat(run.verdicts().values()).containsExactly("PASSED");

        assertThat(run.lines("test-finished").get(0).toString())
                .contains("19 of 20 users passed, at most ")
                .contains("1 may fail");
    }

    @GoldenPath
    static class Mixed {
        @Test
        void up(@Users(count = USERS, from = "free-tier") VirtualUsers users) throws Exception {
            users.together(user -> {
                ServiceClient crowd = user.http("crowd");
                assertThat(crowd.post("/notes")
                                .body("note of " + user.marker(), "text/plain")
                                .send())
                        .hasStatus(201);
                assertThat(crowd.get("/notes?mixed").send()).hasStatus(200);
            });
        }
    }

    @Test
    void whatIsDeliveredToAnotherUserIsFound() {
        GoldenPathRun run = run(Mixed.class);

        assertThat(run.verdicts().values()).containsExactly("FAILED");
        assertThat(run.throwable("up(VirtualUsers)"))
                .hasMessageMatching("(?s)Users are not kept apart, in [0-9]+ answers? or messages?:"
                        + "\n- user 'u[0-9]+' received what user 'u[0-9]+' had sent, first in GET /notes\\?mixed → "
                        + "200 of 'crowd' \\(call [0-9]+\\)\n.*");
        assertThat(folder.resolve("out/report.html"))
                .content()
                .containsPattern("\"users\":\\[\\{\"name\":\"u[0-9]+\",\"calls\":2,\"messages\":0,\"broken\":0,"
                        + "\"mixed\":true,")
                .containsPattern(
                        "\"name\":\"u[0-9]+: kept apart\",\"failure\":\"received what user 'u[0-9]+' had sent, "
                                + "first in GET /notes\\?mixed → 200 of 'crowd' ");
        assertThat(run.lines("evidence").stream().map(Object::toString))
                .anyMatch(line -> line.matches(".*\"markers\":\\[\"it holds the marker of user 'u[0-9]+'\"].*"));
    }

    @GoldenPath
    static class MixedElsewhere {
        @Test
        void inAHeader(@Users(count = 3, from = "free-tier") VirtualUsers users) throws Exception {
            CyclicBarrier written = new CyclicBarrier(3);
            users.together(user -> {
                keepAndRead(user);
                written.await(30, TimeUnit.SECONDS);
                user.http("crowd").get("/notes?header").send();
            });
        }

        @Test
        void inAStream(@Users(count = 3, from = "free-tier") VirtualUsers users) throws Exception {
            CyclicBarrier written = new CyclicBarrier(3);
            users.together(user -> {
                keepAndRead(user);
                written.await(30, TimeUnit.SECONDS);
                user.http("crowd").get("/notes?pieces").stream(
                        body -> body.transferTo(OutputStream.nullOutputStream()));
            });
        }
    }

    @Test
    void headersAndBodiesThatAreNotKeptAreSearchedToTheirEnd() {
        GoldenPathRun run = run(MixedElsewhere.class);

        assertThat(run.throwable("inAHeader(VirtualUsers)"))
                .hasMessageStartingWith("Users are not kept apart, in 2 answers or messages:\n- user 'u")
                .hasMessageContaining(" had sent, first in GET /notes?header → 200 of 'crowd' (call ");
        assertThat(run.throwable("inAStream(VirtualUsers)"))
                .hasMessageStartingWith("Users are not kept apart, in 2 answers or messages:\n- user 'u")
                .hasMessageContaining(" had sent, first in GET /notes?pieces → 200 of 'crowd' (call ");
    }

    @GoldenPath
    static class AtOneDesk {
        @Test
        void all(@Users(count = 3, from = "free-tier") VirtualUsers users) throws Exception {
            CyclicBarrier written = new CyclicBarrier(3);
            users.together(user -> {
                ServiceClient crowd = user.http("crowd");
                crowd.post("/desk")
                        .body("note of " + user.marker(), "text/plain")
                        .send();
                written.await(30, TimeUnit.SECONDS);
                crowd.get("/desk").send();
            });
        }
    }

    @Test
    void aSessionThatAServiceGivesToSeveralIsFound() {
        assertThat(run(AtOneDesk.class).throwable("all(VirtualUsers)"))
                .hasMessageMatching(
                        "(?s)Not every user is a user of its own:\n- users 'u[0-9]+', 'u[0-9]+', 'u[0-9]+' were "
                                + "given the same session cookie 'sid'\nUsers are not kept apart, in 2 answers or messages:\n"
                                + "- user 'u[0-9]+' received what user 'u[0-9]+' had sent, first in GET /desk → 200 of 'crowd' .*");
    }

    @GoldenPath
    static class Anonymous {
        @Test
        void calls(
                @Users(count = USERS, from = "free-tier") VirtualUsers users, @OnService("crowd") ServiceClient crowd)
                throws Exception {
            ServiceClient ofTest = crowd.forThisTest();
            users.together(user -> assertThat(ofTest.get("/notes").send()).hasStatus(200));
        }
    }

    @Test
    void anonymousCallsAreFound() {
        GoldenPathRun run = run(Anonymous.class);

        assertThat(run.verdicts().values()).containsExactly("FAILED");
        assertThat(run.throwable("calls(VirtualUsers, ServiceClient)"))
                .hasMessageStartingWith("20 of 20 users had no answer as themselves, while there were 20 answers as "
                        + "nobody. Call services with user.http(…) or user.client(…):\n- u");
    }

    @GoldenPath
    static class TakingTurns {
        @Test
        void oneByOne(@Users(count = USERS, from = "free-tier") VirtualUsers users) throws Exception {
            Object lock = new Object();
            users.together(user -> {
                synchronized (lock) {
                    keepAndRead(user);
                }
            });
        }
    }

    @Test
    void usersThatTakeTurnsAreFound() {
        GoldenPathRun run = run(TakingTurns.class);

        assertThat(run.verdicts().values()).containsExactly("FAILED");
        assertThat(run.throwable("oneByOne(VirtualUsers)"))
                .hasMessageStartingWith("At most 1 of 20 users was in flight at once, and 2 have to be: something has "
                        + "them take turns.");
    }

    @Test
    void usersWhoAreAllOneAreFound() {
        GoldenPathRun run = run("one-for-all", Together.class);

        assertThat(run.verdicts().values()).containsExactly("FAILED");
        assertThat(run.throwable("areAllThere(VirtualUsers)").getMessage())
                .contains("Not every user is a user of its own:\n- users 'u")
                .contains(" and 17 more carry the same credentials: to every service they are one");
    }

    @GoldenPath
    static class Late {
        @Test
        void ends(@Users(count = 3, from = "free-tier") VirtualUsers users) throws Exception {
            users.within(Duration.ofSeconds(1)).together(user -> {
                user.http("crowd").get("/notes").send();
                user.pause(Duration.ofMinutes(10));
            });
        }
    }

    @Test
    void nobodyWaitsForEver() {
        assertThat(run(Late.class).throwable("ends(VirtualUsers)"))
                .hasMessageContaining("3 of 3 users failed, and none may:\n- ")
                .hasMessageContaining(": java.lang.IllegalStateException: not done after 1 s");
    }

    @GoldenPath
    static class NeverLoggedIn {
        @Test
        void begins(@Users(count = 2, from = "free-tier") VirtualUsers users) throws Exception {
            users.within(Duration.ofMillis(300)).together(ManyUsersTest::keepAndRead);
        }
    }

    @Test
    void whoNeverBeganIsToldWhenThatWasKnown() {
        GoldenPathRun run = run("never", NeverLoggedIn.class);

        assertThat(run.throwable("begins(VirtualUsers)"))
                .hasMessageMatching("(?s)2 of 2 users failed, and none may:\n- u[0-9]+, u[0-9]+ in step 'log-in': .*");
        assertThat(run.lines("evidence").stream()
                        .filter(line -> line.path("name").asText().endsWith(": journey")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(begin(line)).isPositive());
    }

    @GoldenPath
    static class Repeated {
        @RepeatedTest(2)
        void eachTime(@Users(count = 1, from = "free-tier") VirtualUsers users) throws Exception {
            users.together(ManyUsersTest::keepAndRead);
        }
    }

    @Test
    void eachRepetitionHasFiguresOfItsOwn() {
        GoldenPathRun run = run(Repeated.class);

        assertThat(run.lines("test-finished"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.toString())
                        .contains(
                                "\"key\":\"users\",\"value\":\"1 of 1 user passed, at most 1 in flight at once, 2 answers; none "
                                        + "may fail\"")
                        .doesNotContain("users (2)"));
    }

    @GoldenPath
    static class TooMany {
        @Test
        void wanted(@Users(count = 21, from = "free-tier") VirtualUsers users) {}

        @Test
        void notSaid(VirtualUsers users) {}

        @Test
        void none(@Users(count = 0, from = "free-tier") VirtualUsers users) {}
    }

    @Test
    void wrongUsesAreTold() {
        GoldenPathRun run = run(TooMany.class);

        assertThat(run.verdicts().values()).containsOnly("ERROR");
        assertThat(run.throwable("wanted(VirtualUsers)").getMessage())
                .contains("goldenpath.yaml:")
                .contains(") has 20 users, and @Users of parameter 'users' wants 21. Add users to the pool, or ask for "
                        + "fewer.");
        assertThat(run.throwable("notSaid(VirtualUsers)").getMessage())
                .contains("Parameter 'users' is a VirtualUsers, so it has to say how many they are and of which pool. "
                        + "Write @Users(count = 20, from = \"…\") on it.");
        assertThat(run.throwable("none(VirtualUsers)").getMessage())
                .contains("Parameter 'users' has @Users(count = 0). Ask for at least one user.");
    }
}
