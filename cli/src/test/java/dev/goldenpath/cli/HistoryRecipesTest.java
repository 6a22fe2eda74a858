package dev.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.history.History;
import dev.goldenpath.history.HistoryRun;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The recipes of {@code docs/history.md} for CI servers, as far as they run without one. */
class HistoryRecipesTest {
    private static final Path PAGE = Path.of("..", "docs", "history.md").toAbsolutePath();
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");
    private static final String CLI = "java -jar goldenpath-cli.jar";
    private static final String TESTS = "mvn -B -ntp verify";

    @TempDir
    Path base;

    private Path folder;

    @BeforeEach
    void aRepositoryWithAnOrigin() throws Exception {
        folder = Files.createDirectories(base.resolve("work"));
        sh("git init -q --bare ../origin && git init -q . && git remote add origin ../origin");
    }

    @Test
    void theBranchHasTheHistoryOfAllRuns() throws Exception {
        List<String> commands = commands(recipes().get(1));
        assertThat(commands).hasSize(3);

        for (int run = 1; run <= 2; run++) {
            Files.deleteIfExists(folder.resolve("history.jsonl"));
            SampleLog.of(folder.resolve("target/goldenpath"), "r" + run)
                    .test(Verdict.PASSED)
                    .ended(run);
            for (String command : commands) {
                sh(command);
            }
        }
        sh("git fetch -q origin golden-path-history && git show FETCH_HEAD:history.jsonl > kept.jsonl"
                + " && git rev-list --count FETCH_HEAD > count.txt");
        assertThat(History.read(folder.resolve("kept.jsonl")).runs())
                .extracting(HistoryRun::run)
                .containsExactly("r1", "r2");
        assertThat(folder.resolve("count.txt")).hasContent("1");
    }

    @Test
    void theOtherRecipesAreYamlAndRunTheirCommands() throws Exception {
        List<Object> recipes = recipes();
        assertThat(recipes).hasSize(3);
        SampleLog.of(folder.resolve("target/goldenpath"), "r1")
                .test(Verdict.PASSED)
                .ended(1);

        List<String> commands = new ArrayList<>(commands(recipes.get(0)));
        commands.addAll(commands(recipes.get(2)));
        assertThat(commands).hasSize(4);
        // Both servers run the same two.
        for (String command : new LinkedHashSet<>(commands)) {
            sh(command);
        }
        assertThat(History.read(folder.resolve("history.jsonl")).runs()).hasSize(1);
    }

    private static List<Object> recipes() throws IOException {
        return YAML.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .map(text -> new Load(LoadSettings.builder().build()).loadFromString(text))
                .toList();
    }

    /** What stands in {@code run}, {@code script} and {@code after_script}, in this order. */
    private static List<String> commands(Object recipe) {
        List<String> commands = new ArrayList<>();
        if (recipe instanceof List<?> all) {
            all.forEach(each -> commands.addAll(commands(each)));
        } else if (recipe instanceof Map<?, ?> map) {
            for (String key : List.of("run", "script", "after_script")) {
                Object value = map.get(key);
                if (value instanceof List<?> several) {
                    several.forEach(each -> commands.add(String.valueOf(each)));
                } else if (value != null) {
                    commands.add(String.valueOf(value));
                }
            }
            map.values().stream().filter(Map.class::isInstance).forEach(each -> commands.addAll(commands(each)));
        }
        return commands;
    }

    /** As such a server runs it: by a shell that ends with the first command that fails. */
    private void sh(String command) throws Exception {
        String java = String.join(" ", Invocation.java(Main.class).command());
        Path script = Files.writeString(
                base.resolve("script.sh"), command.replace(CLI, java).replace(TESTS, "true"));
        Path out = base.resolve("out.txt");
        Process shell = new ProcessBuilder("sh", "-e", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!shell.waitFor(1, TimeUnit.MINUTES)) {
            shell.destroyForcibly();
            throw new AssertionError("Still running after a minute: " + command);
        }
        assertThat(shell.exitValue()).as(command + "\n" + Files.readString(out)).isZero();
    }
}
