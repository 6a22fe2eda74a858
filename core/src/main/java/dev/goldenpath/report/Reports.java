package dev.goldenpath.report;

import dev.goldenpath.runlog.InOrder;
import dev.goldenpath.runlog.LoggedRun;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The report files of a run. Whoever makes them makes them all again from all of the run's logs, so that the last JVM of
 * a run leaves whole ones.
 *
 * @since 0.1.0
 */
public final class Reports {
    /** Name of the JUnit XML. */
    public static final String JUNIT_XML = "goldenpath-junit.xml";
    /** Name of the page for a browser. */
    public static final String HTML = "report.html";
    /** Name of the Markdown page. */
    public static final String WORKLOG = "worklog.md";
    /** Name of the HTTP Archive. */
    public static final String HAR = "traffic.har";
    /** Name of the JSON for dashboards and bots. */
    public static final String SUMMARY = "summary.json";

    private static final int BUFFER = 256 * 1024;
    private static final List<String> FOR_READERS = List.of(HTML, WORKLOG, JUNIT_XML, SUMMARY, HAR);

    private final RunAccount account;
    private final Path folder;
    private final List<Path> files = new CopyOnWriteArrayList<>();

    private Reports(RunAccount account, Path folder) {
        this.account = account;
        this.folder = folder;
    }

    /**
     * Makes the reports of a run in {@code folder}, which the caller {@linkplain dev.goldenpath.runlog.RunFolder#holding
     * holds}.
     *
     * @param strict whether the JUnit XML keeps to Surefire's schema
     * @throws IOException when one can't be written, or a log can't be read
     */
    public static Reports make(Path folder, LoggedRun run, boolean strict) throws IOException {
        return make(folder, run, strict, EarlierRuns.NONE);
    }

    /**
     * As above, of a run of which earlier ones are known.
     *
     * @param earlier those
     */
    public static Reports make(Path folder, LoggedRun run, boolean strict, EarlierRuns earlier) throws IOException {
        TrafficFigures figures = new TrafficFigures();
        Reports reports = new Reports(RunAccount.of(run, figures), folder);
        // First, for what it reads is counted: the others tell the figures.
        reports.writeBytes(HAR, out -> HarReport.write(run, figures, out));
        Iterator<Callable<Void>> others = List.<Callable<Void>>of(
                        () -> {
                            reports.write(HTML, writer -> HtmlReport.write(reports.account, writer));
                            return null;
                        },
                        () -> {
                            reports.writeTexts(strict, earlier);
                            return null;
                        })
                .iterator();
        InOrder.forEach(() -> others.hasNext() ? others.next() : null, done -> {});
        return reports;
    }

    private void writeTexts(boolean strict, EarlierRuns earlier) throws IOException {
        JunitXml xml = new JunitXml(account, strict, AttachmentPaths.in(folder, System.getenv()));
        JunitXmlFiles.removeFurther(folder, JunitXmlFiles.write(xml, JunitXmlFiles.LARGEST, this::write));
        List<String> names = names();
        write(SUMMARY, writer -> SummaryReport.write(account, names, writer));
        WorklogPlace place = WorklogPlace.in(
                folder, account.run().run(), names.stream().map(folder::resolve).toList());
        write(WORKLOG, writer -> writer.write(Worklog.of(account, place, earlier)));
    }

    /** Those of a run of which no file is made: the gate's ruling, and what GitHub is to show. */
    public static Reports unwritten(LoggedRun run) {
        return new Reports(RunAccount.of(run), Path.of(""));
    }

    /** The files that were made, what people look at first. */
    public List<Path> files() {
        return files.stream().sorted(Comparator.comparingInt(Reports::rank)).toList();
    }

    /** Further parts of the JUnit XML stand behind its first. */
    private static int rank(Path file) {
        int rank = FOR_READERS.indexOf(file.getFileName().toString());
        return rank < 0 ? FOR_READERS.indexOf(JUNIT_XML) : rank;
    }

    /** What a terminal shows of the run; ends with a line end. */
    public String console() {
        return ConsoleReport.of(account, folder, files());
    }

    /**
     * What GitHub is to show at the lines of a change, to be printed a line each: at most ten annotations, root causes
     * first. None outside GitHub Actions, and none where all is well.
     *
     * @param basedir of the module that was tested, or of the modules above: sources of tests are looked for in it
     * @param variables of the process
     */
    public List<String> annotations(Path basedir, Map<String, String> variables) {
        if (!"true".equals(variables.get("GITHUB_ACTIONS"))) {
            return List.of();
        }
        String workspace = variables.getOrDefault("GITHUB_WORKSPACE", "");
        return GithubAnnotations.of(account, new SourceFiles(basedir, workspace.isEmpty() ? null : Path.of(workspace)));
    }

    /**
     * Writes what the run came to into the file that GitHub shows on the page of a build, where there is one.
     *
     * @param variables of the process: {@code GITHUB_STEP_SUMMARY} names the file
     * @return why it could not be written, in one line; empty where it was, or nothing asks for it
     */
    public Optional<String> writeStepSummary(Map<String, String> variables) {
        String file = variables.getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            StepSummary.write(Path.of(file), account);
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(
                    "Golden Path: the step summary " + file + ", which GITHUB_STEP_SUMMARY names, was not written: "
                            + ConsoleLine.of(String.valueOf(e.getMessage()), false) + ". The reports have all of it.");
        }
    }

    /** Of all files, those included that are still to be made. */
    private List<String> names() {
        return Stream.concat(files.stream(), FOR_READERS.stream().map(folder::resolve))
                .distinct()
                .sorted(Comparator.comparingInt(Reports::rank))
                .map(file -> file.getFileName().toString())
                .toList();
    }

    /** The gate's ruling. */
    public GateReport gate() {
        return account.gate();
    }

    /**
     * Removes the reports of an earlier run: what a killed run leaves must not look like its own result. A worklog in which
     * people noted anything becomes {@code worklog-<run>.md}.
     *
     * @throws IOException when one can't be removed or kept
     */
    public static void remove(Path folder) throws IOException {
        new KeptWorklogs(folder).putAside();
        for (String name : FOR_READERS) {
            Files.deleteIfExists(folder.resolve(name));
        }
        JunitXmlFiles.removeFurther(folder, List.of());
    }

    private void write(String name, JunitXmlFiles.Text report) throws IOException {
        writeBytes(name, out -> {
            // Not Files.newBufferedWriter, which refuses half of a surrogate pair: a text may have been cut within one.
            try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER)) {
                report.writeTo(writer);
            }
        });
    }

    private void writeBytes(String name, Bytes report) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(folder.toAbsolutePath());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
            report.writeTo(out);
        }
        // A reader sees the old report or the new one, and never half of one.
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // One that turned out to be too large is written twice.
        if (!files.contains(file)) {
            files.add(file);
        }
    }

    /** A report as bytes, as it writes itself. */
    private interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }
}
