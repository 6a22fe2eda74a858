package dev.goldenpath.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.PolicyRule;
import dev.goldenpath.environment.PolicySettings;
import dev.goldenpath.evidence.Finding.Effect;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeRootsTest {

    @TempDir
    Path folder;

    private Sources sources;

    @BeforeEach
    void makeProject() {
        sources = new Sources(folder);
    }

    @Test
    void ownIsWhatLiesInAFolder() throws Exception {
        Path tests = sources.compile("test-classes", List.of(), "package com.acme; class ChatIT { class Inner {} }");
        Path main = sources.compile("classes", List.of(), "package com.acme; class Chat {}");
        try (URLClassLoader loader = Sources.loader(tests, main)) {
            CodeRoots roots = CodeRoots.of(loader, List.of());

            assertThat(roots.find("com.acme.ChatIT$Inner").orElseThrow())
                    .returns("com/acme/ChatIT$Inner", ClassFile::name)
                    .returns("com.acme.ChatIT$Inner", ClassFile::binaryName)
                    .returns(true, ClassFile::own)
                    .returns(tests, file -> file.root().path());
            assertThat(roots.find("com/acme/Chat").orElseThrow().bytes())
                    .isEqualTo(Files.readAllBytes(main.resolve("com/acme/Chat.class")));
            assertThat(roots.findOwn("com.acme.chat")).isEmpty();
            assertThat(roots.find("com.acme.Missing")).isEmpty();
        }
    }

    @Test
    void aLibraryIsFoundAndNotOwn() throws Exception {
        Path library = sources.jar(
                "library.jar", sources.compile("library", List.of(), "package com.acme.shared; class Fixture {}"));
        try (URLClassLoader loader = Sources.loader(library)) {
            CodeRoots roots = CodeRoots.of(loader, List.of("com.acme.sha"));

            ClassFile found = roots.find("com.acme.shared.Fixture").orElseThrow();
            assertThat(found.own()).isFalse();
            assertThat(found.root().path()).isEqualTo(library);
            assertThat(found.bytes()).startsWith(0xCA, 0xFE, 0xBA, 0xBE);
            assertThat(roots.findOwn("com.acme.shared.Fixture")).isEmpty();
            assertThat(roots.find("java.lang.String").orElseThrow().own()).isFalse();
        }
    }

    @Test
    void aPackageCanBeDeclaredAsOwn() throws Exception {
        Path library = sources.jar(
                "library.jar", sources.compile("library", List.of(), "package com.acme.shared; class Fixture {}"));
        try (URLClassLoader loader = Sources.loader(library)) {
            CodeRoots roots = CodeRoots.of(loader, List.of("com.acme"));

            assertThat(roots.findOwn("com.acme.shared.Fixture").orElseThrow().own())
                    .isTrue();
        }
    }

    @Test
    void aJarOfTestsIsOwn() throws Exception {
        Path jar = sources.jar(
                "tests.jar",
                sources.compile(
                        "tests", List.of(), "package com.acme; class ChatIT {}", "package com.acme; class Other {}"));
        try (URLClassLoader loader = Sources.loader(jar)) {
            CodeRoots roots = CodeRoots.of(loader, List.of());
            assertThat(roots.findOwn("com.acme.Other")).isEmpty();

            ClassFile test = roots.findTest("com.acme.ChatIT").orElseThrow();

            ClassFile other = roots.findOwn("com.acme.Other").orElseThrow();
            assertThat(other.own()).isTrue();
            assertThat(CodeRoots.isTestCode(other, test)).isTrue();
            assertThat(test.root().classes()).containsExactly("com/acme/ChatIT", "com/acme/Other");
        }
    }

    @Test
    void testCodeIsWhatIsCompiledFromTheTestsSources() throws Exception {
        Path tests = sources.compile("build/classes/java/test", List.of(), "package com.acme; class ChatIT {}");
        Path kotlin = sources.compile("build/classes/kotlin/test", List.of(), "package com.acme; class Seen {}");
        Path main = sources.compile("build/classes/java/main", List.of(), "package com.acme; class Chat {}");
        try (URLClassLoader loader = Sources.loader(tests, kotlin, main)) {
            CodeRoots roots = CodeRoots.of(loader, List.of());
            ClassFile test = roots.findTest("com.acme.ChatIT").orElseThrow();

            assertThat(CodeRoots.isTestCode(test, test)).isTrue();
            assertThat(CodeRoots.isTestCode(roots.find("com.acme.Seen").orElseThrow(), test))
                    .isTrue();
            assertThat(CodeRoots.isTestCode(roots.find("com.acme.Chat").orElseThrow(), test))
                    .isFalse();
        }
    }

    @Test
    void allClassesOfAFolderAreListed() throws Exception {
        Path tests = sources.compile(
                "test-classes",
                List.of(),
                "package com.acme; class ChatIT { class Inner {} }",
                "package com.acme.deep; class Other {}");
        try (URLClassLoader loader = Sources.loader(tests)) {
            ClassFile test =
                    CodeRoots.of(loader, List.of()).findTest("com.acme.ChatIT").orElseThrow();

            assertThat(test.root().classes())
                    .containsExactly("com/acme/ChatIT", "com/acme/ChatIT$Inner", "com/acme/deep/Other");
        }
    }

    @Test
    void anUnreadableClassIsAFindingUnlessTheRuleIsOff() throws Exception {
        Path tests = sources.compile("test-classes", List.of(), "package com.acme; class ChatIT {}");
        try (URLClassLoader loader = Sources.loader(tests)) {
            ClassFile test =
                    CodeRoots.of(loader, List.of()).find("com.acme.ChatIT").orElseThrow();
            PolicySettings off =
                    new PolicySettings(List.of(), List.of(), Map.of(), Set.of(PolicyRule.UNREADABLE_CLASS));

            assertThat(UnreadableClass.finding(test, "it ends too early", List.of(), PolicySettings.DEFAULT)
                            .orElseThrow())
                    .returns("unreadable-class", finding -> finding.rule())
                    .returns(Effect.UNRUNNABLE, finding -> finding.effect())
                    .returns(
                            "The class file of com.acme.ChatIT in " + tests + " can't be read: it ends too early",
                            finding -> finding.words());
            assertThat(UnreadableClass.finding(test, "it ends too early", List.of(), off))
                    .isEmpty();
        }
    }
}
