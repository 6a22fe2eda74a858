package dev.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentLoader;
import dev.goldenpath.evidence.Redaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What {@code goldenpath init} writes and says. A build of both projects is in {@code StarterStress} of the Maven plugin. */
class InitiationTest {
    private static final String URL = "https://api.staging.example.com/shop/health";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path base;

    @Test
    void writesAProjectForTheExampleProductAndTellsHowToRunIt() throws IOException {
        Path folder = base.resolve("my tests");

        assertThat(init(folder, null, "com.example.shop", false)).isEqualTo(ExitCode.PASS);
        assertThat(printed().replace(folder.toString(), "my tests"))
                .isEqualTo("""
                Wrote a project that tests the example product:
                  my tests/pom.xml
                  my tests/goldenpath.yaml
                  my tests/src/test/java/com/example/shop/ChatGoldenPathIT.java
                  my tests/.gitignore

                Run it:
                  mvn -B -ntp verify -f "my tests"

                Golden Path 0.1.0-SNAPSHOT is not released. Put it into your Maven repository first, from its sources:
                  mvn -B -ntp install -DskipUnitTests -DskipITs
                """.replace("0.1.0-SNAPSHOT", version()));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(4);
        }
    }

    @Test
    void theDocumentedSampleIsWhatIsPrinted() throws IOException {
        init(base.resolve("shop-tests"), null, "com.example", false);
        String printed = printed().replace(base + "/", "");

        assertThat(Files.readString(Path.of("..", "docs", "cli.md")))
                .contains("```text\n" + printed.substring(0, printed.indexOf("\n\nGolden Path ")) + "\n```\n");
    }

    @Test
    void writesAProjectForAServiceAndTellsWhatItsTestExpects() {
        init(base, URL, "com.example", false);

        assertThat(printed())
                .startsWith("Wrote a project that tests https://api.staging.example.com:\n")
                .endsWith("\n\nIts test asks for /shop/health and expects 200: correct it where that is not what"
                        + " https://api.staging.example.com says.\n");
        assertThat(base.resolve("goldenpath.yaml")).content().contains("    remote: true\n");
    }

    @Test
    void thisMachineIsKnownInAnyCase() throws Exception {
        assertThat(init(base, "http://LocalHost:8080/health", "com.example", false))
                .isEqualTo(ExitCode.PASS);
        assertThat(base.resolve("goldenpath.yaml")).content().contains("    remote: false\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", URL, "http://127.0.0.1:8080", "http://[::1]:8080/a'b", "http://localhost"})
    void whatIsWrittenIsWellFormedLoadsAndCompiles(String url) throws Exception {
        assertThat(init(base, url.isEmpty() ? null : url, "com.example.shop", false))
                .isEqualTo(ExitCode.PASS);

        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file)
                        .content()
                        .doesNotContain("{{")
                        .doesNotContain("}}")
                        .endsWith("\n");
            }
        }
        Document pom = xml(base.resolve("pom.xml"));
        assertThat(pom.getElementsByTagName("maven.compiler.release").item(0).getTextContent())
                .isEqualTo("17");
        assertThat(new String(Files.readAllBytes(base.resolve("pom.xml")), StandardCharsets.UTF_8))
                .contains("<goldenpath.version>" + version() + "</goldenpath.version>");
        Environment environment = new EnvironmentLoader(Map.of(), Map.of(), base).load(null);
        assertThat(environment.services()).containsKey("backend");
        assertThat(compiled()).isTrue();
    }

    @Test
    void itsPluginsAreThoseOfThisBuild() throws Exception {
        init(base, null, "com.example", false);
        Map<String, String> ours = plugins(Path.of("..", "pom.xml"));

        plugins(base.resolve("pom.xml")).forEach((plugin, version) -> {
            if (!plugin.equals("maven-antrun-plugin") && !plugin.equals("goldenpath-maven-plugin")) {
                assertThat(ours).containsEntry(plugin, version);
            }
        });
    }

    @Test
    void whatIsThereIsNamedAndStaysUnlessForced() throws IOException {
        Files.writeString(base.resolve("pom.xml"), "mine");
        Files.writeString(base.resolve(".gitignore"), "mine");

        assertThat(init(base, null, "com.example", false).number()).isEqualTo(6);
        assertThat(printed())
                .isEqualTo("In " + base + " there are already pom.xml, .gitignore. Nothing was written. Name another"
                        + " folder, or overwrite with --force.\n");
        assertThat(base.resolve("pom.xml")).hasContent("mine");
        assertThat(base.resolve("goldenpath.yaml")).doesNotExist();

        assertThat(init(base, null, "com.example", true)).isEqualTo(ExitCode.PASS);
        assertThat(base.resolve("pom.xml")).content().contains("goldenpath-bom");
    }

    @Test
    void filesThatAreInNobodysWayStay() throws IOException {
        Files.writeString(base.resolve("README.md"), "mine");

        assertThat(init(base, null, "com.example", false)).isEqualTo(ExitCode.PASS);
        assertThat(base.resolve("README.md")).hasContent("mine");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(base.resolve("tests"), "mine");

        assertThat(init(file, null, "com.example", true).number()).isEqualTo(6);
        assertThat(printed()).isEqualTo(file + " is a file. Name a folder, which need not be there yet.\n");
    }

    @ParameterizedTest
    @CsvSource({
        "api.example.com, it begins neither with http:// nor with https://",
        "ftp://api.example.com, it begins neither with http:// nor with https://",
        "http://, it is no URL",
        "http:///path, it has no host",
        "http://a b, it is no URL",
        "http://alice:secret@api.example.com, 'it has a user in it, and credentials belong in ''users'' of goldenpath.yaml'",
        "http://api.example.com/?a=b, it has a query or a fragment",
        "http://api.example.com/#a, it has a query or a fragment",
        "http://api.example.com/{a}, it is no URL"
    })
    void aUrlThatIsNoneIsRefused(String url, String why) {
        assertThat(init(base, url, "com.example", false).number()).isEqualTo(6);
        assertThat(printed())
                .isEqualTo("--url " + url.replace("secret", "***") + " is not the address of a service: " + why
                        + ". Give one such as https://api.staging.example.com or http://localhost:8080/health.\n");
        assertThat(base).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "com..example", "com.example.", "com.new.shop", "com.ex-ample", "1com", "com/example", ".."})
    void aNameThatNoPackageHasIsRefused(String name) {
        assertThat(init(base, null, name, false).number()).isEqualTo(6);
        assertThat(printed())
                .isEqualTo("--package " + name + " is no name of a Java package. Give one such as com.example.shop.\n");
        assertThat(base).isEmptyDirectory();
    }

    @Test
    void aHoleThatNothingFillsIsNeverWritten() {
        assertThatThrownBy(() -> Templates.filled("pom.xml", new HashMap<>()))
                .hasMessage("pom.xml has a hole 'package', and nothing fills it.");
    }

    @Test
    void theCommandWritesIntoTheWorkingDirectory() throws Exception {
        Invocation.Ended ended = Invocation.of(base, "init").run();

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("\n  pom.xml\n").contains("\nRun it:\n  mvn -B -ntp verify\n");
        assertThat(ended.exitCode()).isZero();
        assertThat(Invocation.of(base, "init").run().exitCode()).isEqualTo(6);
    }

    private boolean compiled() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> sources;
        try (Stream<Path> files = Files.walk(base)) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        assertThat(sources).hasSize(1);
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            return compiler.getTask(
                            null,
                            files,
                            null,
                            List.of(
                                    "-d",
                                    base.toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-Xlint:all,-processing,-classfile",
                                    "-Werror",
                                    "-proc:none"),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
    }

    private static Map<String, String> plugins(Path pom) throws Exception {
        Map<String, String> versions = new HashMap<>();
        NodeList plugins = xml(pom).getElementsByTagName("plugin");
        for (int i = 0; i < plugins.getLength(); i++) {
            Element plugin = (Element) plugins.item(i);
            NodeList version = plugin.getElementsByTagName("version");
            if (version.getLength() > 0) {
                versions.put(
                        plugin.getElementsByTagName("artifactId").item(0).getTextContent(),
                        version.item(0).getTextContent());
            }
        }
        return versions;
    }

    private static Document xml(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static String version() {
        return String.valueOf(Versions.all().get("goldenpath"));
    }

    private ExitCode init(Path folder, @Nullable String url, String packageName, boolean force) {
        printed.reset();
        Redaction redaction = new Redaction();
        Screen screen = new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), false, false, redaction);
        return new Initiation(folder, url, packageName, force, redaction, screen).run();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
