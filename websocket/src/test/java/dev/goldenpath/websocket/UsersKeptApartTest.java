package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentLoader;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.users.UserLease;
import dev.goldenpath.users.UserPools;
import dev.goldenpath.users.UsersFailedError;
import dev.goldenpath.users.UsersResult;
import dev.goldenpath.users.VirtualUser;
import dev.goldenpath.users.VirtualUsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Many users with a WebSocket each, whose server delivers to one what another has sent. */
class UsersKeptApartTest {
    private static final int USERS = 4;

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @TempDir
    private Path folder;

    private final List<RecordedEvidence> recorded = new CopyOnWriteArrayList<>();
    private final List<Fact> remarks = new CopyOnWriteArrayList<>();
    private final Ledger ledger = new Ledger(RunClock.start(Clock.systemUTC()), List.of(recorded::add));
    private final List<UserLease> leases = new ArrayList<>();
    private UserPools pools;
    private Clients clients;
    private VirtualUsers users;

    @BeforeEach
    void lease() throws IOException {
        Files.writeString(folder.resolve("goldenpath.yaml"), """
                environments:
                  local:
                    services: { backend: { url: "%s", events: { type: /type } } }
                    users:
                      u1: { service: backend, grant: own }
                      u2: { service: backend, grant: own }
                      u3: { service: backend, grant: own }
                      u4: { service: backend, grant: own }
                    pools: { four: { users: [u1, u2, u3, u4], folder: '%s' } }
                """.formatted(SERVER.url(), folder.resolve("leases")));
        Environment environment = new EnvironmentLoader(Map.of(), Map.of(), folder).load(null);
        Recording recording = ledger.ofTest("class/test", 1);
        pools = new UserPools(environment);
        clients = new Clients(environment, new Redaction(), recording);
        for (int i = 0; i < USERS; i++) {
            leases.add(pools.lease("four", "class/test"));
        }
        recording.enter(Phase.TEST);
        users = VirtualUsers.of(clients, leases, recording, Runnable::run, remarks::add);
    }

    @AfterEach
    void giveBack() {
        leases.forEach(UserLease::close);
        clients.close();
        pools.close();
    }

    private static void tell(VirtualUser user, String room, String way) {
        SocketSession session =
                user.client("backend", ServiceSocket.class).connect("/room/" + room + "/" + USERS + "/" + way);
        assertThat(session.events()).arriveInOrder(within(ofSeconds(30)), "complete");
        session.sendJson(Map.of("type", "note", "text", "of " + user.marker()));
        int texts = way.equals("text") || way.equals("fragments") ? 3 : 2;
        Scene.await(() -> session.messages().size() == texts);
        Scene.await(() -> session.binaryMessages().size() == (way.equals("binary") ? 1 : 0));
    }

    private UsersFailedError failure(String room, String way) {
        return catchThrowableOfType(UsersFailedError.class, () -> users.together(user -> tell(user, room, way)));
    }

    private Stream<WsMessage> contaminated() {
        return recorded.stream()
                .map(RecordedEvidence::evidence)
                .filter(WsMessage.class::isInstance)
                .map(WsMessage.class::cast)
                .filter(message -> !message.markers().isEmpty());
    }

    @Test
    void usersWhoHearOnlyThemselvesPass() throws InterruptedException {
        UsersResult result = users.together(user -> tell(user, "apart", "none"));

        assertThat(result.passed()).isEqualTo(USERS);
        assertThat(contaminated()).isEmpty();
    }

    @Test
    void anEventThatIsDeliveredToAnotherUserIsFoundAndTheMessageNamed() {
        UsersFailedError error = failure("mixed", "text");

        assertThat(error)
                .hasMessageMatching("(?s)Users are not kept apart, in 4 answers or messages:"
                        + "(\n- user 'u[1-4]' received what user 'u[1-4]' had sent, first in message [23] \\('note'\\) of "
                        + "'backend' in WebSocket session [0-9]+){4}\n4 of 4 users passed, .*");
        WsMessage first = contaminated().findFirst().orElseThrow();
        assertThat(first.markers())
                .singleElement()
                .asString()
                .matches("it holds the marker of user 'u[1-4]'")
                .doesNotContain("'" + first.user() + "'");
        assertThat(error.getMessage().lines().skip(1).findFirst().orElseThrow())
                .startsWith("- user '" + first.user() + "' received what user '")
                .endsWith("first in message " + first.number() + " ('note') of 'backend' in WebSocket session "
                        + first.session());
    }

    @Test
    void aMarkerInTwoFramesOfOneMessageIsFound() {
        assertThat(failure("cut", "fragments"))
                .hasMessageStartingWith("Users are not kept apart, in 4 answers or messages:\n- user 'u");
    }

    @Test
    void aMarkerInABinaryMessageIsFound() {
        assertThat(failure("bytes", "binary"))
                .hasMessageMatching("(?s)Users are not kept apart, in 4 answers or messages:\n- user 'u[1-4]' received "
                        + "what user 'u[1-4]' had sent, first in message [0-9] of 'backend' in WebSocket session .*");
        assertThat(contaminated()).hasSize(USERS).extracting(WsMessage::opcode).containsOnly("binary");
    }
}
