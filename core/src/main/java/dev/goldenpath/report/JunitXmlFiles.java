package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedTest;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JUnit XML of a run in as many files as it takes: some readers refuse larger ones. Each is a whole document, with
 * counts of its own that add up to those of the run.
 */
final class JunitXmlFiles {
    /** Some way below the 30 MB that GitLab reads. */
    static final long LARGEST = 28_000_000;

    private static final Pattern FURTHER = Pattern.compile("goldenpath-junit-(\\d{1,9})\\.xml");

    private JunitXmlFiles() {}

    /** Where files are written. */
    interface Target {
        /** Writes the file of this name anew. */
        void write(String name, Text text) throws IOException;
    }

    /** A file's text, as it writes itself. */
    interface Text {
        void writeTo(Writer writer) throws IOException;
    }

    /**
     * Writes the files: {@code goldenpath-junit.xml}, {@code goldenpath-junit-2.xml} and so on.
     *
     * @param largest bytes of one file
     * @return their names
     * @throws IOException when one can't be written
     */
    static List<String> write(JunitXml xml, long largest, Target target) throws IOException {
        List<LoggedTest> tests = xml.tests();
        List<Long> ends = new ArrayList<>();
        List<Long> whole = new ArrayList<>();
        target.write(name(1), writer -> {
            CountingWriter counting = new CountingWriter(writer);
            xml.write(tests, counting, test -> ends.add(counting.bytes()));
            whole.add(counting.bytes());
        });
        List<List<LoggedTest>> parts = whole.get(0) <= largest ? List.of() : parts(tests, ends, largest);
        if (parts.size() < 2) {
            return List.of(name(1));
        }
        List<String> names = new ArrayList<>();
        for (List<LoggedTest> part : parts) {
            names.add(name(names.size() + 1));
            target.write(names.get(names.size() - 1), writer -> xml.write(part, writer, test -> {}));
        }
        return names;
    }

    /**
     * As many tests in each as it holds, and one at least.
     *
     * @param ends how many bytes the one document of all had behind each test
     */
    private static List<List<LoggedTest>> parts(List<LoggedTest> tests, List<Long> ends, long largest) {
        List<List<LoggedTest>> parts = new ArrayList<>();
        // Each part begins as the first one did, and may begin within a class: what stands before the first test,
        // twice.
        long room = largest - 2 * (ends.isEmpty() ? 0 : ends.get(0));
        int from = 0;
        for (int i = 1; i <= tests.size(); i++) {
            long before = from == 0 ? 0 : ends.get(from - 1);
            if (i == tests.size() || ends.get(i) - before > room) {
                parts.add(tests.subList(from, i));
                from = i;
            }
        }
        return parts;
    }

    private static String name(int number) {
        return number == 1 ? Reports.JUNIT_XML : Reports.JUNIT_XML.replace(".xml", "-" + number + ".xml");
    }

    /** Removes files of an earlier making that {@code made} has no more. */
    static void removeFurther(Path folder, List<String> made) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.toList();
        }
        for (Path file : all) {
            String name = file.getFileName().toString();
            Matcher matcher = FURTHER.matcher(name);
            if (matcher.matches() && !made.contains(name)) {
                Files.deleteIfExists(file);
            }
        }
    }
}
