package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorklogNotesTest {
    private static final Path FOLDER = Path.of("target/goldenpath");
    private static final List<String> PIECES = List.of(
            "Redis was restarted by hand.",
            "\n",
            "\r\n",
            "  - indented\n",
            "```\ncode\n",
            "<!-- a comment -->\n",
            " <!-- notes:end general -->\n",
            "# Golden Path worklog\n",
            "\t\u00E9\u05E9\uD83D\uDE00\u0000\u2028",
            "$1 \\ | `\n");

    @Test
    void whatWasNotedStandsThereAgain() {
        String page = noted("<!-- notes:begin general -->\n", "Redis was restarted by hand.\n");

        assertThat(again(page)).isEqualTo(page).contains("""
                <!-- notes:begin general -->
                Redis was restarted by hand.
                <!-- notes:end general -->
                """);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void howeverOftenThePageIsMadeNoByteOfANoteChanges(long seed) {
        Random random = new Random(seed);
        String page = page(WorklogNotes.none());
        List<String> texts = new ArrayList<>();
        for (String marker :
                page.lines().filter(line -> line.startsWith("<!-- notes:begin")).toList()) {
            String text = text(random);
            texts.add(marker + "\n" + text + "<!-- notes:end");
            page = page.replace(marker + "\n", marker + "\n" + text);
        }

        String made = page;
        for (int i = 0; i < 5; i++) {
            made = again(made);
        }

        assertThat(made).isEqualTo(page).contains(texts);
        assertThat(texts).hasSize(3);
    }

    @Test
    void linesMayEndAsOnWindows() {
        String page = noted("<!-- notes:begin general -->\n", "One.\nTwo.\n").replace("\n", "\r\n");

        assertThat(again(page)).contains("<!-- notes:begin general -->\nOne.\r\nTwo.\r\n<!-- notes:end general -->\n");
    }

    @Test
    void aNoteOnWhatIsGoneStaysAtTheEnd() {
        String page = noted("<!-- notes:begin cause:redis -->\n", "Its disk was full.\n");

        String other = SampleRun.worklog(RunAccount.of(new SampleRun().read()), FOLDER, WorklogNotes.in(page));

        assertThat(other).contains("""

                ## Notes on what is no longer there

                - `cause:redis`

                <!-- notes:begin cause:redis -->
                Its disk was full.
                <!-- notes:end cause:redis -->

                ## Files
                """);
        assertThat(SampleRun.worklog(RunAccount.of(OutageRun.ofRedis()), FOLDER, WorklogNotes.in(other)))
                .isEqualTo(page);
    }

    @Test
    void whatTestsWroteIsNoMarker() {
        LoggedRun run = HostileRun.read();
        String page = SampleRun.worklog(run, FOLDER);

        assertThat(WorklogNotes.in(page).isDamaged()).isFalse();
        assertThat(WorklogNotes.in(page).isKnown(WorklogNotes.none())).isTrue();
        assertThat(SampleRun.worklog(RunAccount.of(run), FOLDER, WorklogNotes.in(page)))
                .isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- notes:begin general -->\na\n",
                "a\n<!-- notes:end general -->\n",
                "<!-- notes:begin a -->\na\n<!-- notes:end b -->\n",
                "<!-- notes:begin a -->\na\n<!-- notes:begin b -->\nb\n<!-- notes:end b -->\n",
                "<!-- notes:begin a -->\na\n<!-- notes:end a -->\n<!-- notes:begin a -->\nb\n<!-- notes:end a -->\n",
                "<!-- notes:begin a -->"
            })
    void lostMarkersAreDamage(String page) {
        assertThat(WorklogNotes.in(page).isDamaged()).isTrue();
    }

    @Test
    void aPageTellsItsRun() {
        assertThat(WorklogNotes.in(page(WorklogNotes.none())).run()).contains("r1");
        assertThat(WorklogNotes.in("# Golden Path worklog\n").run()).isEmpty();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.append('\n').toString();
    }

    private static String noted(String marker, String text) {
        return page(WorklogNotes.none()).replace(marker, marker + text);
    }

    private static String again(String page) {
        return page(WorklogNotes.in(page));
    }

    private static String page(WorklogNotes notes) {
        return SampleRun.worklog(RunAccount.of(OutageRun.ofRedis()), FOLDER, notes);
    }
}
