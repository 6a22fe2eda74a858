package dev.goldenpath.benchmarks.scan;

import dev.goldenpath.benchmarks.frame.Finished;
import dev.goldenpath.benchmarks.frame.JavaCommand;
import dev.goldenpath.benchmarks.frame.Samples;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The source audit against the import of the same classes by ArchUnit, which does no more than read them. */
final class AuditRatio {
    /** An import takes half a minute. */
    private static final int PAIRS = 3;

    /** More than the import of 10,000 classes keeps. */
    private static final String HEAP = "-Xmx3g";

    private AuditRatio() {}

    static void measure(Path folder, GeneratedClasses classes, PrintStream out) throws IOException {
        List<Double> imports = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            boolean auditFirst = i % 2 == 0;
            double first = seconds(folder, classes, auditFirst ? AuditProcess.class : ImportProcess.class);
            double second = seconds(folder, classes, auditFirst ? ImportProcess.class : AuditProcess.class);
            imports.add(auditFirst ? second : first);
            ratios.add(auditFirst ? first / second : second / first);
        }
        out.println("RATIO scan.audit-over-archunit " + samples(ratios));
        out.println("BASE scan.archunit-seconds " + samples(imports));
    }

    private static double seconds(Path folder, GeneratedClasses classes, Class<?> process) throws IOException {
        List<String> command = new ArrayList<>(new JavaCommand(
                        process,
                        List.of(classes.folder()),
                        List.of(classes.folder().toString(), Integer.toString(classes.count())))
                .builder()
                .command());
        // The last of several holds.
        command.add(command.indexOf("-cp"), HEAP);
        Finished done = Finished.run(folder, command);
        String[] words = done.output().strip().split(" ", -1);
        if (done.exitCode() != 0 || words.length != 2 || Integer.parseInt(words[1]) != classes.count()) {
            throw new IOException(process.getSimpleName() + " of " + classes.count() + " classes: " + done.output());
        }
        return Double.parseDouble(words[0]);
    }

    private static Samples samples(List<Double> values) {
        return Samples.of(values.stream().mapToDouble(value -> value));
    }
}
