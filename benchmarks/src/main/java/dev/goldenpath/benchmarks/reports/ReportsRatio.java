package dev.goldenpath.benchmarks.reports;

import dev.goldenpath.benchmarks.frame.Benchmark;
import dev.goldenpath.benchmarks.frame.Finished;
import dev.goldenpath.benchmarks.frame.JavaCommand;
import dev.goldenpath.benchmarks.frame.Machine;
import dev.goldenpath.benchmarks.frame.Options;
import dev.goldenpath.benchmarks.frame.Samples;
import dev.goldenpath.benchmarks.frame.TemporaryFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long all reports of a large run take, beside a bare streaming parse of its log, and how that grows. In a JVM that is
 * new to it, much of what reports take is the work of its compilers: so both sides are also measured when they have done the
 * same a few times.
 */
public final class ReportsRatio implements Benchmark {
    private static final int GROWTH = 10;
    private static final double MOST_SECONDS = 20;
    private static final double MOST_OVER_PARSE = 4;
    private static final double MOST_GROWTH = 12;
    private static final double MOST_MEGABYTES = 30;
    private static final String HEAP = "-Xmx512m";
    private static final int TIMES = 5;
    /** Where in the figures of the reports their page's size stands, and the seconds of the first time. */
    private static final int SIZE = 1;

    private static final int FIRST = 2;

    private final int pairs;

    /** One that measures five pairs. */
    public ReportsRatio() {
        this(5);
    }

    ReportsRatio(int pairs) {
        this.pairs = pairs;
    }

    @Override
    public String command() {
        return "ratio";
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public boolean run(Options options, PrintStream out) throws IOException {
        long start = System.nanoTime();
        int tests = options.calls();
        List<Double> seconds = new ArrayList<>();
        List<Double> parses = new ArrayList<>();
        List<Double> overParse = new ArrayList<>();
        List<Double> overParseCold = new ArrayList<>();
        List<Double> growth = new ArrayList<>();
        double megabytes = 0;
        try (TemporaryFolder folder = new TemporaryFolder()) {
            Path large = folder.path().resolve("large");
            Path small = folder.path().resolve("small");
            GeneratedRun.write(large, tests);
            GeneratedRun.write(small, Math.max(1, tests / GROWTH));
            for (int i = 0; i < pairs; i++) {
                double[] first = i % 2 == 0 ? parse(folder.path(), large, tests) : new double[0];
                double[] made = reports(folder.path(), large, tests, TIMES);
                double[] parsed = i % 2 == 0 ? first : parse(folder.path(), large, tests);
                double few = reports(folder.path(), small, Math.max(1, tests / GROWTH), 1)[FIRST];
                seconds.add(made[FIRST]);
                parses.add(parsed[last(parsed)]);
                overParse.add(made[last(made)] / parsed[last(parsed)]);
                overParseCold.add(made[FIRST] / parsed[FIRST - 1]);
                growth.add(made[FIRST] / few);
                megabytes = made[SIZE] / 1e6;
            }
        }
        out.println("RATIO reports.seconds " + samples(seconds));
        out.println("RATIO reports.over-parse " + samples(overParse));
        out.println("RATIO reports.over-parse-cold " + samples(overParseCold));
        out.println("RATIO reports.growth " + samples(growth));
        out.println("BASE reports.parse-seconds " + samples(parses));
        out.println("SIZE report.html-mb " + Math.round(10 * megabytes) / 10.0);
        Machine.print(out, start);
        return samples(seconds).median() <= MOST_SECONDS
                && samples(overParse).median() <= MOST_OVER_PARSE
                && samples(growth).median() <= MOST_GROWTH
                && megabytes <= MOST_MEGABYTES;
    }

    private static int last(double[] figures) {
        return figures.length - 1;
    }

    private static double[] parse(Path folder, Path logs, int tests) throws IOException {
        return figures(folder, ParseProcess.class, List.of(logs.toString(), "" + TIMES), tests, 1 + TIMES);
    }

    private static double[] reports(Path folder, Path logs, int tests, int times) throws IOException {
        String made = folder.resolve("made").toString();
        return figures(folder, ReportsProcess.class, List.of(logs.toString(), made, "" + times), tests, 2 + times);
    }

    /** What a process printed, of which the first figure is the number of tests that it found. */
    private static double[] figures(Path folder, Class<?> process, List<String> arguments, int tests, int number)
            throws IOException {
        List<String> command = new ArrayList<>(
                new JavaCommand(process, List.of(), arguments).builder().command());
        // The last of several holds.
        command.add(command.indexOf("-cp"), HEAP);
        Finished done = Finished.run(folder, command);
        String[] words = done.output().strip().split(" ", -1);
        if (done.exitCode() != 0 || words.length != number || Integer.parseInt(words[0]) != tests) {
            throw new IOException(process.getSimpleName() + " of " + tests + " tests said: " + done.output());
        }
        return Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
    }

    private static Samples samples(List<Double> values) {
        return Samples.of(values.stream().mapToDouble(Double::doubleValue));
    }
}
