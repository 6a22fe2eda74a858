package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunIdTest {
    /** What makes a JVM look like Maven's own. */
    private static final String LIKE_MAVEN = "plexus-classworlds.jar";

    @Test
    void isProcessAndStartOfTheMavenJvmItself() throws Exception {
        Run run = run(LIKE_MAVEN);
        assertThat(run.printed).startsWith(run.pid + "-");
    }

    @Test
    void isThatOfTheMavenJvmInItsForks() throws Exception {
        Run run = run(LIKE_MAVEN, "fork");
        assertThat(run.printed).startsWith(run.pid + "-");
    }

    private record Run(String printed, long pid) {}

    private static Run run(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folderOf(RunIdMain.class) + File.pathSeparator + folderOf(RunId.class),
                RunIdMain.class.getName());
        builder.command().addAll(List.of(arguments));
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip(), process.pid());
    }

    private static String folderOf(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }
}
