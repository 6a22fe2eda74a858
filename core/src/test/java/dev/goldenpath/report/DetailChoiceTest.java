package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.report.DetailChoice.Candidate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetailChoiceTest {
    private final List<Candidate> tests = new ArrayList<>();

    private DetailChoiceTest passed(String type, String priority, long bytes) {
        tests.add(new Candidate(tests.size(), false, type, priority, bytes));
        return this;
    }

    private DetailChoiceTest telling(String priority, long bytes) {
        tests.add(new Candidate(tests.size(), true, "A", priority, bytes));
        return this;
    }

    private DetailChoice of(long room) {
        return DetailChoice.of(tests, room);
    }

    @Test
    void hasAllAsLongAsThereIsRoomToTheLastByte() {
        DetailChoice choice = telling("P2", 3_000)
                .passed("A", "P1", 4_000)
                .passed("B", "P1", 5_000)
                .of(12_000);
        assertThat(choice.order()).containsExactly(0, 1, 2);
        assertThat(choice.allowed(1)).isEqualTo(Long.MAX_VALUE);
        assertThat(choice.sentence()).isEmpty();
    }

    @Test
    void leavesOutPassedTestsWhereOneByteIsMissing() {
        DetailChoice choice = telling("P2", 3_000)
                .passed("A", "P1", 4_000)
                .passed("B", "P1", 5_000)
                .of(11_999);
        assertThat(choice.order()).containsExactly(0, 1);
        assertThat(choice.has(2)).isFalse();
        assertThat(choice.sentence())
                .isEqualTo("Details of 2 of 3 tests are here, among them the one that did not pass, or not at once. "
                        + "The run log has all of them, and traffic.har all their traffic.");
    }

    @Test
    void takesPassedTestsInTurnFromEachClassAndPriority() {
        for (int i = 0; i < 10; i++) {
            passed("Big", "P1", 1_000);
        }
        DetailChoice choice =
                passed("Big", "P2", 1_000).passed("Small", "P1", 1_000).of(5_000);
        assertThat(choice.order()).containsExactly(0, 10, 11, 1, 2);
        assertThat(choice.sentence())
                .isEqualTo("Details of 5 of 12 tests are here, some of each class and priority. "
                        + "The run log has all of them, and traffic.har all their traffic.");
    }

    @Test
    void takesAShorterOneWhereALongOneHasNoRoom() {
        assertThat(passed("A", "P1", 9_000).passed("A", "P1", 500).of(1_000).order())
                .containsExactly(1);
    }

    @Test
    void putsThoseThatTellSomethingFirstTheMostImportantBeforeAll() {
        DetailChoice choice = passed("A", "P1", 9_000)
                .telling("none", 1_000)
                .telling("P2", 1_000)
                .telling("P1", 1_000)
                .of(4_000);
        assertThat(choice.order()).containsExactly(3, 2, 1);
        assertThat(choice.sentence())
                .startsWith(
                        "Details of 3 of 4 tests are here, among them all of the 3 that did not pass, or not at once.");
    }

    @Test
    void cutsTheLongestWhereEvenThoseAreTooMuch() {
        DetailChoice choice = telling("P1", 100_000)
                .telling("P1", 3_000)
                .telling("P1", 50_000)
                .passed("A", "P1", 10)
                .of(43_000);
        assertThat(choice.order()).containsExactly(0, 1, 2);
        assertThat(choice.allowed(0)).isEqualTo(20_000);
        assertThat(choice.allowed(1)).isEqualTo(Long.MAX_VALUE);
        assertThat(choice.allowed(2)).isEqualTo(20_000);
        assertThat(choice.sentence())
                .isEqualTo(
                        "Details of 3 of 4 tests are here, among them all of the 3 that did not pass, or not at once,"
                                + " the longest cut to 20 kB each. The run log has all of them, and traffic.har all their traffic.");
    }

    @Test
    void leavesOutTheLeastImportantRatherThanCutThemToNothing() {
        DetailChoice choice =
                telling("P3", 5_000).telling("P1", 5_000).telling("P2", 5_000).of(2 * DetailChoice.SHORTEST);
        assertThat(choice.order()).containsExactly(1, 2);
        assertThat(choice.allowed(1)).isEqualTo(DetailChoice.SHORTEST);
        assertThat(choice.sentence()).contains("among them 2 of the 3 that did not pass, or not at once");
    }

    @Test
    void ofNoTestsSaysNothing() {
        assertThat(of(0).sentence()).isEmpty();
        assertThat(of(0).order()).isEmpty();
    }
}
