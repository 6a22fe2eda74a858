package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long a contract is waited for, and what the end of a session means. */
class ContractEndTest {
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
    void aSessionThatEndsTooEarlyProvesNothing() {
        SocketSession session = play.session(
                AgentRun.patient(PlayedEvents.LONG),
                PlayedEvents.STARTED,
                PlayedEvents.THINKING,
                PlayedEvents.DONE,
                "close 1011");

        play.assertBreaks(session, """
                The events could not be held against the contract 'agent-run' (events.yaml:4, version 1) to the end: \
                the service closed the session with 1011.
                  stream:   WebSocket URL/script as alice
                  session:  the service closed the session with 1011
                  subject:  /run is r1
                  timeline: expected  arrived
                            started   started   T
                            thinking  thinking  T
                            done      done      T""");
    }

    @Test
    void aServiceThatHasSaidAllMayCloseTheSession() {
        assertThat(play.session(
                        AgentRun.patient(PlayedEvents.LONG),
                        PlayedEvents.STARTED,
                        PlayedEvents.THINKING,
                        PlayedEvents.DONE,
                        "close 1000"))
                .honours("agent-run", "r1");
    }

    @Test
    void aSessionThatEndsIsNotWaitedFor() {
        play.assertBreaks(
                () -> assertThat(play.session(AgentRun.plain(), "{\"type\":\"started\"}", "close 1000"))
                        .honours("plain"),
                """
                The events break the contract 'plain' (events.yaml:11, version 7): done is missing.
                  stream:   WebSocket URL/script as alice
                  session:  the service closed the session with 1000
                  timeline: expected  arrived
                            started   started  T
                            done      -                 missing: 0 of at least 2 came
                  breaches: done is missing: 0 of at least 2 came""");
    }

    @Test
    void anEventThatComesWhenTheContractIsOverIsLate() {
        SocketSession session = play.session(
                AgentRun.plain(Duration.ofMillis(300), Duration.ofSeconds(3)),
                "{\"type\":\"started\"}",
                "wait 600",
                "{\"type\":\"done\"}",
                "{\"type\":\"done\"}",
                "close 1000");
        Scene.await(() -> session.totals().received() > 0);

        play.assertBreaks(() -> assertThat(session).honours("plain"), """
                The events break the contract 'plain' (events.yaml:11, version 7): 2 breaches: done is late.
                  stream:   WebSocket URL/script as alice
                  session:  the service closed the session with 1000
                  timeline: expected  arrived
                            started   started  T
                            done      done     T  late: T after the first event, not within 300 ms
                                      done     T  late: T after the first event, not within 300 ms
                  breaches: done (message 2) is late: T after the first event, not within 300 ms
                            done (message 3) is late: T after the first event, not within 300 ms""");
    }

    @Test
    void anEventMissingBeforeTheLastIsNotWaitedFor() {
        SocketSession session =
                play.session(AgentRun.patient(Duration.ofMinutes(9)), PlayedEvents.STARTED, PlayedEvents.DONE);

        assertThat(CompletableFuture.runAsync(() -> assertThat(session).honours("agent-run", "r1")))
                .failsWithin(Duration.ofSeconds(30));
    }

    @Test
    void waitsForEventsStillToCome() {
        SocketSession session = play.session(AgentRun.patient(PlayedEvents.LONG));
        CompletableFuture<Void> honoured =
                CompletableFuture.runAsync(() -> assertThat(session).honours("agent-run", "r1"));
        session.send(String.join("\n", PlayedEvents.STARTED, "wait 100", PlayedEvents.THINKING, PlayedEvents.DONE));

        assertThat(honoured).succeedsWithin(Duration.ofSeconds(20));
    }
}
