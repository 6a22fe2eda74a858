package dev.goldenpath.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.goldenpath.environment.PolicySettings;
import dev.goldenpath.evidence.Finding;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which code can lead to a mock is followed, and the same way to another library is not reported. */
@TestInstance(Lifecycle.PER_CLASS)
class MockScanTest {
    private static final String[] LIBRARY = {
        "package org.mockito; public class Mockito { public static <T> T mock(Class<T> type) { return null; } }",
        "package org.mockito; import java.lang.annotation.*; @Retention(RetentionPolicy.RUNTIME) "
                + "public @interface Mock {}",
        "package org.mockito; public interface Answer { void answer(); }",
        "package org.mockito; public class Base {}",
        "package org.mockito; public enum Answers { CALLS }",
    };

    @TempDir
    static Path folder;

    private URLClassLoader loader;
    private MockScan scan;

    @BeforeAll
    void compileAll() throws Exception {
        Sources sources = new Sources(folder);
        List<String> library = new ArrayList<>(List.of(LIBRARY));
        Stream.of(LIBRARY).map(MockScanTest::honest).forEach(library::add);
        Path jar = sources.jar("library.jar", sources.compile("library", List.of(), library.toArray(String[]::new)));
        List<String> code = new ArrayList<>();
        ways().forEach(way -> {
            for (String source : (String[]) way.get()[2]) {
                String faking = "package com.acme." + way.get()[0] + "; " + source;
                code.add(faking);
                code.add(honest(faking).replace("com.acme.", "com.acme.honest."));
            }
        });
        Path tests = sources.compile("test-classes", List.of(jar), code.toArray(String[]::new));
        loader = Sources.loader(tests, jar);
        scan = new MockScan(loader, PolicySettings.DEFAULT, Clock.systemUTC());
    }

