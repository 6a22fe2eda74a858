package dev.goldenpath.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.report.EarlierRuns;
import dev.goldenpath.verdict.Verdict;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maven gives the goals no JUnit: core has it only where tests run. */
class WithoutJunitTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aRun() throws Exception {
        new Runs(folder).wrote("r1", Verdict.PASSED);
    }

    @Test
    void aRunIsReadReportedAndJudged() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(withoutJunit(), ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> loader.loadClass("org.junit.jupiter.api.Test"))
                    .isInstanceOf(ClassNotFoundException.class);

            Class<?> earlier = loader.loadClass(EarlierRuns.class.getName());
            Class<?> type = loader.loadClass(JudgedRun.class.getName());
            var constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            var judge = type.getDeclaredMethod("judge", Optional.class, earlier);
            judge.setAccessible(true);
            Object reports = judge.invoke(
                    constructor.newInstance(folder, false, "r1", false, null),
                    Optional.empty(),
                    earlier.getField("NONE").get(null));
            Object gate = reports.getClass().getMethod("gate").invoke(reports);

            assertThat(gate.getClass().getMethod("isGreen").invoke(gate)).isEqualTo(true);
        }
        assertThat(folder.resolve("worklog.md")).exists();
    }

    private static URL[] withoutJunit() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .map(Path::of)
                .filter(entry -> !entry.getFileName().toString().matches("(junit|opentest4j).*"))
                .map(WithoutJunitTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry.toString(), e);
        }
    }
}
