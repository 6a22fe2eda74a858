package dev.goldenpath.benchmarks.scan;

import dev.goldenpath.benchmarks.frame.Benchmark;
import dev.goldenpath.benchmarks.frame.Finished;
import dev.goldenpath.benchmarks.frame.JavaCommand;
import dev.goldenpath.benchmarks.frame.Machine;
import dev.goldenpath.benchmarks.frame.Options;
import dev.goldenpath.benchmarks.frame.Samples;
import dev.goldenpath.benchmarks.frame.TemporaryFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What it costs a run to look for fakes in the code of its tests. */
public final class ScanRatio implements Benchmark {

    @Override
    public String command() {
        return "ratio";
    }

    @Override
    public String name() {
        return "scan";
    }

    @Override
    public boolean run(Options options, PrintStream out) throws IOException {
        long start = System.nanoTime();
        try (TemporaryFolder folder = new TemporaryFolder()) {
            GeneratedClasses classes =
                    GeneratedClasses.write(Files.createDirectory(folder.path().resolve("classes")), options.calls());
            List<double[]> runs = new ArrayList<>();
            for (int i = 0; i < options.blocks(); i++) {
                runs.add(measure(folder.path(), classes));
            }
            out.println("RATIO scan.seconds " + figure(runs, 0));
            out.println("RATIO scan.mb " + figure(runs, 1));
            AuditRatio.measure(folder.path(), classes, out);
        }
        Machine.print(out, start);
        return true;
    }

    private static Samples figure(List<double[]> runs, int column) {
        return Samples.of(runs.stream().mapToDouble(run -> run[column]));
    }

    private static double[] measure(Path folder, GeneratedClasses classes) throws IOException {
        Finished scan = Finished.run(
                folder,
                new JavaCommand(ScanProcess.class, List.of(classes.folder()), List.of(classes.name(0)))
                        .builder()
                        .command());
        String[] words = scan.output().strip().split(" ", -1);
        if (scan.exitCode() != 0 || words.length != 3 || Integer.parseInt(words[2]) != classes.count()) {
            throw new IOException("The scan of " + classes.count() + " classes said: " + scan.output());
        }
        return new double[] {Double.parseDouble(words[0]), Double.parseDouble(words[1])};
    }
}
