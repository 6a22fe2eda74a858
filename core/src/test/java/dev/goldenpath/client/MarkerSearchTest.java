package dev.goldenpath.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.PayloadMarkers;
import dev.goldenpath.evidence.Redaction;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerSearchTest {
    private final Redaction redaction = new Redaction();
    private final MarkerSearch words = new MarkerSearch(new PayloadMarkers(List.of("mock", "place holder"), Map.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"source\":\"mock\"} | /source is \"mock\"",
                "{\"source\" : \"MoCk\" , \"b\":1} | /source is \"MoCk\"",
                "[1,{\"a\":[true,\"mock\"]}] | /1/a/1 is \"mock\"",
                "{\"a/b\":{\"~\":\"mock\"}} | /a~1b/~0 is \"mock\"",
                "{\"a\":\"Place Holder\"} | /a is \"Place Holder\"",
                "{\"a\":\"m\\u006fck\"} | /a is \"mock\"",
                "{\"\":\"mock\"} | / is \"mock\"",
                " \"mock\" | the whole text is \"mock\"",
                "mock | the whole text is \"mock\"",
                "`\n Mock\r\n` | the whole text is \"Mock\""
            })
    void findsAWholeTextInAnyCase(String body, String marker) {
        assertThat(in(words, body)).containsExactly(marker);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}",
                "[[[",
                "{\"mock\":\"x\"}",
                "{\"mock\":{\"mock\":null}}",
                "{\"a\":\"mocked\",\"b\":\"a mock\",\"c\":\" mock\",\"d\":\"mock \"}",
                "{\"a\":\"\\\"mock\\\"\"}",
                "{\"a\":\"\\\\u006dock\"}",
                "{\"a\":mock}",
                "\"mock\" is a word",
                "\"mock",
                "a mock",
                "mock mock",
                "<p title=\"mock\">mock</p>",
                "[see \"mock\"]",
                "{see \"mock\"}",
                "source=mock"
            })
    void findsNothingInOtherTexts(String body) {
        assertThat(in(words, body)).isEmpty();
    }

    @Test
    void countsWhatItDoesNotList() {
        String body = "[" + "\"mock\",".repeat(41) + "\"mock\"]";

        assertThat(in(words, body)).hasSize(11).startsWith("/0 is \"mock\"").endsWith("/9 is \"mock\"", "and 32 more");
        assertThat(in(words, "[" + "\"mock\",".repeat(9) + "\"mock\"]")).hasSize(10);
    }

    @Test
    void aFieldIsLookedAtByItsNameAtAnyDepth() {
        MarkerSearch search = search(Map.of("source", "^cache"));

        assertThat(in(search, "{\"source\":\"cache-7\",\"a\":[{\"source\":\"cached\"}],\"Source\":\"cache\"}"))
                .containsExactly("/source is \"cache-7\"", "/a/0/source is \"cached\"");
        assertThat(in(search, "{\"source\":[\"cache\"],\"b\":\"cache\",\"c\":{\"source\":\"no cache\"}}"))
                .isEmpty();
    }

    @Test
    void aFieldIsLookedAtByItsPointer() {
        MarkerSearch search = search(Map.of("/meta/live", "false", "/items/0", "0", "/a~1b", "x"));

        assertThat(in(search, "{\"meta\":{\"live\":false},\"live\":false,\"items\":[10,20],\"a/b\":\"xy\"}"))
                .containsExactly("/meta/live is false", "/items/0 is 10", "/a~1b is \"xy\"");
        assertThat(in(search, "{\"meta\":{\"live\":null},\"x\":{\"meta\":{\"live\":false},\"items\":[0]}}"))
                .isEmpty();
    }

    @Test
    void wordsThatHaveMoreThanOneFormAreFoundToo() {
        MarkerSearch search = new MarkerSearch(new PayloadMarkers(List.of("échec", "n/a"), Map.of()));

        assertThat(in(search, "{\"a\":\"ÉCHEC\",\"b\":\"\\u00e9chec\",\"c\":\"N\\/A\"}"))
                .containsExactly("/a is \"ÉCHEC\"", "/b is \"échec\"", "/c is \"N/A\"");
        assertThat(in(search, "Échec")).containsExactly("the whole text is \"Échec\"");
    }

    @Test
    void eachOfTwoFieldsOfOneNameIsFound() {
        assertThat(in(words, "{\"a\":\"mock\",\"a\":\"real\"}")).containsExactly("/a is \"mock\"");
        assertThat(in(words, "{\"a\":\"real\",\"a\":\"mock\"}")).containsExactly("/a is \"mock\"");
    }

    @Test
    void ofSeveralDocumentsAllAreSearched() {
        assertThat(in(words, "{\"a\":\"mock\"}\n{\"b\":\"mock\"}\n"))
                .containsExactly("/a is \"mock\"", "/b is \"mock\"");
    }

    @Test
    void whatStandsBeforeABreakIsSearched() {
        assertThat(in(words, "{\"a\":\"mock\",\"b\":\"mo")).containsExactly("/a is \"mock\"");
        assertThat(in(words, "{\"a\":\"mock\"}}}")).containsExactly("/a is \"mock\"");
        assertThat(in(words, "{\"a\":\"mock\",\"b\":" + "[".repeat(1_000_000) + "\"mock\""))
                .containsExactly("/a is \"mock\"");
        assertThat(in(words, "[".repeat(999) + "\"mock\"" + "]".repeat(999))).hasSize(1);
    }

    @Test
    void aHugeTextIsReadToItsEnd() {
        String body = "{\"a\":\"" + "x".repeat(30_000_000) + "\",\"b\":\"mock\"}";

        assertThat(in(words, body)).containsExactly("/b is \"mock\"");
    }

    @Test
    void aPatternSeesTheBeginningOfALongValue() {
        // A pattern that needs a stack as deep as the value is long.
        MarkerSearch search = search(Map.of("a", "^(?:x|y)*$"));

        assertThat(in(search, "{\"a\":\"" + "x".repeat(1_000_000) + "\"}"))
                .containsExactly("/a is \"" + "x".repeat(100) + "…\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "ISO-8859-1", "UTF-8", "windows-1252"})
    void theDeclaredCharsetIsThatOfTheText(String name) {
        byte[] body = "{\"é\":\"mock\"}".getBytes(Charset.forName(name));

        assertThat(words.in(body, body.length, "application/json; charset=" + name, redaction))
                .containsExactly("/é is \"mock\"");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertThat(in(words, "\uFEFF{\"a\":\"mock\"}")).containsExactly("/a is \"mock\"");
        assertThat(in(words, "\uFEFFmock")).containsExactly("the whole text is \"mock\"");
    }

    @Test
    void onlyTheGivenLengthIsOfTheBody() {
        byte[] body = "[\"mock\",\"mock\"]".getBytes(StandardCharsets.UTF_8);

        assertThat(words.in(body, 7, null, redaction)).containsExactly("/0 is \"mock\"");
        assertThat(words.in(body, 0, null, redaction)).isEmpty();
    }

    @Test
    void secretsAreMasked() {
        redaction.addValue("s3cret-value");
        redaction.addField("pin");
        MarkerSearch search = search(Map.of("a", ".*", "token", ".*", "deep", ".*"));

        assertThat(in(
                        search,
                        "{\"a\":\"the s3cret-value\",\"s3cret-value\":{\"a\":1},\"token\":\"t\",\"pin\":{\"deep\":5}}"))
                .containsExactly("/a is \"the ***\"", "/***/a is 1", "/token is \"***\"", "/pin/deep is ***");
    }

    @Test
    void withoutWordsAndFieldsNothingIsFound() {
        assertThat(in(MarkerSearch.NONE, "{\"a\":\"mock\"}")).isEmpty();
        assertThat(in(MarkerSearch.NONE, "")).isEmpty();
    }

    private List<String> in(MarkerSearch search, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        return search.in(content, content.length, null, redaction);
    }

    private static MarkerSearch search(Map<String, String> patterns) {
        Map<String, Pattern> fields = new LinkedHashMap<>();
        patterns.forEach((place, pattern) -> fields.put(place, Pattern.compile(pattern)));
        return new MarkerSearch(new PayloadMarkers(List.of(), fields));
    }
}
