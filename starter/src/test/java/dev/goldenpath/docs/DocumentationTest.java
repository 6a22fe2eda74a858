package dev.goldenpath.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.EnvironmentLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every snippet in README and docs is a piece of something that compiles and runs, and every link leads somewhere. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");

    @Test
    void everyJavaSnippetIsPartOfATestThatRuns() {
        String sources = sources();

        assertThat(blocks("java").filter(block -> sources.contains(normalised(block))))
                .as("snippets found in the sources")
                .isNotEmpty();
        assertThat(blocks("java").filter(block -> !sources.contains(normalised(block))))
                .as("snippets that are part of no test")
                .isEmpty();
    }

    @Test
    void everyConfigurationSnippetLoads(@TempDir Path folder) throws IOException {
        List<String> snippets =
                blocks("yaml").filter(block -> block.contains("environments:")).toList();

        assertThat(snippets).isNotEmpty();
        for (String snippet : snippets) {
            Files.writeString(folder.resolve("goldenpath.yaml"), snippet);
            Map<String, String> variables = VARIABLE.matcher(snippet)
                    .results()
                    .map(match -> match.group(1))
                    .distinct()
                    .collect(Collectors.toMap(name -> name, name -> "some-value"));
            assertThat(new EnvironmentLoader(Map.of(), variables, folder)
                            .load(null)
                            .services())
                    .as(snippet)
                    .isNotEmpty();
        }
    }

    @Test
    void everyLinkLeadsToAFile() {
        for (Path page : pages()) {
            Matcher links = LINK.matcher(read(page));
            while (links.find()) {
                assertThat(page.resolveSibling(links.group(1)))
                        .as("link in %s", page)
                        .exists();
            }
        }
    }

    @Test
    void theContinuousIntegrationRunsTheReadmesCommands() {
        List<String> commands = shellBlocks(ROOT.resolve("README.md"));

        assertThat(commands).hasSize(2);
        assertThat(read(ROOT.resolve(".ci/run"))).endsWith(commands.get(1));
        assertThat(read(ROOT.resolve(".github/workflows/build.yml")))
                .contains(commands.get(0).strip())
                .contains(commands.get(1).strip());
    }

    private static List<String> shellBlocks(Path page) {
        return BLOCK.matcher(read(page))
                .results()
                .filter(match -> match.group(1).equals("sh"))
                .map(match -> match.group(2))
                .toList();
    }

    private static Stream<String> blocks(String language) {
        return pages().stream()
                .flatMap(page -> BLOCK.matcher(read(page)).results())
                .filter(match -> match.group(1).equals(language))
                .map(match -> match.group(2));
    }

    private static List<Path> pages() {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(
                                            "README.md",
                                            "CONTRIBUTING.md",
                                            "benchmarks/README.md",
                                            "examples/stack/README.md")
                                    .map(ROOT::resolve),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sources() {
        return Stream.of(
                        "examples/golden-path/src/test/java",
                        "core/src/test/java",
                        "websocket/src/test/java",
                        "starter/src/test/java")
                .map(ROOT::resolve)
                .flatMap(DocumentationTest::javaFiles)
                .map(DocumentationTest::read)
                .map(DocumentationTest::normalised)
                .collect(Collectors.joining(" "));
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String normalised(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
