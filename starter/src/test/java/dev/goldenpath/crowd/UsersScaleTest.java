package dev.goldenpath.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Fifty users with HTTP and WebSockets; the profile {@code scale} has 2,000, or 500 where there are no virtual threads. */
class UsersScaleTest {
    private static final int LIMIT_SECONDS = 300;

    @RegisterExtension
    static final EchoProcess SERVICE = new EchoProcess();

    @TempDir
    private Path folder;

    @Test
    void fiftyUsersAreThereAtOnceAndCostLittle() throws Exception {
        CrowdRun.prepare(folder, SERVICE, 50);

        assertThat(CrowdRun.of(folder, "few", "fifty")).containsExactly("few: SUCCESSFUL", "fifty: SUCCESSFUL");
    }

    @Test
    @EnabledIfSystemProperty(named = "crowd.scale", matches = "true")
    @EnabledForJreRange(min = JRE.JAVA_21)
    void twoThousandUsersAreThereAtOnceAndCostLittle() throws Exception {
        CrowdRun.prepare(folder, SERVICE, 2_000);

        assertThat(CrowdRun.of(folder, "few", "twoThousand"))
                .containsExactly("few: SUCCESSFUL", "twoThousand: SUCCESSFUL");
    }

    @Test
    @EnabledIfSystemProperty(named = "crowd.scale", matches = "true")
    @EnabledForJreRange(max = JRE.JAVA_20)
    void platformThreadsAreForFiveHundredUsersAndNoneMore() throws Exception {
        CrowdRun.prepare(folder, SERVICE, 501);

        assertThat(CrowdRun.of(folder, "few", "fiveHundred", "oneMore"))
                .containsExactly(
                        "few: SUCCESSFUL",
                        "fiveHundred: SUCCESSFUL",
                        "oneMore: FAILED, java.lang.IllegalStateException: 501 users at once need virtual threads, "
                                + "which JDK " + Runtime.version().feature()
                                + " does not have: at most 500 can run on it. Run the tests on JDK 21 or later, or ask "
                                + "for fewer.");
    }

    @Test
    @EnabledIfSystemProperty(named = "crowd.scale", matches = "true")
    @EnabledOnOs(OS.LINUX)
    void whoMayNotOpenAConnectionForEachUserIsTold() throws Exception {
        CrowdRun.prepare(folder, SERVICE, 500);
        Path told = folder.resolve("told");
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -n 400; exec \"$@\"", "sh"));
        command.addAll(EchoProcess.java(CrowdRun.class));
        command.addAll(List.of(folder.toString(), "fiveHundred"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(told.toFile())
                .start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(Files.readString(told, StandardCharsets.UTF_8))
                .containsPattern(
                        "fiveHundred: FAILED, java.lang.IllegalStateException: 500 users at once need a "
                                + "connection each, and this process may have 400 files and connections open, of which \\d+ are\\. ");
    }
}
