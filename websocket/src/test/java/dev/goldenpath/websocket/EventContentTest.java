package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.goldenpath.evidence.Recording;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server echoes: what a test sends is what it receives. */
class EventContentTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private Scene scene;
    private SocketSession session;
    private EchoedEvents events;

    @BeforeEach
    void open() {
        scene = new Scene(SERVER.url());
        session = scene.socketAsAlice().connect("/echo");
        events = new EchoedEvents(session, SERVER);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void numbersRiseByOneFromWhicheverComesFirst() {
        numbered(5, 6, 7);
        receive(Map.of("type", "unnumbered"));

        assertThat(session.events()).hasSequenceWithoutHoles("/n");
    }

    @Test
    void holesRepeatsAndStepsBackAreNamed() {
        numbered(2, 3, 6, 9, 7, 3, 10);

        events.assertFails(() -> assertThat(session.events()).hasSequenceWithoutHoles("/n"), """
                Expected the numbers at /n to rise by one, but 4 to 5 and 8 are missing, and 3 is repeated, and 7 is \
                out of order.
                  stream:   WebSocket URL/echo as alice
                  timeline: token 2   0.000 s
                            token 3   0.000 s
                            -                  missing: 4 to 5
                            token 6   0.000 s
                            -                  missing: 8
                            token 9   0.000 s
                            token 7   0.000 s  out of order
                            token 3   0.000 s  duplicate
                            token 10  0.000 s""");
    }

    @Test
    void aSequenceNeedsNumbers() {
        receive(Map.of("type", "token"));
        events.assertFailsWith(
                () -> assertThat(session.events()).hasSequenceWithoutHoles("/n"),
                "Expected the numbers at /n to rise by one, but none that arrived has one.");
        receive(Map.of("type", "token", "n", "one"));
        events.assertFailsWith(
                () -> assertThat(session.events()).hasSequenceWithoutHoles("/n"),
                "Expected the numbers at /n to rise by one, but token, after T, has one there.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(session.events()).hasSequenceWithoutHoles("n"));
    }

    @Test
    void eventsComeSoonAfterOneAnother() {
        numbered(1, 2);

        assertThat(session.events()).hasNoGapOver(ofSeconds(20));
    }

    @Test
    void aGapIsNamed() {
        numbered(1, 2);
        long before = System.nanoTime();
        Scene.await(() -> System.nanoTime() - before > ofMillis(60).toNanos());
        receive(Map.of("type", "done"));

        events.assertFails(
                () -> assertThat(session.events().where("/type", "done")).hasNoGapOver(ofMillis(50)), """
                Expected at most 50 ms between two events, but only one has arrived.
                  stream:   WebSocket URL/echo as alice, where /type is done
                  timeline: token  0.000 s  foreign: /type is token
                            token  0.000 s  foreign: /type is token
                            done   0.000 s""");
        events.assertFails(
                () -> assertThat(session.events().typedBy(message -> "event")).hasNoGapOver(ofMillis(50)), """
                Expected at most 50 ms between two events, but 0.000 s passed between event, after T, and event, after T.
                  stream:   WebSocket URL/echo as alice
                  timeline: event  0.000 s
                            event  0.000 s
                            event  0.000 s  late: 0.000 s after the one before""");
    }

    @Test
    void aGapNeedsTwoEvents() {
        events.assertFailsWith(
                () -> assertThat(session.events()).hasNoGapOver(ofSeconds(1)),
                "Expected at most 1 s between two events, but none has arrived.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(session.events()).hasNoGapOver(Duration.ZERO));
    }

    @Test
    void theFirstEventComesSoonAfterTheOpening() {
        numbered(1);

        assertThat(session.events()).firstArrivesWithin(ofSeconds(20));
    }

    @Test
    void aFirstEventThatComesLateIsShown() {
        long opened = session.clock().openedNanos();
        Scene.await(() -> System.nanoTime() - opened > ofMillis(20).toNanos());
        numbered(1, 2);

        events.assertFails(() -> assertThat(session.events()).firstArrivesWithin(ofMillis(10)), """
                Expected the first event within 10 ms of the session's opening, which was after T, but token arrived \
                after T.
                  stream:   WebSocket URL/echo as alice
                  timeline: token  0.000 s  late
                            token  0.000 s  late""");
    }

    @Test
    void noFirstEventAtAll() {
        events.assertFails(() -> assertThat(session.events()).firstArrivesWithin(ofMillis(50)), """
                Expected the first event within 50 ms of the session's opening, which was after T, but none has arrived.
                  stream:   WebSocket URL/echo as alice
                  timeline: nothing arrived""");
        session.close();
        events.assertFailsWith(
                () -> assertThat(session.events()).firstArrivesWithin(ofSeconds(20)),
                "Expected the first event within 20 s of the session's opening, which was after T, but none has"
                        + " arrived, and this side closed the session with 1000.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(session.events()).firstArrivesWithin(ofNanos(-1)));
    }

    @Test
    void noOtherUsersEventsCome() {
        receive(Map.of("type", "welcome"));
        receive(Map.of("type", "token", "user", Map.of("id", 1)));

        assertThat(session.events()).belongOnlyTo("/user/id", 1);
        receive(Map.of("type", "token", "user", Map.of("id", 2)));
        events.assertFails(() -> assertThat(session.events()).belongOnlyTo("/user/id", 1), """
                Expected only events whose /user/id is 1, but token after T (/user/id is 2) is foreign.
                  stream:   WebSocket URL/echo as alice
                  timeline: welcome  0.000 s
                            token    0.000 s
                            token    0.000 s  foreign: /user/id is 2""");
    }

    @Test
    void allEventsAreAboutOneRun() {
        events.receive("r1", "started", "done");
        Scene.await(() -> session.messages().size() == 2);

        assertThat(session.events()).areOnlyAbout("/run", "r1");
        events.receive("r2", "started");
        receive(Map.of("type", "note"));
        Scene.await(() -> session.messages().size() == 4);
        events.assertFails(() -> assertThat(session.events()).areOnlyAbout("/run", "r1"), """
                Expected only events whose /run is r1, but started after T (/run is r2) and note after T (nothing at \
                /run) are foreign.
                  stream:   WebSocket URL/echo as alice
                  timeline: started  0.000 s
                            done     0.000 s
                            started  0.000 s  foreign: /run is r2
                            note     0.000 s  foreign: nothing at /run""");
    }

    @Test
    void eventsOfNobodyProveNothing() {
        receive(Map.of("type", "welcome"));

        events.assertFailsWith(
                () -> assertThat(session.events()).belongOnlyTo("/user", 1),
                "Expected only events whose /user is 1, but none has arrived.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(session.events()).areOnlyAbout("user", 1));
    }

    @Test
    void aForeignValueThatIsSecretIsNotShown() {
        receive(Map.of("type", "token", "user", Scene.TOKEN));

        events.assertFails(() -> assertThat(session.events()).belongOnlyTo("/user", "bob"), """
                Expected only events whose /user is bob, but token after T (/user is ***) is foreign.
                  stream:   WebSocket URL/echo as alice
                  timeline: token  0.000 s  foreign: /user is ***""");
    }

    @Test
    void whatIsLookedAtIsCitedFromTheSetUp() {
        Recording ofClass = scene.ledger.ofContainer("class");
        AtomicReference<Recording> current = new AtomicReference<>(ofClass);
        SocketSession shared = scene.socketRecordingTo(current::get).connect("/burst");
        assertThat(shared.events()).arrives(within(ofSeconds(20)), "three");
        current.set(scene.recording);

        assertThat(shared.events()).firstArrivesWithin(ofSeconds(20));
        assertThat(scene.recording.citations())
                .extracting(events::normalised)
                .containsExactly("WebSocket URL/burst → one");
        assertThat(shared.events()).hasNoGapOver(ofSeconds(20));
        assertThat(scene.recording.citations()).hasSize(3);
    }

    private void numbered(long... numbers) {
        for (long number : numbers) {
            receive(Map.of("type", "token", "n", number));
        }
    }

    private void receive(Map<String, Object> event) {
        int before = session.messages().size();
        session.sendJson(event);
        Scene.await(() -> session.messages().size() > before);
    }
}
