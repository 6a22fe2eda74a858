package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTraffic;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The report files of a run. Whoever makes them makes them all again from all of the run's logs, so that the last JVM of
 * a run leaves whole ones.
 *
 * @since 0.1.0
 */
public final class Reports {
    /** Name of the JUnit XML. */
    public static final String JUNIT_XML = "goldenpath-junit.xml";
    /** Name of the Markdown page. */
    public static final String WORKLOG = "worklog.md";
    /** Name of the HTTP Archive. */
    public static final String HAR = "traffic.har";

    private Reports() {}

    /** A report, as it writes itself. */
    private interface Report {
        void writeTo(Writer writer) throws IOException;
    }

    /**
     * Makes the reports of a run in {@code folder}, which the caller {@linkplain dev.goldenpath.runlog.RunFolder#holding
     * holds}.
     *
     * @param strict whether the JUnit XML keeps to Surefire's schema
     * @return the files
     * @throws IOException when one can't be written, or a log can't be read
     */
    public static List<Path> make(Path folder, LoggedRun run, boolean strict) throws IOException {
        LoggedTraffic traffic = LoggedTraffic.of(run);
        List<Path> made = new ArrayList<>();
        made.add(write(folder.resolve(JUNIT_XML), writer -> JunitXml.write(run, strict, writer)));
        made.add(write(folder.resolve(WORKLOG), writer -> writer.write(Worklog.of(run, folder))));
        made.add(write(folder.resolve(HAR), writer -> HarReport.write(run, traffic, writer)));
        return made;
    }

    /**
     * Removes the reports of an earlier run: what a killed run leaves must not look like its own result.
     *
     * @throws IOException when one can't be removed
     */
    public static void remove(Path folder) throws IOException {
        for (String name : List.of(JUNIT_XML, WORKLOG, HAR)) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    private static Path write(Path file, Report report) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        // Not Files.newBufferedWriter, which refuses half of a surrogate pair: a text may have been cut within one.
        try (Writer writer =
                new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(part), StandardCharsets.UTF_8))) {
            report.writeTo(writer);
        }
        // A reader sees the old report or the new one, and never half of one.
        return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
