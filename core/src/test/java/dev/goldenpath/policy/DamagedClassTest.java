package dev.goldenpath.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.goldenpath.environment.PolicySettings;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class file that is not what it should be is a finding, and never a reason to stop or to be silent. */
class DamagedClassTest {
    private static final int MAJOR_VERSION = 7;
    private static final int FIRST_TAG = 10;

    @TempDir
    Path folder;

    private Path tests;
    private Path helper;
    private byte[] whole;
    private URLClassLoader loader;
    private Class<?> test;

    @BeforeEach
    void compile() throws Exception {
        tests = new Sources(folder)
                .compile(
                        "test-classes",
                        List.of(),
                        "package com.acme; class ChatIT { Object helper = new Helper(); String other = \"com.acme.Other\"; }",
                        "package com.acme; @Deprecated @SuppressWarnings(\"x\") class Helper implements Runnable { "
                                + "long number = 5_000_000_000L; double part = 0.3; "
                                + "public void run() { Runnable other = () -> {}; } }",
                        "package com.acme; class Other { String mock = \"org.mockito.Mockito\"; }");
        helper = tests.resolve("com/acme/Helper.class");
        whole = Files.readAllBytes(helper);
        loader = Sources.loader(tests);
        test = loader.loadClass("com.acme.ChatIT");
    }

    @AfterEach
    void closeLoader() throws Exception {
        loader.close();
    }

    @Test
    void aFileThatWasCutOffAnywhereIsAFinding() throws Exception {
        for (int length = 0; length < whole.length; length++) {
            Files.write(helper, Arrays.copyOf(whole, length));

            assertThat(scan())
                    .as("cut off at " + length)
                    .extracting(Finding::rule, Finding::effect)
                    .containsExactly(tuple("unreadable-class", Effect.UNRUNNABLE), tuple("mock-library", Effect.FAKE));
        }
    }

    @Test
    void noDamageOfOneByteStopsTheScan() throws Exception {
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] = (byte) ~damaged[at];
            Files.write(helper, damaged);

            assertThat(scan()).as("damaged at " + at).extracting(Finding::rule).contains("mock-library");
        }
    }

    @Test
    void theFindingTellsTheWayAndTheFile() throws Exception {
        Files.write(helper, Arrays.copyOf(whole, whole.length - 1));

        assertThat(scan().get(0))
                .isEqualTo(new Finding(
                        "unreadable-class",
                        Effect.UNRUNNABLE,
                        "The class file of com.acme.Helper in " + tests + " can't be read: it ends too early",
                        "com.acme.Helper",
                        null,
                        List.of("com.acme.ChatIT", "com.acme.Helper"),
                        "Build the project anew: what this class does can't be judged."));
    }

    @Test
    void whatIsWrongIsTold() throws Exception {
        assertThat(problemOf("no class file".getBytes(UTF_8))).isEqualTo("it does not begin as a class file does");
        assertThat(problemOf(Arrays.copyOf(whole, whole.length + 1))).isEqualTo("it goes on behind its end");
        byte[] unknown = whole.clone();
        unknown[FIRST_TAG] = 21;
        assertThat(problemOf(unknown)).isEqualTo("its constant 1 is of the unknown kind 21");
        byte[] strange = whole.clone();
        strange[FIRST_TAG + 2] = 1;
        assertThat(problemOf(strange)).isEqualTo("it names a constant 1 of kind 7 that it lacks");
        assertThat(problemOf(Files.readAllBytes(tests.resolve("com/acme/Other.class"))))
                .isEqualTo("it holds com.acme.Other");
    }

    @Test
    void filesOfNewerVersionsAreRead() throws Exception {
        byte[] newer = whole.clone();
        newer[MAJOR_VERSION] = 70;
        Files.write(helper, newer);

        assertThat(scan()).extracting(Finding::rule).containsExactly("mock-library");
    }

    @Test
    void aTestClassWithoutAFileIsAFinding() throws Exception {
        Files.delete(tests.resolve("com/acme/ChatIT.class"));

        assertThat(scan())
                .containsExactly(new Finding(
                        "unreadable-class",
                        Effect.UNRUNNABLE,
                        "The class file of com.acme.ChatIT can't be found by its class loader",
                        "com.acme.ChatIT",
                        null,
                        List.of("com.acme.ChatIT"),
                        "Load test classes from folders or jars: what this class does can't be judged."));
    }

    private String problemOf(byte[] file) throws Exception {
        Files.write(helper, file);
        String words = scan().get(0).words();
        return words.substring(words.indexOf("can't be read: ") + "can't be read: ".length());
    }

    private List<Finding> scan() {
        return new MockScan(loader, PolicySettings.DEFAULT, Clock.systemUTC()).scan(test);
    }
}
