package dev.goldenpath.environment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what in an answer tells that it is no real work. */
final class PayloadMarkersReader {
    private PayloadMarkersReader() {}

    static PayloadMarkers read(Section section) {
        List<String> words = DistinctTexts.read(section, "words", Values::markerWord);
        Section patterns = section.section("fields");
        Map<String, Pattern> fields = new LinkedHashMap<>();
        for (String name : patterns.names()) {
            patterns.parsed(name, Values::pattern).ifPresent(pattern -> fields.put(name, pattern));
        }
        section.finish();
        // an empty list is one too: it switches the words off
        return new PayloadMarkers(
                words.isEmpty() && !section.has("words") ? PayloadMarkers.DEFAULT.words() : words, fields);
    }
}
