package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/** The tests in the page as Chromium shows them: for {@code -Pbrowser}, where there is a Chromium. */
class HtmlTestsInBrowser {
    private static final String AXE = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String SERIOUS = """
            const found = await axe.run(document, { resultTypes: ['violations'] });
            return JSON.stringify(found.violations.filter(each => ['serious', 'critical'].includes(each.impact))
                .map(each => each.id + ': ' + each.nodes.map(node => node.html + ' ' + node.failureSummary).join('; ')));
            """;
    private static final String VERDICTS =
            "return [...document.querySelectorAll('.tests tbody > tr:not(.opened) .verdict')]"
                    + ".map(verdict => verdict.lastChild.textContent).join(' ')";

    @TempDir
    private Path temporary;

    private Chromium chromium;
    private DevToolsPage page;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        Path file = temporary.resolve("report.html");
        Files.writeString(file, SampleTests.page(Files.createDirectory(temporary.resolve("logs"))));
        chromium = Chromium.start(System.getProperty("browser"), Files.createDirectory(temporary.resolve("profile")));
        page = chromium.open(file.toUri());
        page.call("Log.enable", Map.of());
        page.call("Runtime.enable", Map.of());
        page.call("Page.bringToFront", Map.of());
        size(1280, 900);
    }

    @AfterEach
    void nothingWasWrongInThePage() throws IOException {
        try {
            assertThat(page.run("return typeof window.broken")).isEqualTo("undefined");
            assertThat(page.events("Runtime.exceptionThrown")).isEmpty();
            assertThat(errors()).isEmpty();
        } finally {
            page.close();
            chromium.close();
        }
    }

    /** What the browser reports of what was refused or broke; a mere warning is about how axe works. */
    private List<String> errors() {
        return page.events("Log.entryAdded").stream()
                .map(event -> event.path("entry"))
                .filter(entry -> entry.path("level").asText().equals("error"))
                .map(JsonNode::toString)
                .toList();
    }

    @Test
    void theWorstComeFirstAndAColumnSorts() throws IOException {
        assertThat(page.run(VERDICTS))
                .isEqualTo("FAILED FAILED ERROR SUSPECT BLOCKED MISSING SKIPPED PASSED PASSED PASSED");
        page.run("document.querySelector('.tests thead .c-priority button').click()");
        assertThat(
                        page.run(
                                "return [...document.querySelectorAll('.tests tbody .c-priority')].map(p => p.textContent).join(' ')"))
                .isEqualTo("P1 P1 P1 P2 P3 P3 P4 P5 P6 none");
        assertThat(page.run("return document.querySelector('.tests thead .c-priority').getAttribute('aria-sort')"))
                .isEqualTo("ascending");
        page.run("document.querySelector('.tests thead .c-priority button').click()");
        assertThat(page.run("return document.querySelector('.tests tbody .c-priority').textContent"))
                .isEqualTo("none");
    }

    @Test
    void whatIsTypedAndPressedFiltersAndTheAddressKeepsIt() throws IOException {
        page.run("document.querySelector('#tests-search').focus()");
        page.call("Input.insertText", Map.of("text", "REDIS status"));
        assertThat(page.run(VERDICTS)).isEqualTo("FAILED");
        assertThat(page.run("return document.querySelector('[role=status]').textContent"))
                .isEqualTo("1 of 10 tests");
        page.run("const search = document.querySelector('#tests-search'); search.value = '';"
                + "search.dispatchEvent(new Event('input'))");
        page.run("[...document.querySelectorAll('.toggle')].filter(each => /BLOCKED|MISSING/.test(each.textContent))"
                + ".forEach(each => each.click())");
        assertThat(page.run(VERDICTS)).isEqualTo("BLOCKED MISSING");
        assertThat(page.run("return document.querySelectorAll('.toggle[aria-pressed=true]').length + ''"))
                .isEqualTo("2");
        assertThat(page.run("while (!location.hash.includes('verdict')) await new Promise(requestAnimationFrame);"
                        + "return decodeURIComponent(location.hash)"))
                .isEqualTo("#verdict=BLOCKED,MISSING");
        page.call("Page.reload", Map.of());
        assertThat(page.run("while (!document.querySelector('.tests')) await new Promise(requestAnimationFrame);"
                        + VERDICTS))
                .isEqualTo("BLOCKED MISSING");
    }

    @Test
    void aDetailOpensAndClosesByKeyboard() throws IOException {
        page.run("document.querySelector('.opener').focus()");
        key("Enter", "\r");
        assertThat(page.run("return document.querySelector('#panel').textContent"))
                .contains("{\"error\":\"redis is down\"}")
                .contains("GET /api/history?limit=20 → 503")
                .contains("Stack trace of java.lang.AssertionError");
        assertThat(page.run("return document.activeElement.getAttribute('aria-expanded')"))
                .isEqualTo("true");
        page.run("[...document.querySelectorAll('.line')].find(line => line.textContent.includes('503')).focus()");
        key("Enter", "\r");
        assertThat(page.run("return document.activeElement.nextElementSibling.textContent"))
                .contains("curl")
                .contains("$ALICE_AUTHORIZATION")
                .contains("4bf92f3577b34da6a3ce929d0e0e4736")
                .containsPattern("run-r1-.*\\.jsonl, seq \\d+");
        key("Escape", "");
        assertThat(page.run("return document.querySelectorAll('#panel').length + document.activeElement.className"))
                .isEqualTo("0opener");
    }

    @Test
    void aLinkOpensItsTestWhateverIsFiltered() throws IOException {
        page.run(
                "[...document.querySelectorAll('.toggle')].find(each => each.textContent.includes('BLOCKED')).click()");
        page.run("location.hash = '#test-0'; await new Promise(requestAnimationFrame)");
        assertThat(page.run("return document.querySelector('#panel').textContent"))
                .contains("agentAnswers(ServiceClient)")
                .contains("msgs")
                .contains("Measured: first answer = 12.5 ms");
        assertThat(page.run("return document.activeElement.closest('tr').id")).isEqualTo("test-0");
        assertThat(page.run("document.querySelectorAll('.line').forEach(line => line.click());"
                        + "return document.querySelector('#panel a[href*=attachments]').getAttribute('href')"))
                .isEqualTo("./attachments/chat%201.txt");
    }

    @Test
    void nothingHostileRunsNorBreaksTheLayout() throws IOException {
        for (int position = 0; position < 10; position++) {
            page.run("location.hash = '#test-" + position + "'; await new Promise(requestAnimationFrame);"
                    + "document.querySelectorAll('.line, #panel summary').forEach(each => each.click());"
                    + "await new Promise(requestAnimationFrame)");
            assertThat(page.run("return document.querySelectorAll('#panel').length + ''"))
                    .isEqualTo("1");
            for (int width : new int[] {360, 1280}) {
                size(width, 800);
                assertThat(page.run(
                                "const all = document.documentElement; return all.scrollWidth - all.clientWidth + ''"))
                        .isEqualTo("0");
            }
        }
        assertThat(page.run("return [...document.querySelectorAll('a')].map(a => a.protocol).join()"))
                .doesNotContain("javascript");
    }

    /** What the tests above rest on: that the browser would tell, and axe would find. */
    @Test
    void theGuardsWouldTell() throws IOException {
        assertThat(page.run(
                        "document.body.insertAdjacentHTML('beforeend', '<input><img src=x onerror=\"window.broken = 1\">');"
                                + "await new Promise(done => setTimeout(done)); return typeof window.broken"))
                .isEqualTo("undefined");
        assertThat(errors()).anyMatch(error -> error.contains("Content Security Policy"));
        page.call("Runtime.evaluate", Map.of("expression", axe()));
        assertThat(violations()).anyMatch(violation -> violation.startsWith("label: "));
        page.forget();
    }

    @Test
    void aCommandIsCopiedOrAtLeastSelected() throws IOException {
        page.run("location.hash = '#test-1'; await new Promise(requestAnimationFrame)");
        page.call("Browser.grantPermissions", Map.of("permissions", List.of("clipboardReadWrite")));
        page.run("document.querySelectorAll('.line')[1].click(); document.querySelector('.copy').click()");
        assertThat(
                        page.run(
                                "const copy = document.querySelector('.copy');"
                                        + "while (copy.textContent === 'Copy') await new Promise(requestAnimationFrame);"
                                        + "return copy.textContent === 'Copied' ? await navigator.clipboard.readText() : getSelection() + ''"))
                .startsWith("curl 'https://backend.staging.example.com/api/history?limit=20'");
    }

    @Test
    void allIsOnPaper() throws IOException {
        page.run("dispatchEvent(new Event('beforeprint'))");
        page.call("Emulation.setEmulatedMedia", Map.of("media", "print"));
        assertThat(page.run("return getComputedStyle(document.querySelector('.controls')).display"))
                .isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void axeFindsNothingSerious(String scheme) throws IOException {
        page.call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        page.call("Runtime.evaluate", Map.of("expression", axe()));
        assertThat(violations()).isEmpty();
        picture(scheme + "-tests");
        page.run("location.hash = '#test-1'; await new Promise(requestAnimationFrame)");
        page.run("document.querySelectorAll('.line')[1].click()");
        assertThat(violations()).isEmpty();
        picture(scheme + "-failed-test");
        page.run("location.hash = '#test-0'; await new Promise(requestAnimationFrame)");
        picture(scheme + "-passed-test");
        page.run("document.querySelectorAll('.line, #panel summary').forEach(each => each.click())");
        assertThat(violations()).isEmpty();
        size(390, 844);
        picture(scheme + "-phone-passed-test");
        page.run("location.hash = '#test-8'; await new Promise(requestAnimationFrame)");
        assertThat(violations()).isEmpty();
        picture(scheme + "-phone-hostile-test");
    }

    private List<String> violations() throws IOException {
        return List.of(new JsonMapper().readValue(page.run(SERIOUS), String[].class));
    }

    private static String axe() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(HtmlTestsInBrowser.class.getClassLoader().getResourceAsStream(AXE), AXE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void key(String name, String text) throws IOException {
        page.call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", name, "code", name, "text", text));
        page.call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", name, "code", name));
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
