package dev.goldenpath.benchmarks.reports;

import dev.goldenpath.report.Reports;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunLogReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes all reports of a run once, in a JVM that has done nothing else. */
final class ReportsProcess {
    private ReportsProcess() {}

    /** Takes the logs' folder and that of the reports; prints seconds, the number of tests and the size of the page. */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        LoggedRun run = RunLogReader.read(Path.of(arguments[0]), GeneratedRun.RUN);
        Path folder = Path.of(arguments[1]);
        Reports reports = Reports.make(folder, run, false);
        String console = reports.console() + reports.gate().text();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (console.isEmpty()) {
            throw new IOException("The console's report is empty.");
        }
        System.out.println(seconds + " " + run.tests().size() + " " + Files.size(folder.resolve(Reports.HTML)));
    }
}
