package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lanes of many users as Chromium shows them: for {@code -Pbrowser}, where there is a Chromium. */
class LanesInBrowser {
    private static final String AXE = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String SERIOUS = """
            const found = await axe.run(document, { resultTypes: ['violations'] });
            return JSON.stringify(found.violations.filter(each => ['serious', 'critical'].includes(each.impact))
                .map(each => each.id + ': ' + each.nodes.map(node => node.html + ' ' + node.failureSummary).join('; ')));
            """;
    private static final int USERS = 300;

    @TempDir
    private Path temporary;

    private Chromium chromium;
    private DevToolsPage page;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        Path file = temporary.resolve("report.html");
        try (SampleLog log = SampleUsers.log(Files.createDirectory(temporary.resolve("logs")), USERS)) {
            Files.writeString(file, log.page());
        }
        chromium = Chromium.start(System.getProperty("browser"), Files.createDirectory(temporary.resolve("profile")));
        page = chromium.open(file.toUri());
        page.call("Runtime.enable", Map.of());
        page.call("Page.bringToFront", Map.of());
        size(1280, 900);
        page.run("location.hash = '#test-0'; await new Promise(requestAnimationFrame)");
    }

    @AfterEach
    void nothingWasWrongInThePage() throws IOException {
        try {
            assertThat(page.events("Runtime.exceptionThrown")).isEmpty();
        } finally {
            page.close();
            chromium.close();
        }
    }

    private String texts(String selector) throws IOException {
        return page.run(
                "return [...document.querySelectorAll('" + selector + "')].map(each => each.textContent).join('\\n')");
    }

    @Test
    void twentyOfTheUsersHaveALaneAndThePageSaysSo() throws IOException {
        assertThat(texts(".users h4")).isEqualTo("300 users");
        assertThat(texts(".users .note")).startsWith("20 of 300 users shown; the run log has all. A bar is a call,");
        assertThat(page.run("return document.querySelectorAll('.line.user').length + ''"))
                .isEqualTo("20");
        assertThat(texts(".user .line-title")).startsWith("✗ u4 3 calls, 2 msgs, 1 broken\n✗ u6 3 calls, 2 msgs\nu1 3");
        assertThat(texts(".user-notes")).isEqualTo(SampleUsers.FAILURE + "\n" + SampleUsers.MIXED);
        assertThat(texts(".timeline > .lines .line-title")).contains("Measured: users in flight at once = 18 users");
        assertThat(page.run("return [...document.querySelectorAll('.user path.user-call')].every(path => "
                        + "path.getAttribute('d').includes('M')) + ''"))
                .isEqualTo("true");
    }

    @Test
    void aLaneOpensByKeyboardToTheLinesOfItsUser() throws IOException {
        page.run("document.querySelectorAll('.line.user')[1].focus()");
        page.call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", "Enter", "code", "Enter", "text", "\r"));
        page.call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", "Enter", "code", "Enter"));

        assertThat(page.run("return document.activeElement.getAttribute('aria-expanded')"))
                .isEqualTo("true");
        assertThat(texts(".user-lines:not([hidden]) .line-title"))
                .isEqualTo(
                        "POST /api/notes → 201\n✗ WebSocket /ws → 101\nGET /api/notes → 200\n✗ Step: u6: kept apart");
        page.run("document.querySelector('.user-lines:not([hidden]) .line').click()");
        assertThat(texts(".user-lines .line-body")).contains("curl").contains("u6");
        page.run("document.querySelectorAll('.user-lines:not([hidden]) .line')[1].click();"
                + "document.querySelectorAll('.messages summary').forEach(each => each.click());"
                + "await new Promise(requestAnimationFrame)");
        assertThat(texts(".messages dt")).contains("not kept apart").doesNotContain("no real work");
        assertThat(texts(".messages dd")).contains("it holds the marker of user 'u2'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void axeFindsNothingSerious(String scheme) throws IOException {
        page.call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        page.call("Runtime.evaluate", Map.of("expression", axe()));
        assertThat(violations()).isEmpty();
        page.run("document.querySelector('.users').scrollIntoView()");
        picture(scheme + "-lanes");
        page.run("document.querySelectorAll('.line.user')[1].click();"
                + "document.querySelectorAll('.user-lines .line').forEach(line => line.click())");
        assertThat(violations()).isEmpty();
        for (int width : new int[] {360, 1280}) {
            size(width, 800);
            assertThat(page.run("const all = document.documentElement; return all.scrollWidth - all.clientWidth + ''"))
                    .isEqualTo("0");
        }
        page.run("document.querySelectorAll('.line.user')[1].click()");
        size(390, 844);
        page.run("document.querySelector('.users').scrollIntoView()");
        assertThat(violations()).isEmpty();
        picture(scheme + "-phone-lanes");
    }

    private List<String> violations() throws IOException {
        return List.of(new JsonMapper().readValue(page.run(SERIOUS), String[].class));
    }

    private static String axe() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(LanesInBrowser.class.getClassLoader().getResourceAsStream(AXE), AXE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void size(int width, int height) throws IOException {
        page.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** For people to look at. */
    private void picture(String name) throws IOException {
        String bytes =
                page.call("Page.captureScreenshot", Map.of()).path("data").textValue();
        Files.write(Path.of("target", name + ".png"), Base64.getDecoder().decode(bytes));
    }
}
