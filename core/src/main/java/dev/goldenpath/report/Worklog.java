package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The worklog of a run: a page of Markdown that reads well in a terminal, too. */
final class Worklog {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String NOTHING_PLANNED = "No golden-path test was planned.\n";
    private static final Map<String, String> NAMES = Map.of(
            Reports.HTML,
            "Page for a browser",
            Reports.HAR,
            "HTTP Archive",
            "summary.json",
            "Figures for scripts",
            Reports.WORKLOG,
            "This page");

    private final RunAccount account;
    private final LoggedRun run;
    private final WorklogPlace place;
    private final EarlierRuns earlier;
    private final StringBuilder page = new StringBuilder();

    private Worklog(RunAccount account, WorklogPlace place, EarlierRuns earlier) {
        this.account = account;
        this.run = account.run();
        this.place = place;
        this.earlier = earlier;
    }

    /** The page of a run before which no other is known. */
    static String of(RunAccount account, WorklogPlace place) {
        return of(account, place, EarlierRuns.NONE);
    }

    /** The page; ends with a line end. */
    static String of(RunAccount account, WorklogPlace place, EarlierRuns earlier) {
        Worklog worklog = new Worklog(account, place, earlier);
        worklog.title();
        worklog.sections();
        return worklog.page.toString();
    }

    private void title() {
        page.append("# Golden Path worklog");
        run.startedAt()
                .map(Worklog::minute)
                .ifPresent(minute -> page.append(", ").append(minute));
        page.append('\n').append(WorklogNotes.markOf(run.run())).append('\n').append(WorklogOrigin.of(account));
    }

    private void sections() {
        section("Notes", place.notes().block(NoteKey.GENERAL) + damaged());
        section("Selection and strategy", WorklogStrategy.of(account));
        section("Results", run.tests().isEmpty() ? NOTHING_PLANNED : WorklogResults.of(account));
        section("Stability", WorklogStability.of(run, earlier.baseline()));
        section("Evidence of real execution", WorklogEvidence.of(account));
        section("Issue analysis", WorklogIssues.of(account, place.notes()));
        section("History", WorklogPast.of(run, earlier.history()));
        section("Audit", WorklogAudit.of(run));
        section("Remediation", WorklogActions.of(account));
        section("Validation checklist", WorklogChecklist.of(account));
        section("Notes on what is no longer there", place.notes().left());
        section("Files", files());
    }

    private void section(String title, String text) {
        if (!text.isEmpty()) {
            page.append("\n## ").append(title).append("\n\n").append(text);
        }
    }

    private String damaged() {
        return place.damaged().isEmpty()
                ? ""
                : "\nMarkers of notes were lost; the page as it was then: " + Markdown.codes(place.damaged()) + "\n";
    }

    private String files() {
        BulletList files = new BulletList();
        files.codes(
                "Run logs",
                run.jvms().stream()
                        .map(jvm -> jvm.log()
                                .resolveSibling("run-" + run.run() + "-*.jsonl")
                                .toString())
                        .distinct()
                        .toList());
        for (Path file : place.files()) {
            String name = file.getFileName().toString();
            String junit = name.startsWith("goldenpath-junit") ? "JUnit XML" : "Also";
            files.codes(NAMES.getOrDefault(name, junit), List.of(file.toString()));
        }
        files.codes("Earlier worklogs, kept for their notes", place.kept());
        return files.toString();
    }

    private static String minute(Instant at) {
        return MINUTE.format(at);
    }
}
