package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a red run as Chromium shows it: for {@code -Pbrowser}, where there is a Chromium. */
class OverviewInBrowser {
    private static final String AXE = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String VIOLATIONS = """
            document.querySelectorAll('details').forEach(each => each.open = true);
            const found = await axe.run(document, { resultTypes: ['violations'] });
            return JSON.stringify(found.violations.map(each =>
                each.id + ': ' + each.nodes.map(node => node.html + ' ' + node.failureSummary).join('; ')));
            """;
    private static final String BELOW = """
            return ['h1', '#gate h2', '#revenue .key', '#cause-1 h3'].filter(each =>
                document.querySelector(each).getBoundingClientRect().bottom > innerHeight).join();
            """;

    @TempDir
    private Path temporary;

    private Chromium chromium;
    private DevToolsPage page;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        Path file = temporary.resolve("report.html");
        Files.writeString(file, HtmlPages.text(RedRun.account()));
        chromium = Chromium.start(System.getProperty("browser"), Files.createDirectory(temporary.resolve("profile")));
        page = chromium.open(file.toUri());
        size(1280, 800);
    }

    @AfterEach
    void close() {
        page.close();
        chromium.close();
    }

    @Test
    void theFirstScreenAnswers() throws IOException {
        assertThat(page.run(BELOW)).isEmpty();
        picture("overview");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 390, 768, 1280, 2560})
    void nothingScrollsSideways(int width) throws IOException {
        size(width, 844);
        page.run("document.querySelectorAll('details').forEach(each => each.open = true)");
        assertThat(page.run("const all = document.documentElement; return all.scrollWidth - all.clientWidth + ''"))
                .isEqualTo("0");
        picture("overview-" + width);
    }

    @ParameterizedTest
    @CsvSource({"light, 1280", "light, 390", "dark, 1280", "dark, 390"})
    void keepsNobodyOut(String scheme, int width) throws IOException {
        size(width, 844);
        page.call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        page.call("Runtime.evaluate", Map.of("expression", axe()));
        assertThat(page.run(VIOLATIONS)).isEqualTo("[]");
        page.run("document.querySelectorAll('details').forEach(each => each.open = false); scrollTo(0, 0)");
        picture("overview-" + scheme + "-" + width);
    }

    @Test
    void axeWouldTell() throws IOException {
        page.call("Runtime.evaluate", Map.of("expression", axe()));
        page.run("document.querySelector('.about').style.color = '#bbb';"
                + "document.querySelector('.plot > svg').removeAttribute('aria-labelledby');"
                + "document.querySelectorAll('.plot > svg > title').forEach(title => title.remove())");
        assertThat(page.run(VIOLATIONS)).contains("color-contrast: ", "svg-img-alt: ");
    }

    @Test
    void aLinkOfACauseOpensItsTest() throws IOException {
        page.run("document.querySelector('#cause-1 .of-cause a').click(); await new Promise(requestAnimationFrame)");
        assertThat(page.run("return document.querySelector('#panel').textContent"))
                .contains("agentAnswersInTheChat()");
    }

    @Test
    void theTabKeyReachesFirstTheWayToTheTests() throws IOException {
        page.call("Page.bringToFront", Map.of());
        page.call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", "Tab", "windowsVirtualKeyCode", 9));
        assertThat(page.run("return document.activeElement.textContent")).isEqualTo("Skip to the tests");
        assertThat(page.run("return document.activeElement.getBoundingClientRect().left >= 0 ? 'seen' : 'unseen'"))
                .isEqualTo("seen");
    }

    @Test
    void isPrintedWithAllThatIsFolded() throws IOException {
        page.call("Emulation.setEmulatedMedia", Map.of("media", "print"));
        assertThat(page.run("return getComputedStyle(document.querySelector('nav')).display"))
                .isEqualTo("none");
        assertThat(page.run("return document.querySelector('#revenue details table').checkVisibility() + ''"))
                .isEqualTo("true");
        byte[] paper = Base64.getDecoder()
                .decode(page.call("Page.printToPDF", Map.of("printBackground", true))
                        .path("data")
                        .textValue());
        assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        Files.write(Path.of("target", "overview.pdf"), paper);
    }

    private void size(int width, int height) throws IOException {
        page.call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    private void picture(String name) throws IOException {
        String picture =
                page.call("Page.captureScreenshot", Map.of()).path("data").textValue();
        Files.write(Path.of("target", name + ".png"), Base64.getDecoder().decode(picture));
    }

    private static String axe() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(OverviewInBrowser.class.getClassLoader().getResourceAsStream(AXE), AXE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
