package dev.goldenpath.example;

import static dev.goldenpath.websocket.QuietFor.quietFor;
import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.priority.P1;
import dev.goldenpath.priority.P2;
import dev.goldenpath.readiness.Requires;
import dev.goldenpath.users.Race;
import dev.goldenpath.users.Users;
import dev.goldenpath.users.UsersResult;
import dev.goldenpath.users.VirtualUser;
import dev.goldenpath.users.VirtualUsers;
import dev.goldenpath.websocket.EventStreamAssert;
import dev.goldenpath.websocket.ServiceSocket;
import dev.goldenpath.websocket.SocketSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Twenty users at once, each logged in with an account of its own. */
@GoldenPath
@Requires("backend")
class CrowdGoldenPathIT {
    private static final int USERS = 20;

    @Test
    @Requires("redis")
    @P1(protects = "chat")
    void twentyUsersChatAtOnce(@Users(count = USERS, from = "free-tier") VirtualUsers users) throws Exception {
        UsersResult result = users.overlapping(USERS / 2).together(CrowdGoldenPathIT::chat);

        assertThat(result.passed()).isEqualTo(USERS);
        assertThat(result.step("see the run").count()).isEqualTo(USERS);
    }

    /** What a user does in the chat. All that is sent has the user's marker, so that it is found where it does not belong. */
    private static void chat(VirtualUser user) throws Exception {
        ServiceClient backend = user.http("backend");
        String title = "Thread of " + user.marker();
        Object thread = user.step("create a thread", () -> create(title, backend));
        SocketSession chat = user.step(
                "open the socket",
                () -> user.client("backend", ServiceSocket.class).connect("/ws"));
        Object run = user.step("post a run", () -> {
            ServiceResponse accepted = backend.post("/api/agents/execute")
                    .json(Map.of("prompt", "hello from " + user.marker(), "thread_id", thread))
                    .send();
            assertThat(accepted).hasStatus(202);
            return accepted.at("/run_id");
        });
        EventStreamAssert seen = user.step(
                "see the run",
                () -> assertThat(chat.events().where("/run_id", run))
                        .arriveInOrder(
                                within(ofSeconds(10)),
                                "agent_started",
                                "agent_thinking",
                                "tool_executing",
                                "tool_completed",
                                "agent_completed"));
        seen.eachExactlyOnce(quietFor(ofMillis(500)));
        user.step(
                "read the thread back",
                () -> assertThat(backend.get("/api/threads/{id}", thread).send())
                        .hasStatus(200)
                        .hasJson("/title", title));
        assertThat(backend.delete("/api/threads/{id}", thread).send()).hasStatus(204);
    }

    @Test
    @P2(protects = "history")
    void aThreadIsDeletedOnceAndByItsOwnerAlone(@Users(count = USERS, from = "free-tier") VirtualUsers users)
            throws Exception {
        Map<String, Object> threadByOwner = new ConcurrentHashMap<>();
        users.together(user -> {
            ServiceClient backend = user.http("backend");
            assertThat(backend.get("/api/threads").send()).hasStatus(200);
            if (user.number() == 1) {
                threadByOwner.put(user.name(), create("Thread of " + user.marker(), backend));
            }
        });
        Object thread = threadByOwner.values().iterator().next();

        Race<Integer> race = users.race(user ->
                user.http("backend").delete("/api/threads/{id}", thread).send().status());

        assertThat(race.outcomes()).isEqualTo(Map.of(204, 1, 404, USERS - 1));
        assertThat(race.usersWith(204)).containsExactlyElementsOf(threadByOwner.keySet());
    }

    private static Object create(String title, ServiceClient backend) {
        ServiceResponse created =
                backend.post("/api/threads").json(Map.of("title", title)).send();
        assertThat(created).hasStatus(201);
        return created.at("/id");
    }
}
