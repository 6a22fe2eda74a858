package dev.goldenpath.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.PolicySettings;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowFakeTest {
    private static final String ALLOWED =
            "@dev.goldenpath.policy.AllowFake(what = \"%s\", reason = \"no sandbox yet\", "
                    + "until = \"2026-12-31\") ";
    private static final String CALL = "{ Object mock = org.mockito.Mockito.mock(); }";
    private static final String FOUND = "ChatIT uses org.mockito.Mockito";
    private static final Instant BEFORE = Instant.parse("2026-12-31T23:59:59Z");

    @TempDir
    Path folder;

    private Sources sources;

    @BeforeEach
    void makeProject() {
        sources = new Sources(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.mockito", "org.mockito.Mockito", "com.acme", "com.acme.ChatIT", " org.mockito "})
    void allowsWhatItNames(String what) throws Exception {
        assertThat(scan("ChatIT", BEFORE, ALLOWED.formatted(what) + "class ChatIT " + CALL))
                .satisfiesExactly(finding -> assertThat(finding)
                        .returns(Effect.ALLOWED, Finding::effect)
                        .returns("mock-library", Finding::rule)
                        .returns(FOUND + "; allowed until 2026-12-31: no sandbox yet", Finding::words)
                        .returns("Replace it by the real service before 2026-12-31 is over.", Finding::remedy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.mock", "org.mockito.Mock", "org.mockito.mockito", "com.acme.ChatI", "Mockito"})
    void whatItDoesNotNameStaysAFakeAndItIsWarnedOf(String what) throws Exception {
        List<Finding> findings = scan("ChatIT", BEFORE, ALLOWED.formatted(what) + "class ChatIT " + CALL);

        assertThat(findings)
                .satisfiesExactly(
                        fake -> assertThat(fake)
                                .returns(Effect.FAKE, Finding::effect)
                                .returns(FOUND, Finding::words),
                        vain -> assertThat(vain)
                                .isEqualTo(new Finding(
                                        "allow-fake",
                                        Effect.WARNING,
                                        "@AllowFake(\"" + what + "\") on ChatIT allows nothing in ChatIT",
                                        "com.acme.ChatIT",
                                        null,
                                        List.of("com.acme.ChatIT"),
                                        "Delete it, or correct what it names.")));
    }

    @Test
    void whatItNamesIsNotUsedByThat() throws Exception {
        assertThat(scan("ChatIT", BEFORE, ALLOWED.formatted("org.mockito.Mockito") + "class ChatIT {}"))
                .extracting(Finding::effect)
                .containsExactly(Effect.WARNING);
    }

    @Test
    void whatAnotherAnnotationSaysBesideItIsFollowed() throws Exception {
        assertThat(scan(
                        "ChatIT",
                        BEFORE,
                        ALLOWED.formatted("com.acme.Fake") + "@From(\"com.acme.Chats#all\") class ChatIT {}",
                        "@interface From { String value(); }",
                        "class Chats " + CALL))
                .extracting(Finding::effect)
                .containsExactly(Effect.FAKE, Effect.WARNING);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31T23:59:59Z, Z, ALLOWED",
        "2027-01-01T00:00:00Z, Z, FAKE",
        "2026-12-31T23:00:00Z, +02:00, FAKE",
        "2027-01-01T01:00:00Z, -02:00, ALLOWED",
    })
    void holdsThroughItsLastDay(Instant now, ZoneId zone, Effect effect) throws Exception {
        String words = effect == Effect.FAKE
                ? FOUND + "; @AllowFake expired on 2026-12-31"
                : FOUND + "; allowed until 2026-12-31: no sandbox yet";

        assertThat(scan("ChatIT", Clock.fixed(now, zone), ALLOWED.formatted("org.mockito") + "class ChatIT " + CALL))
                .satisfiesExactly(finding ->
                        assertThat(finding).returns(effect, Finding::effect).returns(words, Finding::words));
    }

    @Test
    void anExpiredOneIsForgottenBesideOneThatHolds() throws Exception {
        assertThat(scan(
                        "ChatIT",
                        BEFORE,
                        ALLOWED.formatted("org.mockito").replace("2026", "2025") + ALLOWED.formatted("org.mockito")
                                + "class ChatIT " + CALL))
                .extracting(Finding::effect)
                .containsExactly(Effect.ALLOWED);
    }

    @Test
    void holdsForNestedClassesAndSubclasses() throws Exception {
        assertThat(scan(
                        "ChatIT$Inner$Deep",
                        BEFORE,
                        ALLOWED.formatted("org.mockito") + "class ChatIT { class Inner { class Deep " + CALL + " } }"))
                .extracting(Finding::effect)
                .containsExactly(Effect.ALLOWED);
        assertThat(scan(
                        "OrderIT",
                        BEFORE,
                        ALLOWED.formatted("com.acme.Other") + "class OrderIT extends BaseIT " + CALL,
                        ALLOWED.formatted("org.mockito") + "class BaseIT {}"))
                .extracting(Finding::words)
                .containsExactly(
                        "OrderIT uses org.mockito.Mockito; allowed until 2026-12-31: no sandbox yet",
                        "@AllowFake(\"com.acme.Other\") on OrderIT allows nothing in OrderIT");
    }

    @Test
    void doesNotHoldForANeighbour() throws Exception {
        assertThat(scan(
                        "ChatIT",
                        BEFORE,
                        "class ChatIT { Object helper = new Helper(); }",
                        ALLOWED.formatted("org.mockito") + "class Helper " + CALL))
                .extracting(Finding::effect)
                .containsExactly(Effect.FAKE);
    }

    @Test
    void allowsASeamByItsClassOrBySeam() throws Exception {
        String fake = "class FakeAgain implements dev.goldenpath.client.Replayable {}";
        for (String what : List.of("com.acme.FakeAgain", "dev.goldenpath.client.Replayable")) {
            assertThat(scan(
                            "ChatIT",
                            BEFORE,
                            ALLOWED.formatted(what) + "class ChatIT { Object fake = new FakeAgain(); }",
                            fake))
                    .extracting(Finding::words)
                    .containsExactly("ChatIT → FakeAgain implements dev.goldenpath.client.Replayable in test code; "
                            + "allowed until 2026-12-31: no sandbox yet");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "org.mockito, ' ', 2026-12-31, \"'reason' is blank\"",
                "org.mockito, why, soon, \"'until' is no date: 'soon'\"",
                "org.mockito, why, 2026-02-30, \"'until' is no date: '2026-02-30'\"",
                "' ', ' ', '', \"'what' is blank, 'reason' is blank, 'until' is no date: ''\"",
            })
    void aMistakeIsAFakeAndAllowsNothing(String what, String reason, String until, String mistakes) throws Exception {
        String written = what.replace("'", "");

        List<Finding> findings = scan(
                "ChatIT",
                BEFORE,
                "@dev.goldenpath.policy.AllowFake(what = \"%s\", reason = \"%s\", until = \"%s\") class ChatIT "
                                .formatted(written, reason.replace("'", ""), until.replace("'", ""))
                        + CALL);

        assertThat(findings)
                .satisfiesExactly(
                        fake -> assertThat(fake)
                                .returns(Effect.FAKE, Finding::effect)
                                .returns(FOUND, Finding::words),
                        mistake -> assertThat(mistake)
                                .isEqualTo(new Finding(
                                        "allow-fake",
                                        Effect.FAKE,
                                        "@AllowFake(\"" + written + "\") on ChatIT can't be followed: " + mistakes,
                                        "com.acme.ChatIT",
                                        null,
                                        List.of("com.acme.ChatIT"),
                                        "Give it a class or package, a reason, and a date like 2026-12-31.")));
    }

    private List<Finding> scan(String test, Instant now, String... code) throws Exception {
        return scan(test, Clock.fixed(now, ZoneOffset.UTC), code);
    }

    private List<Finding> scan(String test, Clock clock, String... code) throws Exception {
        Path jar = sources.jar(
                "library.jar",
                sources.compile(
                        "library",
                        List.of(),
                        "package org.mockito; public class Mockito { public static Object mock() { return null; } }",
                        "package dev.goldenpath.client; public interface Replayable {}"));
        String[] inPackage = new String[code.length];
        for (int i = 0; i < code.length; i++) {
            inPackage[i] = "package com.acme; " + code[i];
        }
        Path tests = sources.compile(
                folder.relativize(Files.createTempDirectory(folder, "tests")).toString(), List.of(jar), inPackage);
        try (URLClassLoader loader = Sources.loader(tests, jar)) {
            return new MockScan(loader, PolicySettings.DEFAULT, clock).scan(loader.loadClass("com.acme." + test));
        }
    }
}
