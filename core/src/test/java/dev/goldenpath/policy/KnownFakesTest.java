package dev.goldenpath.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.goldenpath.environment.PolicySettings;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every place of every library fires where a class of it is called, and its neighbour by name does not. */
@TestInstance(Lifecycle.PER_CLASS)
class KnownFakesTest {
    private static final String CALLER = "package com.acme.%s; class ChatIT { void test() { %s.call(); } }";

    @TempDir
    static Path folder;

    private URLClassLoader loader;
    private MockScan scan;

    @BeforeAll
    void compileACallOfEach() throws Exception {
        Sources sources = new Sources(folder);
        Set<String> libraries = new LinkedHashSet<>();
        List<String> callers = new ArrayList<>();
        List<Arguments> places = places().toList();
        for (int i = 0; i < places.size(); i++) {
            String name = called(i);
            libraries.add(stub(name));
            libraries.add(stub(neighbour(i)));
            callers.add(CALLER.formatted("fake" + i, name));
            callers.add(CALLER.formatted("honest" + i, neighbour(i)));
        }
        Path jar = sources.jar("library.jar", sources.compile("library", List.of(), libraries.toArray(String[]::new)));
        Path tests = sources.compile("test-classes", List.of(jar), callers.toArray(String[]::new));
        loader = Sources.loader(tests, jar);
        scan = new MockScan(loader, PolicySettings.DEFAULT, Clock.systemUTC());
    }

    @AfterAll
    void closeLoader() throws Exception {
        loader.close();
    }

    @ParameterizedTest
    @MethodSource("places")
    void firesOnACall(int number, KnownFake fake) throws Exception {
        assertThat(scan.scan(loader.loadClass("com.acme.fake" + number + ".ChatIT")))
                .containsExactly(new Finding(
                        fake.rule(),
                        Effect.FAKE,
                        "ChatIT uses " + called(number),
                        "com.acme.fake" + number + ".ChatIT",
                        "ChatIT.java",
                        List.of("com.acme.fake" + number + ".ChatIT"),
                        fake.remedy()));
    }

    @ParameterizedTest
    @MethodSource("places")
    void isSilentOnANeighbour(int number, KnownFake fake) throws Exception {
        assertThat(scan.scan(loader.loadClass("com.acme.honest" + number + ".ChatIT")))
                .isEmpty();
    }

    @Test
    void theRemedyIsToldToTheLetter() {
        assertThat(KnownFakes.of("org/mockito/Mockito").remedy())
                .isEqualTo("Call the real service, move what needs Mockito to a unit test, or allow it with @AllowFake "
                        + "until a date.");
        assertThat(KnownFakes.of("com/sun/net/httpserver/SimpleFileServer"))
                .returns("http-server-in-test", KnownFake::rule)
                .returns(
                        "Call the real service: a server in the test's own JVM proves nothing. Or allow it with "
                                + "@AllowFake until a date.",
                        KnownFake::remedy);
    }

    static Stream<Arguments> places() {
        List<Arguments> places = new ArrayList<>();
        for (KnownFake fake : KnownFakes.ALL) {
            for (String place : fake.places()) {
                // The JDK's own classes can't be compiled anew.
                if (!place.contains("sun/net/httpserver/")) {
                    places.add(arguments(places.size(), fake, place));
                }
            }
        }
        return places.stream();
    }

    private static String place(int number) {
        return places().toList().get(number).get()[2].toString();
    }

    private static String called(int number) {
        String place = place(number);
        return (place.endsWith("/") ? place + "deep/Sample" : place).replace('/', '.');
    }

    private static String neighbour(int number) {
        String place = place(number);
        return (place.endsWith("/") ? place.substring(0, place.length() - 1) + "s/Sample" : place + "s")
                .replace('/', '.');
    }

    private static String stub(String name) {
        int dot = name.lastIndexOf('.');
        return "package " + name.substring(0, dot) + "; public class " + name.substring(dot + 1)
                + " { public static void call() {} }";
    }
}
