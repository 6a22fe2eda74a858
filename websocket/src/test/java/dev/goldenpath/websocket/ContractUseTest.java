package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EventContract;
import dev.goldenpath.environment.EventRule;
import dev.goldenpath.environment.EventSettings;
import dev.goldenpath.evidence.Recording;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a test must say of a contract, and what it gets to hear where it does not. */
class ContractUseTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private Scene scene;
    private PlayedEvents play;

    @BeforeEach
    void open() {
        scene = new Scene(SERVER.url());
        play = new PlayedEvents(scene, SERVER);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aContractThatNobodyWrote() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> assertThat(play.session(AgentRun.patient(PlayedEvents.LONG)))
                        .honours("agent-rum", "r1"))
                .withMessage("Service 'backend' has no contract 'agent-rum' for its events. Its contracts: agent-run.");
        SocketSession none = scene.socketReading(EventSettings.ofType("/type"), () -> scene.recording)
                .connect("/script");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> assertThat(none).honours("agent-run", "r1"))
                .withMessage("Service 'backend' has no contract for its events, so 'agent-run' can't be honoured. "
                        + "Name its file in goldenpath.yaml: services.backend.events.contract.");
    }

    @Test
    void subjectsAreNamedWhereTheContractHasThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(play.session(AgentRun.patient(PlayedEvents.LONG)))
                        .honours("agent-run"))
                .withMessage("The contract 'agent-run' (events.yaml:4) is about subjects. Name at least one: the value "
                        + "that stands at /run of its events.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(play.session(AgentRun.plain())).honours("plain", "r1"))
                .withMessage("The contract 'plain' (events.yaml:11) does not say which subject an event is about, so "
                        + "none can be named. Leave it out, or add 'correlation' to the contract.");
    }

    @Test
    void anAnonymousSessionHasNoUserToCompareWith() {
        SocketSession anonymous = scene.socketReading(
                        AgentRun.settings(AgentRun.patient(PlayedEvents.LONG)), () -> scene.recording)
                .connect("/script");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> assertThat(anonymous).honours("agent-run", "r1"))
                .withMessage("The contract 'agent-run' (events.yaml:4) says whose its events are (user: /user), but "
                        + "nobody is logged in here: the session is anonymous. Open it as a user.");
    }

    @Test
    void aSchemaThatCanNotBeUsedIsToldBeforeAnythingIsWaitedFor() {
        EventContract plain = AgentRun.plain();
        EventRule broken = new EventRule("done", Set.of(), 1, 1, null, "{\"type\":\"intger\"}", plain.origin());
        EventContract contract = new EventContract(
                "agent-run",
                "1",
                null,
                null,
                null,
                null,
                true,
                PlayedEvents.LONG,
                PlayedEvents.LONG,
                List.of(broken),
                plain.origin());

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> assertThat(play.session(contract)).honours("agent-run"))
                .withMessageStartingWith(
                        "The JSON Schema of 'done' (events.yaml:11) can't be used: /type breaks the rule 'enum'");
    }

    @Test
    void eventsFromTheSetUpAreCitedByTheTestThatAssertsOnThem() {
        AtomicReference<Recording> current = new AtomicReference<>(scene.ledger.ofContainer("class"));
        SocketSession session = scene.socketReading(AgentRun.settings(AgentRun.plain()), current::get)
                .connect("/script");
        session.send("{\"type\":\"started\"}\n{\"type\":\"done\"}\n{\"type\":\"progress\"}\n{\"type\":\"done\"}");
        Scene.await(() -> session.messages().size() == 4);
        current.set(scene.recording);

        assertThat(session).honours("plain");

        String place = session + " → ";
        assertThat(scene.recording.citations()).containsExactly(place + "started", place + "done");
    }
}
