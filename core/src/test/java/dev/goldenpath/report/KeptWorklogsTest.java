package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.GateSettings;
import dev.goldenpath.runlog.EvidenceIndex;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptWorklogsTest {
    private static final String GENERAL = "<!-- notes:begin general -->\n";

    @TempDir
    private Path folder;

    private Path worklog;

    @BeforeEach
    void make() throws IOException {
        worklog = folder.resolve("worklog.md");
        make("r1");
    }

    @Test
    void notesOfTheSameRunStay() throws IOException {
        note("The cache was cold.\n");

        make("r1");

        assertThat(worklog).content().contains(GENERAL + "The cache was cold.\n<!-- notes:end general -->\n");
        assertThat(kept()).isEmpty();
    }

    @Test
    void aPageWithNotesIsKeptWhenTheNextRunBegins() throws IOException {
        note("The cache was cold.\n");
        String page = Files.readString(worklog);

        Reports.remove(folder);
        make("r2");

        assertThat(folder.resolve("worklog-r1.md")).hasContent(page);
        assertThat(worklog)
                .content()
                .contains("- Earlier worklogs, kept for their notes: `worklog-r1.md`\n")
                .doesNotContain("cold");
    }

    @Test
    void aPageWithoutNotesIsNot() throws IOException {
        Reports.remove(folder);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void ofARunThatIsReportedAgainLaterTheNotesAreThereAgain() throws IOException {
        note("The cache was cold.\n");

        make("r2");
        note("All well.\n");
        make("r1");

        assertThat(worklog).content().contains(GENERAL + "The cache was cold.\n");
        make("r2");
        assertThat(worklog).content().contains(GENERAL + "All well.\n");
        assertThat(kept()).containsExactly("worklog-r1.md", "worklog-r2.md");
    }

    @Test
    void ofSeveralKeptPagesTheNewestCounts() throws IOException {
        note("First.\n");
        make("r2");
        make("r1");
        note("Second, and ");
        make("r2");
        Files.setLastModifiedTime(folder.resolve("worklog-r1.md"), FileTime.from(Instant.EPOCH));
        make("r1");

        assertThat(worklog).content().contains(GENERAL + "Second, and First.\n");
        assertThat(kept()).containsExactly("worklog-r1-2.md", "worklog-r1.md");
    }

    @Test
    void aPageWithLostMarkersIsKeptAndSaid() throws IOException {
        note("The cache was cold.\n");
        String damaged = Files.readString(worklog).replace("<!-- notes:end general -->\n", "");
        Files.writeString(worklog, damaged);

        make("r1");
        make("r1");

        assertThat(folder.resolve("worklog-r1-damaged.md")).hasContent(damaged);
        assertThat(worklog).content().contains(GENERAL + """
                <!-- notes:end general -->

                Markers of notes were lost; the page as it was then: `worklog-r1-damaged.md`
                """);
        assertThat(kept()).containsExactly("worklog-r1-damaged.md");
    }

    @Test
    void aPageInAnotherEncodingIsKeptByteByByte() throws IOException {
        byte[] latin = (Files.readString(worklog).replace(GENERAL, GENERAL + "caf\u00E9\n"))
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(worklog, latin);

        make("r1");

        assertThat(folder.resolve("worklog-r1-damaged.md")).hasBinaryContent(latin);
        assertThat(worklog).content().contains("caf\uFFFD\n");
    }

    @Test
    void aPageThatDoesNotTellItsRunIsKeptForItsNotes() throws IOException {
        note("The cache was cold.\n");
        Files.writeString(worklog, Files.readString(worklog).replace("<!-- worklog of run r1 -->\n", ""));

        make("r1");

        assertThat(kept()).containsExactly("worklog-unknown-run.md");
    }

    private void note(String text) throws IOException {
        Files.writeString(worklog, Files.readString(worklog).replace(GENERAL, GENERAL + text));
    }

    private void make(String id) throws IOException {
        LoggedRun run = new SampleRun().test("P1", "a", Verdict.PASSED).read();
        Reports.make(
                folder,
                new LoggedRun(
                        id,
                        run.environments(),
                        GateSettings.NONE,
                        run.revenue(),
                        run.knownIssues(),
                        run.services(),
                        run.code(),
                        run.jvms(),
                        run.tests(),
                        0,
                        EvidenceIndex.NONE),
                false);
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    private List<String> kept() throws IOException {
        return names().filter(name -> name.startsWith("worklog-")).toList();
    }
}
