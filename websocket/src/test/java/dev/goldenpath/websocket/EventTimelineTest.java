package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.EventSequence.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventTimelineTest {
    private final List<TimelineEntry> arrived = new ArrayList<>();

    @Test
    void setsWhatArrivedBesideWhatWasExpected() {
        arrive("started", "thinking", "thinking", "executing");
        arrived.add(TimelineEntry.foreign("started", next(), "/run_id is 18"));

        EventTimeline timeline = timeline("started", "thinking", "executing", "completed");
        assertThat(lines(timeline)).isEqualTo("""
                expected   arrived
                started    started    0.001 s
                thinking   thinking   0.002 s
                           thinking   0.003 s  duplicate
                executing  executing  0.004 s
                           started    0.005 s  foreign: /run_id is 18
                completed  -                   missing""");
        assertThat(timeline.faults()).isEqualTo("completed is missing");
    }

    @Test
    void whatIsMissingHasItsPlaceBeforeWhatCameAfterIt() {
        arrive("a", "c");

        assertThat(lines(timeline("a", "b", "c"))).isEqualTo("""
                expected  arrived
                a         a        0.001 s
                b         -                 missing
                c         c        0.002 s""");
    }

    @Test
    void whatArrivedElsewhereIsOutOfOrderAndNotMissing() {
        arrive("b", "a", "c");

        EventTimeline timeline = timeline("a", "b", "c", "d");
        assertThat(lines(timeline)).isEqualTo("""
                expected  arrived
                a         -                 out of order: it arrived after 0.002 s
                b         b        0.001 s
                          a        0.002 s  out of order
                c         c        0.003 s
                d         -                 missing""");
        assertThat(timeline.faults()).isEqualTo("d is missing, and a is out of order");
    }

    @Test
    void aSecondOneElsewhereIsADuplicate() {
        arrive("b", "a", "b", "b");

        assertThat(lines(timeline("a", "b", "a"))).isEqualTo("""
                expected  arrived
                a         -                 missing
                b         b        0.001 s
                a         a        0.002 s
                          b        0.003 s  duplicate
                          b        0.004 s  duplicate""");
    }

    @Test
    void anAlignmentMeetsAsManyStepsAsCanBe() {
        arrive("d", "a", "b", "c");

        assertThat(lines(timeline("a", "b", "c", "d"))).isEqualTo("""
                expected  arrived
                          d        0.001 s  out of order
                a         a        0.002 s
                b         b        0.003 s
                c         c        0.004 s
                d         -                 out of order: it arrived after 0.001 s""");
    }

    @Test
    void theFirstThatCanMeetAStepMeetsIt() {
        arrive("x", "c", "c");

        assertThat(lines(timeline("b", "c"))).isEqualTo("""
                expected  arrived
                          x        0.001 s
                b         -                 missing
                c         c        0.002 s
                          c        0.003 s  duplicate""");
    }

    @Test
    void othersAreUnexpectedOnlyWhereNothingElseMayCome() {
        arrive("a", "x", "b");
        List<ExpectedEvent> expected = sequence("a", "b").steps();

        assertThat(EventTimeline.of(expected, arrived, false).rows())
                .extracting(TimelineRow::mark)
                .containsOnlyNulls();
        assertThat(lines(EventTimeline.of(expected, arrived, true))).isEqualTo("""
                expected  arrived
                a         a        0.001 s
                          x        0.002 s  unexpected
                b         b        0.003 s""");
    }

    @Test
    void repeatsStandBesideOneStep() {
        arrive("a", "b", "b", "d", "b", "c");

        assertThat(lines(EventTimeline.of(
                        sequence("a")
                                .thenOneOrMore("b")
                                .thenOptional("x")
                                .thenAny("y")
                                .then("d")
                                .thenOneOrMore("c")
                                .thenOneOrMore("e")
                                .steps(),
                        arrived,
                        false)))
                .isEqualTo("""
                expected  arrived
                a         a        0.001 s
                b         b        0.002 s
                          b        0.003 s
                d         d        0.004 s
                          b        0.005 s  out of order
                c         c        0.006 s
                e         -                 missing""");
    }

    @Test
    void aRequiredStepWeighsMoreThanManyRepeats() {
        arrive("a", "b", "c", "b", "b", "b", "b");

        assertThat(EventTimeline.of(
                                sequence("a")
                                        .thenOneOrMore("b")
                                        .then("c")
                                        .then("d")
                                        .steps(),
                                arrived,
                                false)
                        .faults())
                .isEqualTo("d is missing");
    }

    @Test
    void lateOnesStandWhereTheyWereExpected() {
        arrive("a");
        arrived.add(TimelineEntry.late("x", next()));
        arrived.add(TimelineEntry.late("b", next()));

        EventTimeline timeline = timeline("a", "b");
        assertThat(lines(timeline)).isEqualTo("""
                expected  arrived
                a         a        0.001 s
                          x        0.002 s
                b         b        0.003 s  late""");
        assertThat(timeline.faults()).isEqualTo("b is late");
    }

    @Test
    void withoutAnOrderThereIsNoColumnForIt() {
        arrive("a");
        arrived.add(TimelineEntry.event("b", next()).marked(TimelineMark.UNEXPECTED, ""));
        arrived.add(TimelineEntry.remark("(answer)", null));

        assertThat(lines(timeline())).isEqualTo("""
                a         0.001 s
                b         0.002 s  unexpected
                (answer)""");
        assertThat(lines(EventTimeline.of(List.of(), List.of(), false))).isEqualTo("nothing arrived");
    }

    @Test
    void timesAreAlignedToTheRight() {
        arrived.add(TimelineEntry.event("a", Duration.ofMillis(-5)));
        arrived.add(TimelineEntry.event("b", Duration.ofMillis(12_345)));

        assertThat(lines(timeline())).isEqualTo("""
                a  -0.005 s
                b  12.345 s""");
    }

    @Test
    void cellsAreRedactedThenCutAndKeptOnOneLine() {
        arrive("a\nb", "x".repeat(70) + "secret");

        assertThat(timeline().lines(text -> text.replace("x".repeat(70) + "secret", "***")))
                .isEqualTo("""
                a b  0.001 s
                ***  0.002 s""");
        assertThat(timeline().lines(UnaryOperator.identity())).contains("x".repeat(60) + "…  0.002 s");
    }

    @Test
    void aLongTableKeepsWhatIsRoundItsFaults() {
        List<String> types = new ArrayList<>(Collections.nCopies(300, "t"));
        types.set(150, "x");
        arrive(types.toArray(String[]::new));
        types.set(150, "lost");

        EventTimeline timeline =
                EventTimeline.of(types.stream().map(ExpectedEvent::once).toList(), arrived, true);
        List<String> lines = lines(timeline).lines().toList();
        assertThat(lines).hasSizeLessThan(60).contains("            x        0.151 s  unexpected");
        assertThat(lines.stream().filter(line -> line.startsWith("…")).toList())
                .isEqualTo(List.of("… 126 more", "… 125 more"));
        assertThat(timeline.faults()).isEqualTo("lost is missing");
    }

    @Test
    void aTableOfManyFaultsIsNoLongerThanOthers() {
        arrive(IntStream.range(0, 4_000).mapToObj(i -> "x").toArray(String[]::new));

        String lines = lines(EventTimeline.of(
                IntStream.range(0, 4_000)
                        .mapToObj(i -> ExpectedEvent.once("e" + i))
                        .toList(),
                arrived,
                true));
        assertThat(lines.lines().count()).isBetween(50L, 60L);
        assertThat(lines).contains("… 5000 more");
    }

    @Test
    void manyMissingAreListedInPart() {
        assertThat(EventTimeline.of(
                                IntStream.range(0, 100)
                                        .mapToObj(i -> ExpectedEvent.once("e" + i))
                                        .toList(),
                                List.of(),
                                false)
                        .faults())
                .isEqualTo("e0, e1, e2, e3, e4, e5, e6, e7, … 91 more and e99 are missing");
    }

    private void arrive(String... types) {
        for (String type : types) {
            arrived.add(TimelineEntry.event(type, next()));
        }
    }

    private Duration next() {
        return Duration.ofMillis(arrived.size() + 1L);
    }

    private EventTimeline timeline(String... expected) {
        return EventTimeline.of(sequence(expected).steps(), arrived, false);
    }

    private static String lines(EventTimeline timeline) {
        return timeline.lines(UnaryOperator.identity());
    }
}
