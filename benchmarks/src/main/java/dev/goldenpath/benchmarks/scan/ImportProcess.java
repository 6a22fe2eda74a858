package dev.goldenpath.benchmarks.scan;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** Has ArchUnit import all generated classes once, in a JVM that has done nothing else. */
final class ImportProcess {
    private ImportProcess() {}

    /** Takes their folder and number; prints seconds and the number of classes imported. */
    public static void main(String[] arguments) {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        long start = System.nanoTime();
        int imported = new ClassFileImporter().importPath(Path.of(arguments[0])).size();
        System.out.println((System.nanoTime() - start) / 1e9 + " " + imported);
    }
}
