package dev.goldenpath.benchmarks.scan;

import dev.goldenpath.environment.PolicySettings;
import dev.goldenpath.evidence.Audit;
import dev.goldenpath.policy.SourceAudit;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Audits all generated classes once, in a JVM that has done nothing else. */
final class AuditProcess {
    private AuditProcess() {}

    /** Takes their folder and number; prints seconds and the number of classes audited. */
    public static void main(String[] arguments) {
        GeneratedClasses classes = new GeneratedClasses(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        List<String> names =
                IntStream.range(0, classes.count()).mapToObj(classes::name).toList();
        long start = System.nanoTime();
        Audit audited = new SourceAudit(AuditProcess.class.getClassLoader(), PolicySettings.DEFAULT)
                .audit(names)
                .classes();
        System.out.println((System.nanoTime() - start) / 1e9 + " "
                + (audited.clean().size() + audited.flawed().size()));
    }
}
