package dev.goldenpath.benchmarks;

import dev.goldenpath.benchmarks.accuracy.HttpAccuracy;
import dev.goldenpath.benchmarks.accuracy.UsersAccuracy;
import dev.goldenpath.benchmarks.frame.Benchmark;
import dev.goldenpath.benchmarks.frame.Options;
import dev.goldenpath.benchmarks.frame.UsageException;
import dev.goldenpath.benchmarks.probes.ProbesRatio;
import dev.goldenpath.benchmarks.ratio.ConnectRatio;
import dev.goldenpath.benchmarks.ratio.HttpRatio;
import dev.goldenpath.benchmarks.ratio.SocketRatio;
import dev.goldenpath.benchmarks.ratio.UsersRatio;
import dev.goldenpath.benchmarks.ratio.WitnessRatio;
import dev.goldenpath.benchmarks.ratio.WitnessStart;
import dev.goldenpath.benchmarks.reports.ReportsRatio;
import dev.goldenpath.benchmarks.scan.ScanRatio;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs one benchmark. Exits with 1 when it broke or a limit was missed, with 2 when the command line is wrong.
 */
public final class Main {
    private static final List<Benchmark> ALL = List.of(
            new HttpRatio(),
            new SocketRatio(),
            new ConnectRatio(),
            new ScanRatio(),
            new WitnessRatio(),
            new WitnessStart(),
            new ProbesRatio(),
            new ReportsRatio(),
            new UsersRatio(),
            new HttpAccuracy(),
            new UsersAccuracy());

    private Main() {}

    /** The command line; {@code --help} explains it. */
    public static void main(String[] arguments) {
        // The log of the HTTP client goes nowhere, as in most test projects; that needs no warning.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    private static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(Options.USAGE);
            return 0;
        }
        try {
            Options options = Options.parse(arguments);
            return find(options).run(options, out) ? 0 : 1;
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.print(Options.USAGE);
            return 2;
        } catch (IOException | RuntimeException e) {
            e.printStackTrace(err);
            return 1;
        }
    }

    private static Benchmark find(Options options) {
        return ALL.stream()
                .filter(benchmark -> benchmark.command().equals(options.command())
                        && benchmark.name().equals(options.name()))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no '" + options.command() + " " + options.name()
                        + "'. There is: "
                        + ALL.stream()
                                .map(benchmark -> benchmark.command() + " " + benchmark.name())
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
