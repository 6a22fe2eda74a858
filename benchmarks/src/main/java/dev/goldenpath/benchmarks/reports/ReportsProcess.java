package dev.goldenpath.benchmarks.reports;

import dev.goldenpath.report.Reports;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunLogReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes all reports of a run several times over, in a JVM that has done nothing else before. */
final class ReportsProcess {
    private ReportsProcess() {}

    /**
     * Takes the logs' folder, that of the reports, and how often; prints the number of tests, the size of the page, and the
     * seconds of each time.
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        StringBuilder seconds = new StringBuilder();
        int tests = 0;
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            long start = System.nanoTime();
            LoggedRun run = RunLogReader.read(Path.of(arguments[0]), GeneratedRun.RUN);
            Reports reports = Reports.make(folder, run, false);
            String console = reports.console() + reports.gate().text();
            seconds.append(' ').append((System.nanoTime() - start) / 1e9);
            if (console.isEmpty()) {
                throw new IOException("The console's report is empty.");
            }
            tests = run.tests().size();
        }
        System.out.println(tests + " " + Files.size(folder.resolve(Reports.HTML)) + seconds);
    }
}
