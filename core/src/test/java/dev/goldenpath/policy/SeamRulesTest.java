package dev.goldenpath.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.goldenpath.environment.PolicySettings;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who implements a seam in test code is found, and who uses one is not. */
@TestInstance(Lifecycle.PER_CLASS)
class SeamRulesTest {
    private static final String AUTHORIZER = """
            implements dev.goldenpath.client.RequestAuthorizer {
                public String user() { return "alice"; }
                public java.util.Map<String, String> headers() { return java.util.Map.of(); }
                public java.util.Optional<String> token() { return java.util.Optional.empty(); }
            }""";

    private static final String USERS = """
            implements dev.goldenpath.client.UserProvider {
                public boolean knows(String grant) { return true; }
                public dev.goldenpath.client.RequestAuthorizer authorizer(
                        dev.goldenpath.environment.UserAccount user, dev.goldenpath.client.Clients clients) {
                    return new Alice();
                }
                public void close() {}
            }""";

    private static final String PROXY =
            "class ChatIT { Object fake() { return java.lang.reflect.Proxy.newProxyInstance("
                    + "null, new Class<?>[] {%s.class}, (proxy, method, values) -> null); } }";

    @TempDir
    Path folder;

    private Sources sources;

    @BeforeEach
    void makeProject() {
        sources = new Sources(folder);
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void isFound(String rule, String words, List<String> code) throws Exception {
        assertThat(scan(code, List.of()))
                .satisfiesExactly(finding -> assertThat(finding)
                        .returns(rule, Finding::rule)
                        .returns(Effect.FAKE, Finding::effect)
                        .returns(words, Finding::words)
                        .returns(
                                "Use the client and the users that the environment declares, declare the class in "
                                        + "META-INF/services if it is an extension, or allow it with @AllowFake until a date.",
                                Finding::remedy));
    }

    @ParameterizedTest
    @MethodSource("honestTwins")
    void isNotFound(List<String> code) throws Exception {
        assertThat(scan(code, List.of())).isEmpty();
    }

    @Test
    void mainCodeMayImplementASeam() throws Exception {
        assertThat(scan(
                        List.of("class ChatIT { Object alice = new Alice(); }"),
                        List.of("public class Alice " + AUTHORIZER)))
                .isEmpty();
    }

    @Test
    void aDeclaredExtensionIsAllowedAndListed() throws Exception {
        Path services = Files.createDirectories(folder.resolve("test-classes/META-INF/services"));
        Files.writeString(
                services.resolve("dev.goldenpath.client.UserProvider"), "# ours\ncom.acme.Users # for staging\n\n");

        List<Finding> findings =
                scan(List.of("class ChatIT {}", "class Users " + USERS, "class Alice " + AUTHORIZER), List.of());

        assertThat(findings)
                .extracting(Finding::effect, Finding::words)
                .containsExactly(
                        tuple(
                                Effect.ALLOWED,
                                "ChatIT → Users implements dev.goldenpath.client.UserProvider in test code; declared as "
                                        + "an extension in META-INF/services"),
                        tuple(
                                Effect.ALLOWED,
                                "ChatIT → Users → Alice implements dev.goldenpath.client.RequestAuthorizer in test code; "
                                        + "part of an extension declared in META-INF/services"));
        assertThat(findings.get(0).remedy()).isEqualTo("See that it reaches the real service.");
    }

    @Test
    void aMockInADeclaredExtensionIsFoundForEveryTest() throws Exception {
        Path services = Files.createDirectories(folder.resolve("test-classes/META-INF/services"));
        Files.writeString(services.resolve("dev.goldenpath.client.ClientProvider"), "com.acme.Chats");

        assertThat(scan(
                        List.of("class ChatIT {}", "class Chats { String mock = \"org.mockito.Mockito\"; }"),
                        List.of()))
                .extracting(Finding::words)
                .containsExactly("ChatIT → Chats names org.mockito.Mockito in a text");
    }

    private List<Finding> scan(List<String> tests, List<String> main) throws Exception {
        Path jar = sources.jar(
                "library.jar",
                sources.compile(
                        "library",
                        List.of(),
                        "package dev.goldenpath.client; public interface Replayable { Object replay(); }"));
        List<Path> seen = new ArrayList<>(List.of(jar));
        if (!main.isEmpty()) {
            seen.add(sources.compile("classes", seen, inPackage(main)));
        }
        seen.add(0, sources.compile("test-classes", seen, inPackage(tests)));
        try (URLClassLoader loader = Sources.loader(seen.toArray(Path[]::new))) {
            return new MockScan(loader, PolicySettings.DEFAULT, Clock.systemUTC())
                    .scan(loader.loadClass("com.acme.ChatIT"));
        }
    }

    private static String[] inPackage(List<String> sources) {
        return sources.stream().map(source -> "package com.acme; " + source).toArray(String[]::new);
    }

    static Stream<Arguments> implementations() {
        String authorizer = " implements dev.goldenpath.client.RequestAuthorizer in test code";
        return Stream.of(
                seam(
                        "ChatIT → Alice" + authorizer,
                        "class ChatIT { Object alice = new Alice(); }",
                        "class Alice " + AUTHORIZER),
                seam(
                        "ChatIT → ChatIT$1" + authorizer,
                        "class ChatIT { Object alice = new dev.goldenpath.client.RequestAuthorizer() "
                                + AUTHORIZER.substring(AUTHORIZER.indexOf('{')) + "; }"),
                seam("ChatIT → ChatIT$Alice" + authorizer, "class ChatIT { static class Alice " + AUTHORIZER + " }"),
                seam(
                        "ChatIT → Alice" + authorizer,
                        "class ChatIT { Object alice = Alice.ONE; }",
                        "enum Alice " + AUTHORIZER.replaceFirst("\\{", "{ ONE;")),
                seam(
                        "ChatIT → Alice" + authorizer,
                        "class ChatIT { Object alice = new Alice(\"alice\"); }",
                        "record Alice(String user) "
                                + AUTHORIZER.replace("public String user() { return \"alice\"; }", "")),
                seam(
                        "ChatIT → Alice" + authorizer,
                        "class ChatIT { Object alice = new Alice(); }",
                        "class Alice " + AUTHORIZER.replace("dev.goldenpath.client.RequestAuthorizer", "Named"),
                        "interface Named extends dev.goldenpath.client.RequestAuthorizer {}"),
                seam(
                        "ChatIT implements dev.goldenpath.client.Replayable in test code",
                        "class ChatIT implements dev.goldenpath.client.Replayable { "
                                + "public Object replay() { return null; } }"),
                seam(
                        "ChatIT implements dev.goldenpath.client.Replayable in test code with a lambda",
                        "class ChatIT { dev.goldenpath.client.Replayable again = () -> null; }"),
                arguments(
                        "proxy-of-seam",
                        "ChatIT has dev.goldenpath.client.UserProvider and java.lang.reflect.Proxy, which can make an "
                                + "implementation of it",
                        List.of(PROXY.formatted("dev.goldenpath.client.UserProvider"))));
    }

    static Stream<List<String>> honestTwins() {
        return Stream.of(
                List.of("class ChatIT { dev.goldenpath.client.RequestAuthorizer alice; "
                        + "String user() { return alice.user(); } }"),
                List.of(
                        "class ChatIT { java.util.function.Supplier<dev.goldenpath.client.RequestAuthorizer> alice = () -> null; }"),
                List.of("class ChatIT { dev.goldenpath.client.RequestAuthorizer alice; "
                        + "java.util.function.Supplier<String> user = alice::user; }"),
                List.of(
                        "class ChatIT implements Named { public String user() { return null; } }",
                        "interface Named { String user(); }"),
                List.of(
                        "class ChatIT { Class<?> named = Named.class; }",
                        "interface Named extends dev.goldenpath.client.RequestAuthorizer {}"),
                List.of("class ChatIT {}", "class Unreached " + AUTHORIZER),
                List.of(PROXY.formatted("java.util.List")));
    }

    private static Arguments seam(String words, String... code) {
        return arguments("seam-in-test-code", words, List.of(code));
    }
}
