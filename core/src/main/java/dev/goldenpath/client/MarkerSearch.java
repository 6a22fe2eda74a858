package dev.goldenpath.client;

import com.fasterxml.jackson.core.JsonPointer;
import dev.goldenpath.environment.PayloadMarkers;
import dev.goldenpath.evidence.MediaType;
import dev.goldenpath.evidence.Redaction;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds in an answer what tells that it is no real work: a JSON text that is one of some words, or a field whose value
 * matches a pattern. Looks for the words themselves first, and reads the JSON only where one of them may be there.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class MarkerSearch {
    /** A search that finds nothing. */
    public static final MarkerSearch NONE = new MarkerSearch(new PayloadMarkers(List.of(), Map.of()));

    private static final Set<Charset> ASCII_COMPATIBLE =
            Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);

    private final List<String> words;
    private final List<Field> fields;
    private final @Nullable QuotedWords quoted;
    private final int longestWord;
    private final @Nullable ContentSearch further;

    /**
     * A field that is looked at.
     *
     * @param place its JSON Pointer, or its name, wherever it stands
     * @param name the last part of the pointer, or the name
     */
    record Field(String place, String name, Pattern pattern) {
        static Field of(String place, Pattern pattern) {
            String name =
                    place.startsWith("/") ? JsonPointer.compile(place).last().getMatchingProperty() : place;
            return new Field(place, name, pattern);
        }

        boolean isPointer() {
            return place.startsWith("/");
        }
    }

    /** A search for these markers. */
    public MarkerSearch(PayloadMarkers markers) {
        List<Field> all = new ArrayList<>();
        markers.fields().forEach((place, pattern) -> all.add(Field.of(place, pattern)));
        this.words = markers.words();
        this.fields = List.copyOf(all);
        this.quoted = QuotedWords.of(words, all.stream().map(Field::name).toList());
        this.longestWord = words.stream().mapToInt(String::length).max().orElse(0);
        this.further = null;
    }

    private MarkerSearch(MarkerSearch own, ContentSearch further) {
        this.words = own.words;
        this.fields = own.fields;
        this.quoted = own.quoted;
        this.longestWord = own.longestWord;
        this.further = further;
    }

    /** A search that finds what {@code other} finds, too. */
    MarkerSearch and(ContentSearch other) {
        return new MarkerSearch(this, other);
    }

    /**
     * The markers in a body or a message, in a few words each, redacted: {@code /source is "mock"}. At most ten, and
     * after them how many more there are. In what is no JSON only its whole text can be a marker; where the JSON breaks
     * off, or is nested more than 1,000 deep, what stands before is looked at.
     *
     * @param content of which the first {@code length} bytes count
     * @param mediaType as declared, {@code null} where none was; of it, the charset counts
     */
    public List<String> in(byte[] content, int length, @Nullable String mediaType, Redaction redaction) {
        Charset charset = MediaType.charset(mediaType);
        if (!ASCII_COMPATIBLE.contains(charset)) {
            byte[] recoded = new String(content, 0, length, charset).getBytes(StandardCharsets.UTF_8);
            return all(recoded, recoded.length, StandardCharsets.UTF_8, redaction);
        }
        return all(content, length, charset, redaction);
    }

    /**
     * What the user's own search finds in what is no text of a service, such as headers and binary messages; the markers
     * of the configuration are not looked for in it.
     *
     * @param content asked only where there is such a search
     */
    public List<String> ofUserIn(Supplier<byte[]> content, Redaction redaction) {
        if (further == null) {
            return List.of();
        }
        byte[] bytes = content.get();
        return further.in(bytes, bytes.length).stream().map(redaction::text).toList();
    }

    /** The search of one body that is not kept. */
    public PassingSearch passing() {
        return new PassingSearch(this, further);
    }

    private List<String> all(byte[] content, int length, Charset charset, Redaction redaction) {
        List<String> found = words.isEmpty() && fields.isEmpty() ? List.of() : in(content, length, charset, redaction);
        if (further == null) {
            return found;
        }
        return Stream.concat(
                        found.stream(), further.in(content, length).stream().map(redaction::text))
                .toList();
    }

    private List<String> in(byte[] content, int length, Charset charset, Redaction redaction) {
        int from = QuotedWords.start(content, length);
        int to = QuotedWords.end(content, length);
        if (from < to && "{[\"".indexOf(content[from]) >= 0) {
            boolean mayHold = quoted == null || quoted.mayBeIn(content, from, to);
            return mayHold
                    ? new MarkerWalk(words, fields, redaction).in(new String(content, from, to - from, charset))
                    : List.of();
        }
        // A character may be several bytes, and a word in another case of another length.
        return from < to && to - from <= 4 * longestWord
                ? word(new String(content, from, to - from, charset))
                        .map(word -> List.of(redaction.text("the whole text is \"" + word + '"')))
                        .orElse(List.of())
                : List.of();
    }

    private Optional<String> word(String text) {
        return words.stream().anyMatch(text::equalsIgnoreCase) ? Optional.of(text) : Optional.empty();
    }
}