    @AfterAll
    void closeLoader() throws Exception {
        loader.close();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void isFollowed(String way, String words, String... sources) throws Exception {
        assertThat(scan.scan(loader.loadClass("com.acme." + way + ".ChatIT")))
                .extracting(Finding::words)
                .containsExactly(words);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void isNoFakeByItself(String way, String words, String... sources) throws Exception {
        assertThat(scan.scan(loader.loadClass("com.acme.honest." + way + ".ChatIT")))
                .isEmpty();
    }

    static Stream<Arguments> ways() {
        String calls = "{ Object mock() { return org.mockito.Mockito.mock(Runnable.class); } }";
        return Stream.of(
                way("direct", "ChatIT uses org.mockito.Mockito", "class ChatIT " + calls),
                way("annotated", "ChatIT uses org.mockito.Mock", "@org.mockito.Mock class ChatIT {}"),
                way("field", "ChatIT uses org.mockito.Mock", "class ChatIT { @org.mockito.Mock Object chat; }"),
                way(
                        "parameter",
                        "ChatIT uses org.mockito.Mock",
                        "class ChatIT { void test(@org.mockito.Mock Object chat) {} }"),
                way("meta", "ChatIT → Faked uses org.mockito.Mock", "@Faked class ChatIT {}", """
                        @org.mockito.Mock
                        @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                        @interface Faked {}
                        """),
                way(
                        "valued",
                        "ChatIT uses org.mockito.Mockito",
                        "@With(org.mockito.Mockito.class) class ChatIT {}",
                        "@interface With { Class<?> value(); }"),
                way(
                        "base",
                        "ChatIT → BaseIT uses org.mockito.Mockito",
                        "class ChatIT extends BaseIT {}",
                        "class BaseIT " + calls),
                way(
                        "grandbase",
                        "ChatIT → MiddleIT → BaseIT uses org.mockito.Mockito",
                        "class ChatIT extends MiddleIT {}",
                        "class MiddleIT extends BaseIT {}",
                        "class BaseIT " + calls),
                way(
                        "interfaced",
                        "ChatIT → Chats uses org.mockito.Mockito",
                        "class ChatIT implements Chats {}",
                        "interface Chats { default Object mock() { return org.mockito.Mockito.mock(Runnable.class); } }"),
                way("superclass", "ChatIT uses org.mockito.Base", "class ChatIT extends org.mockito.Base {}"),
                way(
                        "helped",
                        "ChatIT → Helper → Other uses org.mockito.Mockito",
                        "class ChatIT { void test() { Helper.help(); } }",
                        "class Helper { static void help() { new Other().mock(); } }",
                        "class Other " + calls),
                way(
                        "lambda",
                        "ChatIT uses org.mockito.Mockito",
                        "class ChatIT { java.util.function.Supplier<?> chat = "
                                + "() -> org.mockito.Mockito.mock(Runnable.class); }"),
                way(
                        "reference",
                        "ChatIT uses org.mockito.Mockito",
                        "class ChatIT { java.util.function.Function<Class<Runnable>, Runnable> chat = "
                                + "org.mockito.Mockito::mock; }"),
                way(
                        "interfacelambda",
                        "ChatIT uses org.mockito.Answer",
                        "class ChatIT { Object chat() { org.mockito.Answer answer = () -> {}; return answer; } }"),
                way(
                        "nested",
                        "ChatIT → ChatIT$Chats uses org.mockito.Mockito",
                        "class ChatIT { static class Chats " + calls + " }"),
                way(
                        "anonymous",
                        "ChatIT → ChatIT$1 uses org.mockito.Answer",
                        "class ChatIT { Object chat() { return new org.mockito.Answer() { public void answer() {} }; } }"),
                way(
                        "local",
                        "ChatIT → ChatIT$1Chats uses org.mockito.Mockito",
                        "class ChatIT { void test() { class Chats " + calls + " new Chats(); } }"),
                way(
                        "generic",
                        "ChatIT uses org.mockito.Answer",
                        "class ChatIT { java.util.List<? extends org.mockito.Answer> chats; }"),
                way(
                        "bound",
                        "ChatIT uses org.mockito.Answer",
                        "class ChatIT { <LOW, HIGH extends Runnable & org.mockito.Answer> void test(HIGH low) {} }"),
                way("array", "ChatIT uses org.mockito.Answer", "class ChatIT { org.mockito.Answer[][] chats; }"),
                way(
                        "newarray",
                        "ChatIT uses org.mockito.Answer",
                        "class ChatIT { Object chats = new org.mockito.Answer[1][]; }"),
                way(
                        "thrown",
                        "ChatIT uses org.mockito.Answer",
                        "class ChatIT { boolean test(Object any) { return any instanceof org.mockito.Answer; } }"),
                way(
                        "constant",
                        "ChatIT uses org.mockito.Answers",
                        "class ChatIT { Object chat() { return org.mockito.Answers.CALLS; } }"),
                way(
                        "dotted",
                        "ChatIT names org.mockito.Mockito in a text",
                        "class ChatIT { Object chat() throws Exception { "
                                + "return Class.forName(\"org.mockito.Mockito\"); } }"),
                way(
                        "slashed",
                        "ChatIT names org.mockito.Mockito in a text",
                        "class ChatIT { String chat = \"org/mockito/Mockito\"; }"),
                way(
                        "arraytext",
                        "ChatIT uses org.mockito.Mockito",
                        "class ChatIT { String chat = \"[Lorg.mockito.Mockito;\"; }"),
                way(
                        "completed",
                        "ChatIT names org.mockito. in a text",
                        "class ChatIT { String chat(String name) { return \"org.mockito.\" + name; } }"),
                way(
                        "annotationtext",
                        "ChatIT names org.mockito.Mockito in a text",
                        "@With(\"org.mockito.Mockito#mock\") class ChatIT {}",
                        "@interface With { String value(); }"),
                way(
                        "owntext",
                        "ChatIT → Chats uses org.mockito.Mockito",
                        "class ChatIT { Object chat() throws Exception { "
                                + "return Class.forName(\"com.acme.owntext.Chats\"); } }",
                        "class Chats " + calls),
                way(
                        "source",
                        "ChatIT → Chats uses org.mockito.Mockito",
                        "@From(\"com.acme.source.Chats#all\") class ChatIT {}",
                        "@interface From { String value(); }",
                        "class Chats " + calls),
                way(
                        "record",
                        "ChatIT → Chats uses org.mockito.Answer",
                        "class ChatIT { Object chat = Chats.class; }",
                        "record Chats(org.mockito.Answer answer) {}"),
                way(
                        "enumeration",
                        "ChatIT → Chats uses org.mockito.Mockito",
                        "class ChatIT { Object chat = Chats.ONE; }",
                        "enum Chats { ONE; static Object mock = org.mockito.Mockito.mock(Runnable.class); }"),
                way(
                        "hidden",
                        "ChatIT → Helper uses org.mockito.Mockito",
                        "class ChatIT { void test() { Helper.help(); } }",
                        "class Helper { private Helper() {} static void help() { help(1); } "
                                + "private static Object help(int x) { return org.mockito.Mockito.mock(Runnable.class); } }"),
                way(
                        "literal",
                        "ChatIT → Chats uses org.mockito.Mockito",
                        "class ChatIT { Class<?> chats = Chats.class; }",
                        "class Chats " + calls));
    }

    private static Arguments way(String name, String words, String... sources) {
        return arguments(name, words, sources);
    }

    private static String honest(String source) {
        return source.replace("org.mockito", "org.honest").replace("org/mockito", "org/honest");
    }
}
