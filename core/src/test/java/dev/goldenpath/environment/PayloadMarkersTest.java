package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadMarkersTest {

    @TempDir
    private Path folder;

    @Test
    void whereNothingIsSaidTheUsualWordsAreMarkers() {
        PayloadMarkers markers = project("markers: { }").load().markers();
        assertThat(markers).isEqualTo(PayloadMarkers.DEFAULT);
        assertThat(markers.words()).containsExactly("mock", "fallback", "demo", "stub", "placeholder");
    }

    @Test
    void wordsReplaceTheUsualOnes() {
        assertThat(project("markers: { words: [Canned, mock] }").load().markers())
                .isEqualTo(new PayloadMarkers(List.of("canned", "mock"), PayloadMarkers.DEFAULT.fields()));
        assertThat(project("markers: { words: canned }").load().markers().words())
                .containsExactly("canned");
    }

    @Test
    void anEmptyListSwitchesTheWordsOff() {
        assertThat(project("markers: { words: [] }").load().markers().words()).isEmpty();
    }

    @Test
    void aFieldHasAPatternThatAnOverrideMayReplace() {
        PayloadMarkers markers = project("markers: { fields: { '/source': '^cache', mode: 'off.*' } }")
                .property("goldenpath.markers.fields.mode", "(?i)offline")
                .load()
                .markers();
        assertThat(markers.words()).isEqualTo(PayloadMarkers.DEFAULT.words());
        assertThat(markers.fields().keySet()).containsExactly("/source", "mode");
        assertThat(markers.fields().get("/source")).hasToString("^cache");
        assertThat(markers.fields().get("mode")).hasToString("(?i)offline");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fields: { mode: 'a(b' }  | fields.mode: 'a(b' is no regular expression: Unclosed group at character 4. Correct it.
            words: [mock, MOCK]      | words: 'MOCK' is listed twice. Keep one.
            words: [' mock']         | words: ' mock' has spaces around it, and would mark nothing. Correct it.
            word: mock               | word: unknown key. Did you mean 'words'? Known here: fields, words.
            """)
    void markersThatCanNotBeRead(String written, String problem) {
        assertThat(project("markers: { " + written + " }").problems())
                .containsExactly("goldenpath.yaml:2  markers." + problem);
    }

    private Project project(String markers) {
        return new Project(folder).yaml("environments: { a: { } }\n" + markers);
    }
}
