package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server plays what a test writes to it: a script of events, of which each line is one. */
class HonoursTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration ENOUGH = Duration.ofSeconds(5);

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
    void passesWhenTheEventsHonourTheContract() {
        SocketSession session = play.session(
                AgentRun.patient(PlayedEvents.LONG),
                PlayedEvents.STARTED,
                "ping",
                "wait 50",
                PlayedEvents.THINKING,
                PlayedEvents.DONE);

        assertThat(session).honours("agent-run", "r1");
    }

    @Test
    void showsWhatArrivedBesideWhatTheContractExpects() {
        SocketSession session = play.session(
                AgentRun.patient(PlayedEvents.LONG),
                PlayedEvents.STARTED,
                PlayedEvents.event("progress", "r1", "alice", 9),
                PlayedEvents.STARTED,
                PlayedEvents.event("thinking", "r2", "alice", 1),
                "ping",
                PlayedEvents.DONE);

        play.assertBreaks(session, """
                The events break the contract 'agent-run' (events.yaml:4, version 1): 4 breaches: thinking is missing; \
                started is duplicate; thinking is foreign; there is a hole in the sequence before done.
                  stream:      WebSocket URL/script as alice
                  subject:     /run is r1
                  timeline:    expected  arrived
                               started   started   T
                                         started   T  duplicate: /id is that of message 1
                                         thinking  T  foreign: /run is r2
                               thinking  -                  missing
                               done      done      T  hole in the sequence: /seq 2 has not come
                  breaches:    thinking is missing
                               started (message 3) is duplicate: /id is that of message 1
                               thinking (message 4) is foreign: /run is r2
                               there is a hole in the sequence before done (message 6): /seq 2 has not come
                  passed over: 1 progress, 1 other message""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            STARTED THINKING                    | done is missing
            STARTED THINKING DONE DONE          | done is duplicate
            STARTED wait:2300 THINKING DONE     | thinking is late
            THINKING STARTED DONE               | thinking is out of order
            STARTED THINKING OTHER_RUN DONE     | done is foreign
            STARTED THINKING OTHER_USER DONE    | done is of another user
            STARTED MISSHAPEN DONE              | thinking is misshapen
            STARTED GAP LAST                    | there is a hole in the sequence before thinking
            """)
    void namesTheBreach(String script, String words) {
        String lines = script.replace(' ', '\n')
                .replace(':', ' ')
                .replace("STARTED", PlayedEvents.STARTED)
                .replace("THINKING", PlayedEvents.THINKING)
                .replace("OTHER_RUN", PlayedEvents.event("done", "r2", "alice", 4))
                .replace("OTHER_USER", PlayedEvents.event("done", "r1", "bob", 4))
                .replace("MISSHAPEN", "{\"words\":\"many\"," + PlayedEvents.THINKING.substring(1))
                .replace("GAP", PlayedEvents.event("thinking", "r1", "alice", 4))
                .replace("LAST", PlayedEvents.event("done", "r1", "alice", 5))
                .replace("DONE", PlayedEvents.DONE);
        // What is missing is awaited until the limit; what comes late has to come within it.
        SocketSession session = play.session(AgentRun.patient(words.endsWith("missing") ? SHORT : ENOUGH), lines);

        play.assertBreaksWith(
                session, "The events break the contract 'agent-run' (events.yaml:4, version 1): " + words + ".");
    }

    @Test
    void findsAnEventThatThisClientSentItself() {
        SocketSession session = scene.socketAsAliceReading(AgentRun.settings(AgentRun.patient(SHORT)))
                .connect("/echo");
        session.send(PlayedEvents.STARTED);
        session.send(PlayedEvents.THINKING);
        session.send(PlayedEvents.DONE);

        play.assertBreaks(session, """
                The events break the contract 'agent-run' (events.yaml:4, version 1): 6 breaches: started, thinking \
                and done are missing; started, thinking and done are sent by this client.
                  stream:   WebSocket URL/echo as alice
                  subject:  /run is r1
                  timeline: expected  arrived
                                      started   T  sent by this client
                                      thinking  T  sent by this client
                                      done      T  sent by this client
                            started   -                  missing
                            thinking  -                  missing
                            done      -                  missing
                  breaches: started is missing
                            thinking is missing
                            done is missing
                            started (message 1) is sent by this client
                            thinking (message 2) is sent by this client
                            done (message 3) is sent by this client""");
    }

    @Test
    void showsThePlaceAndTheRuleOfAShapeAndNoValue() {
        SocketSession session = play.session(
                AgentRun.patient(PlayedEvents.LONG),
                PlayedEvents.STARTED,
                "{\"words\":\"hunter2\"," + PlayedEvents.THINKING.substring(1),
                PlayedEvents.DONE);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThat(session).honours("agent-run", "r1"))
                .withMessageContaining("thinking (message 2) is misshapen: /words breaks the rule 'type': \"integer\"")
                .withMessageNotContaining("hunter2");
    }

    @Test
    void everySubjectThatIsNamedIsJudged() {
        SocketSession session = play.session(
                AgentRun.patient(PlayedEvents.LONG),
                PlayedEvents.STARTED,
                PlayedEvents.event("started", "r2", "alice", 1),
                PlayedEvents.THINKING,
                PlayedEvents.event("done", "r2", "alice", 2),
                PlayedEvents.DONE);

        play.assertBreaks(() -> assertThat(session).honours("agent-run", "r1", "r2"), """
                The events break the contract 'agent-run' (events.yaml:4, version 1): thinking is missing.
                  stream:   WebSocket URL/script as alice
                  subject:  /run is r1
                  timeline: expected  arrived
                            started   started   T
                            thinking  thinking  T
                            done      done      T
                  subject:  /run is r2
                  timeline: expected  arrived
                            started   started  T
                            thinking  -                 missing
                            done      done     T
                  breaches: thinking of r2 is missing""");
    }
}
