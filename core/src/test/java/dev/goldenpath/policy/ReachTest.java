package dev.goldenpath.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.PolicySettings;
import dev.goldenpath.evidence.Finding;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far the scan goes, by which way, and how often it reads a file. */
class ReachTest {
    private static final String MOCKS = "{ static Object mock = org.mockito.Mockito.mock(); }";

    @TempDir
    Path folder;

    private Sources sources;
    private Path library;

    @BeforeEach
    void makeProject() throws Exception {
        sources = new Sources(folder);
        library = sources.jar(
                "library.jar",
                sources.compile(
                        "library",
                        List.of(),
                        "package org.mockito; public class Mockito { public static Object mock() { return null; } }",
                        "package org.easymock; public class EasyMock { public static Object mock() { return null; } }"));
    }

    @Test
    void unitTestsWithMocksInTheSameModuleStayUntouched() throws Exception {
        try (URLClassLoader loader = tests(
                "class ChatIT { Object helper = new Helper(); }", "class Helper {}", "class HelperTest " + MOCKS)) {
            MockScan scan = scan(loader);

            assertThat(words(scan, loader, "ChatIT")).isEmpty();
            assertThat(words(scan, loader, "HelperTest")).containsExactly("HelperTest uses org.mockito.Mockito");
        }
    }

    @Test
    void aClassThatLiesInAUnitTestDoesNotLeadToItsMocks() throws Exception {
        String unitTest =
                "class HelperTest { static Object mock = org.mockito.Mockito.mock(); static class Order {%s} }";
        try (URLClassLoader loader =
                tests("class ChatIT { Object order = new HelperTest.Order(); }", unitTest.formatted(""))) {
            assertThat(words(scan(loader), loader, "ChatIT")).isEmpty();
        }
        for (String use : List.of("HelperTest.class", "any instanceof HelperTest", "new HelperTest[0]")) {
            try (URLClassLoader loader = tests(
                    "class ChatIT { Object any = new HelperTest.Order(); Object use = " + use + "; }",
                    unitTest.formatted(""))) {
                assertThat(words(scan(loader), loader, "ChatIT"))
                        .as(use)
                        .containsExactly("ChatIT → HelperTest uses org.mockito.Mockito");
            }
        }
        try (URLClassLoader loader = tests(
                "class ChatIT { Object order = new HelperTest.Order(); }",
                unitTest.formatted("Object mock = HelperTest.mock;"))) {
            assertThat(words(scan(loader), loader, "ChatIT"))
                    .containsExactly("ChatIT → HelperTest$Order → HelperTest uses org.mockito.Mockito");
        }
    }

    @Test
    void theClassAroundANestedTestBelongsToIt() throws Exception {
        try (URLClassLoader loader =
                tests("class ChatIT { Object mock = org.mockito.Mockito.mock(); static class Deep {} }")) {
            assertThat(words(scan(loader), loader, "ChatIT$Deep"))
                    .containsExactly("ChatIT$Deep → ChatIT uses org.mockito.Mockito");
        }
    }

    @Test
    void theShortestWayIsTold() throws Exception {
        try (URLClassLoader loader = tests(
                "class ChatIT { Object[] all = {new First(), new Second()}; }",
                "class First { Object next = new Third(); }",
                "class Second { Object mocks = new Mocks(); }",
                "class Third { Object mocks = new Mocks(); Object test = new ChatIT(); }",
                "class Mocks " + MOCKS)) {
            List<Finding> findings = scan(loader).scan(loader.loadClass("com.acme.ChatIT"));

            assertThat(findings)
                    .extracting(Finding::words)
                    .containsExactly("ChatIT → Second → Mocks uses org.mockito.Mockito");
            assertThat(findings.get(0).path()).containsExactly("com.acme.ChatIT", "com.acme.Second", "com.acme.Mocks");
        }
    }

    @Test
    void eachClassTellsOfEachLibraryOnce() throws Exception {
        try (URLClassLoader loader = tests(
                "class ChatIT { Object helper = new Helper(); String name = \"org.mockito.Mock\"; "
                        + "Object mock = org.mockito.Mockito.mock(); }",
                "class Helper { Object mock = org.easymock.EasyMock.mock(); Object other = org.mockito.Mockito.mock(); }")) {
            assertThat(words(scan(loader), loader, "ChatIT"))
                    .containsExactlyInAnyOrder(
                            "ChatIT uses org.mockito.Mockito",
                            "ChatIT → Helper uses org.easymock.EasyMock",
                            "ChatIT → Helper uses org.mockito.Mockito");
        }
    }

