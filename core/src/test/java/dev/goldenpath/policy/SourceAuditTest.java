package dev.goldenpath.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.goldenpath.environment.PolicyRule;
import dev.goldenpath.environment.PolicySettings;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceAuditTest {
    private static final String HEAD = "package com.acme; import static org.assertj.core.api.Assertions.assertThat;"
            + " import org.junit.jupiter.api.*; import dev.goldenpath.jupiter.GoldenPath; ";
    private static final String CHAT = HEAD + """
            @GoldenPath class ChatIT {
                static String token;
                @Test void sleeps() throws Exception {
                    Thread.sleep(1);
                    assertThat(1).isOne();
                }
                @Test void says() { Calls.quietly(); }
                @Test private void hidden() { assertThat(System.getenv("TOKEN")).isNull(); }
                @Test void runs() { new Thread(() -> new okhttp3.OkHttpClient()).start(); call("Bearer s3cr3t-t0ken"); assertThat(1).isOne(); }
                void call(String text) { call("https://alice:s3cr3t@api.example.com:8443/orders"); }
            }
            """;
    private static final String CALLS = HEAD + """
            class Calls {
                static void quietly() {
                    try { Class.forName("x"); }
                    catch (Exception e) { }
                    try { Integer.parseInt("x"); }
                    catch (IllegalStateException | AssertionError e) { }
                }
            }
            """;
    private static final String EMPTY = HEAD + "@GoldenPath class EmptyIT { EmptyIT() {} }";
    private static final String HONEST =
            HEAD + "@GoldenPath class HonestIT { @Test void reads() { assertThat(1).isOne(); }"
                    + " @Nested class Inner { @Test void reads() { assertThat(1).isOne(); } } }";

    @TempDir
    Path folder;

    @Test
    void tellsWhatItHasFoundAndWhere() throws IOException {
        List<Finding> findings =
                audit(PolicySettings.DEFAULT, CHAT, CALLS, EMPTY, HONEST).findings();

        assertThat(findings)
                .extracting(Finding::rule, Finding::effect, Finding::className, Finding::source, Finding::words)
                .containsExactly(
                        tuple(
                                "swallowed-throwable",
                                Effect.FAKE,
                                "com.acme.Calls",
                                "Calls.java:4",
                                "Calls.quietly() swallows Exception"),
                        tuple(
                                "swallowed-throwable",
                                Effect.FAKE,
                                "com.acme.Calls",
                                "Calls.java:6",
                                "Calls.quietly() swallows AssertionError"),
                        tuple(
                                "shared-state",
                                Effect.SMELL,
                                "com.acme.ChatIT",
                                "ChatIT.java",
                                "ChatIT has a static field that is not final: token"),
                        tuple(
                                "sleep",
                                Effect.SMELL,
                                "com.acme.ChatIT",
                                "ChatIT.java:4",
                                "ChatIT.sleeps() sleeps: java.lang.Thread.sleep"),
                        tuple(
                                "no-assertion",
                                Effect.FAKE,
                                "com.acme.ChatIT",
                                "ChatIT.java:7",
                                "ChatIT.says() reaches no assertion"),
                        tuple(
                                "direct-setting",
                                Effect.SMELL,
                                "com.acme.ChatIT",
                                "ChatIT.java:8",
                                "ChatIT.hidden() reads a setting directly: System.getenv(\"TOKEN\")"),
                        tuple(
                                "not-run",
                                Effect.UNRUNNABLE,
                                "com.acme.ChatIT",
                                "ChatIT.java:8",
                                "ChatIT.hidden() is a private test"),
                        tuple(
                                "hard-coded-address",
                                Effect.SMELL,
                                "com.acme.ChatIT",
                                "ChatIT.java:9",
                                "ChatIT.runs() holds a token"),
                        tuple(
                                "own-client",
                                Effect.SMELL,
                                "com.acme.ChatIT",
                                "ChatIT.java:9",
                                "ChatIT.runs() makes a client of its own: new okhttp3.OkHttpClient"),
                        tuple(
                                "unjoined",
                                Effect.SMELL,
                                "com.acme.ChatIT",
                                "ChatIT.java:9",
                                "ChatIT.runs() starts work that its class never waits for: Thread.start"),
                        tuple(
                                "hard-coded-address",
                                Effect.SMELL,
                                "com.acme.ChatIT",
                                "ChatIT.java:10",
                                "ChatIT.call() holds the address https://api.example.com:8443"),
                        tuple(
                                "empty-class",
                                Effect.UNRUNNABLE,
                                "com.acme.EmptyIT",
                                "EmptyIT.java:1",
                                "EmptyIT is a golden-path class without a test"));
        assertThat(findings).allSatisfy(finding -> assertThat(finding.remedy()).isNotBlank());
    }

    @Test
    void scoresClassesByTheirSource() throws IOException {
        AuditResult result = audit(PolicySettings.DEFAULT, CHAT, CALLS, EMPTY, HONEST);

        assertThat(result.classes().score()).isEqualTo("1 of 4 classes are clean");
        assertThat(result.classes().clean()).hasSize(1);
    }

    @Test
    void settingsGiveARuleAnotherEffectOrSwitchItOff() throws IOException {
        PolicySettings settings = new PolicySettings(
                List.of(),
                List.of("com.acme.Calls"),
                Map.of(PolicyRule.SLEEP, Effect.FAKE),
                Set.of(PolicyRule.SHARED_STATE, PolicyRule.SWALLOWED_THROWABLE));

        assertThat(audit(settings, CHAT, CALLS).findings())
                .extracting(Finding::rule, Finding::effect)
                .contains(tuple("sleep", Effect.FAKE))
                .extracting(found -> found.toArray()[0])
                .doesNotContain("shared-state", "swallowed-throwable", "no-assertion");
    }

    @Test
    void tellsWhatATestLeadsTo() throws IOException {
        String other = HEAD + """
                @GoldenPath class OtherIT {
                    @BeforeEach void before() { Calls.quietly(); }
                    @Test void reads() { assertThat(1).isOne(); }
                    @Nested class Inner { @Test void reads() { assertThat(1).isOne(); } }
                }
                """;
        AuditResult result = audit(PolicySettings.DEFAULT, CHAT, CALLS, other);

        assertThat(result.ledToBy("com.acme.ChatIT", "sleeps"))
                .extracting(Finding::rule)
                .containsExactly("sleep");
        assertThat(result.ledToBy("com.acme.ChatIT", "says"))
                .extracting(Finding::rule)
                .containsExactly("swallowed-throwable", "swallowed-throwable", "no-assertion");
        assertThat(result.ledToBy("com.acme.OtherIT", "reads")).hasSize(2);
        assertThat(result.ledToBy("com.acme.OtherIT$Inner", "reads")).hasSize(2);
        assertThat(result.ledToBy("com.acme.Unknown", "reads")).isEmpty();
    }

    @Test
    void judgesAnInheritedTestInEachClass() throws IOException {
        String base = HEAD + "abstract class Base { @Test void smoke() { check(); } abstract void check(); }";
        String empty = HEAD + "@GoldenPath class EmptyIT extends Base { void check() { } }";
        String full = HEAD + "@GoldenPath class FullIT extends Base { void check() { assertThat(1).isOne(); } }";

        AuditResult result = audit(PolicySettings.DEFAULT, base, empty, full);

        assertThat(result.findings())
                .extracting(Finding::className, Finding::source, Finding::words)
                .containsExactly(tuple("com.acme.EmptyIT", "Base.java:1", "EmptyIT.smoke() reaches no assertion"));
        assertThat(result.ledToBy("com.acme.EmptyIT", "smoke")).hasSize(1);
        assertThat(result.ledToBy("com.acme.FullIT", "smoke")).isEmpty();
        assertThat(result.classes().score()).isEqualTo("2 of 3 classes are clean");
    }

    @Test
    void aClassThatCannotBeReadIsAFinding() throws IOException {
        Path classes = new Sources(folder).compile("classes", List.of(), HONEST, CALLS);
        Path file = classes.resolve("com/acme/Calls.class");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));

        assertThat(audit(classes, PolicySettings.DEFAULT, "com.acme.HonestIT", "com.acme.Calls", "com.acme.Missing"))
                .satisfies(result -> assertThat(result.classes().score()).isEqualTo("1 of 3 classes are clean"))
                .satisfies(result -> assertThat(result.findings())
                        .extracting(Finding::rule, Finding::effect, Finding::className)
                        .containsExactly(
                                tuple("unreadable-class", Effect.UNRUNNABLE, "com.acme.Calls"),
                                tuple("unreadable-class", Effect.UNRUNNABLE, "com.acme.Missing")))
                .satisfies(result -> assertThat(result.findings().get(1).words())
                        .isEqualTo("The class file of com.acme.Missing can't be found by its class loader"));
    }

    @Test
    void everyTruncationOfAClassIsAFindingAndNoException() throws IOException {
        Path classes = new Sources(folder).compile("classes", List.of(), CALLS);
        Path file = classes.resolve("com/acme/Calls.class");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 37) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThat(audit(classes, PolicySettings.DEFAULT, "com.acme.Calls").findings())
                    .as("%d of %d bytes", length, whole.length)
                    .extracting(Finding::rule)
                    .containsExactly("unreadable-class");
        }
    }

    @Test
    void findsGoldenPathClassesThatWereNotNamed() throws IOException {
        Path classes = new Sources(folder).compile("classes", List.of(), HONEST, EMPTY);

        AuditResult result = audit(classes, PolicySettings.DEFAULT, "com.acme.HonestIT", "com.acme.HonestIT$Inner");

        assertThat(result.findings())
                .extracting(Finding::rule, Finding::className, Finding::source)
                .containsExactly(tuple("empty-class", "com.acme.EmptyIT", "EmptyIT.java"));
        assertThat(result.classes().score()).isEqualTo("1 of 1 class is clean");
    }

    private AuditResult audit(PolicySettings settings, String... sources) throws IOException {
        Sources compiler = new Sources(folder);
        Path stubs = compiler.compile("stubs", List.of(), Stubs.SOURCES);
        Path classes = compiler.compile("classes", List.of(stubs), sources);
        try (Stream<Path> files = Files.walk(classes)) {
            String[] names = files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .toArray(String[]::new);
            return audit(classes, settings, names);
        }
    }

    private static AuditResult audit(Path classes, PolicySettings settings, String... names) throws IOException {
        try (URLClassLoader loader = Sources.loader(classes)) {
            return new SourceAudit(loader, settings).audit(List.of(names));
        }
    }
}
