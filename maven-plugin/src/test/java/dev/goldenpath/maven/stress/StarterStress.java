package dev.goldenpath.maven.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code goldenpath init} writes into an empty folder is green by the command that it prints. */
class StarterStress {
    private static final Path CLI = Path.of("..", "cli", "target", "goldenpath-cli.jar");
    private static final Path PING = Path.of("src", "test", "projects", "starter", "Ping.java");
    private static final String COMMAND = "mvn -B -ntp ";

    @TempDir
    Path folder;

    @Test
    void againstTheExampleProduct() throws Exception {
        String printed = built(init("--package", "com.example.shop"));

        assertThat(printed)
                .contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0")
                .contains("Grades of the passes: 2 A.")
                .contains(": green\n")
                .contains("BUILD SUCCESS");
    }

    @Test
    void againstAService() throws Exception {
        Process ping = new ProcessBuilder(java(), PING.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(ping.getInputStream(), StandardCharsets.UTF_8))) {
            String printed = built(init("--url", "http://127.0.0.1:" + out.readLine() + "/ping"));

            assertThat(printed)
                    .contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0")
                    .contains("Grades of the passes: 1 B.")
                    .contains("BUILD SUCCESS");
        } finally {
            ping.destroy();
        }
    }

    @Test
    void aServiceThatIsGoneMakesItRed() throws Exception {
        String printed = built(init("--url", "http://127.0.0.1:1/ping"));

        assertThat(printed).contains("BLOCKED").contains("BUILD FAILURE");
    }

    /** What the command that was printed prints. */
    private String built(String printed) throws Exception {
        String command = printed.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(COMMAND + "verify"))
                .findFirst()
                .orElseThrow();
        String[] arguments = command.substring(COMMAND.length()).split(" ");
        return ShopBuild.at(folder).run(arguments);
    }

    private String init(String... options) throws Exception {
        if (!Files.exists(CLI)) {
            throw new IllegalStateException("Build the command line first: there is no " + CLI.toAbsolutePath());
        }
        List<String> command =
                new ArrayList<>(List.of(java(), "-jar", CLI.toRealPath().toString(), "init"));
        command.addAll(List.of(options));
        Path out = folder.resolveSibling(folder.getFileName() + "-init.txt");
        Process init = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!init.waitFor(1, TimeUnit.MINUTES)) {
            init.destroyForcibly();
            throw new IOException("init still runs after a minute");
        }
        String printed = Files.readString(out);
        Files.delete(out);
        assertThat(init.exitValue()).as(printed).isZero();
        return printed;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
