package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.EventSequence.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventSequenceTest {
    private static final EventSequence SEQUENCE =
            sequence("a").thenOneOrMore("b").thenAny("c").thenOptional("d").then("e");

    @ParameterizedTest
    @CsvSource({
        "a b e, ''",
        "a b b b c c d e, ''",
        "a b d e, ''",
        "x a x b x e, ''",
        "a b c b e, b",
        "a b d d e, d",
        "a b d c e, c",
        "a a b e, a",
        "b a b e, b",
        "a b e e, e",
    })
    void takesWhatIsNextAndPassesTheRest(String events, String ignored) {
        OrderProgress progress = new OrderProgress(SEQUENCE);
        StringBuilder passed = new StringBuilder();
        for (String type : events.split(" ", -1)) {
            if (!progress.take(type) && !type.equals("x")) {
                passed.append(type);
            }
        }

        assertThat(progress.isComplete()).isTrue();
        assertThat(passed).hasToString(ignored);
    }

    @ParameterizedTest
    @CsvSource({"'', a", "a, b", "a e, b", "a b c d, e", "e b a, b"})
    void isNotCompleteBeforeAllHasComeThatMust(String events, String next) {
        OrderProgress progress = new OrderProgress(SEQUENCE);
        for (String type : events.split(" ", -1)) {
            progress.take(type);
        }

        assertThat(progress.isComplete()).isFalse();
        assertThat(progress.next()).isEqualTo(next);
    }

    @Test
    void readsAsASentence() {
        assertThat(SEQUENCE).hasToString("a, one or more b, any c, optional d, e");
    }

    @Test
    void aStepThatGetsNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sequence("a").thenOneOrMore("b").thenAny("c").then("b"))
                .withMessage("No b is left for 'b': it would be taken by 'one or more b' before it. Say it in one step,"
                        + " or put the exact one first.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sequence().thenOptional("b").thenOneOrMore("b"));
        assertThat(sequence("b").thenAny("b").then("c").then("b")).hasToString("b, any b, c, b");
    }
}