    @Test
    void noFindingIsLeftOutHoweverManyThereAre() throws Exception {
        int many = 300;
        StringBuilder nested = new StringBuilder();
        IntStream.range(0, many).forEach(i -> nested.append("static class N" + i + " " + MOCKS + "\n"));
        try (URLClassLoader loader = tests("class ChatIT { " + nested + " }")) {
            assertThat(words(scan(loader), loader, "ChatIT")).hasSize(many).doesNotHaveDuplicates();
        }
    }

    @Test
    void eachFileIsReadOnceForAllTestClasses() throws Exception {
        int tests = 50;
        String[] code = new String[tests + 1];
        code[tests] = "class Helper " + MOCKS;
        for (int i = 0; i < tests; i++) {
            code[i] = "class Chat" + i + "IT { Object helper = new Helper(); }";
        }
        try (URLClassLoader loader = tests(code)) {
            MockScan scan = scan(loader);

            List<String> words = IntStream.range(0, tests)
                    .parallel()
                    .mapToObj(i -> words(scan, loader, "Chat" + i + "IT").get(0))
                    .toList();

            assertThat(words)
                    .containsExactlyElementsOf(IntStream.range(0, tests)
                            .mapToObj(i -> "Chat" + i + "IT → Helper uses org.mockito.Mockito")
                            .toList());
            assertThat(scan.filesRead()).isEqualTo(tests + 1);
        }
    }

    @Test
    void aLibraryIsNotFollowedUnlessItsPackageIsDeclaredAsOwn() throws Exception {
        Path shared = sources.jar(
                "shared.jar",
                sources.compile("shared", List.of(library), "package com.shared; public class Fixture " + MOCKS));
        Path tests = sources.compile(
                "test-classes",
                List.of(shared),
                "package com.acme; class ChatIT { Object fixture = new com.shared.Fixture(); }");
        try (URLClassLoader loader = Sources.loader(tests, shared, library)) {
            PolicySettings declared = new PolicySettings(List.of("com.shared"), List.of(), Map.of(), Set.of());

            assertThat(words(scan(loader), loader, "ChatIT")).isEmpty();
            assertThat(words(new MockScan(loader, declared, Clock.systemUTC()), loader, "ChatIT"))
                    .containsExactly("ChatIT → Fixture uses org.mockito.Mockito");
        }
    }

    @Test
    void aJarOfTestsIsFollowed() throws Exception {
        Path first = sources.compile(
                "first", List.of(), "package com.acme; class OrderIT { String other = \"com.acme.Helper\"; }");
        Path second = sources.jar(
                "tests.jar",
                sources.compile(
                        "second",
                        List.of(library),
                        "package com.acme; class ChatIT { Object helper = new Helper(); }",
                        "package com.acme; class Helper " + MOCKS));
        try (URLClassLoader loader = Sources.loader(first, second, library)) {
            MockScan scan = scan(loader);

            assertThat(words(scan, loader, "OrderIT")).isEmpty();
            assertThat(words(scan, loader, "ChatIT")).containsExactly("ChatIT → Helper uses org.mockito.Mockito");
        }
    }

    @Test
    void whatIsReachedIsListed() throws Exception {
        try (URLClassLoader loader = tests(
                "class ChatIT { Object helper = new Helper(); class Inner {} }", "class Helper {}", "class Other {}")) {
            assertThat(scan(loader).reached(loader.loadClass("com.acme.ChatIT")))
                    .containsExactlyInAnyOrder("com.acme.ChatIT", "com.acme.ChatIT$Inner", "com.acme.Helper");
        }
    }

    private URLClassLoader tests(String... code) throws Exception {
        String[] inPackage = new String[code.length];
        for (int i = 0; i < code.length; i++) {
            inPackage[i] = "package com.acme; " + code[i];
        }
        return Sources.loader(sources.compile("test-classes", List.of(library), inPackage), library);
    }

    private static MockScan scan(URLClassLoader loader) {
        return new MockScan(loader, PolicySettings.DEFAULT, Clock.systemUTC());
    }

    private static List<String> words(MockScan scan, URLClassLoader loader, String test) {
        try {
            return scan.scan(loader.loadClass("com.acme." + test)).stream()
                    .map(Finding::words)
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
