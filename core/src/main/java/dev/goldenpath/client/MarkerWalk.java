package dev.goldenpath.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.goldenpath.evidence.Redaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one document from its beginning to its end, without building it. Use once. */
final class MarkerWalk {
    private static final int MOST_LISTED = 10;
    private static final int LONGEST_VALUE = 100;
    private static final int LONGEST_PLACE = 200;
    /** Some patterns need a stack as deep as what they look at is long. */
    private static final int LONGEST_MATCHED = 1_000;

    /** Bodies are limited where they are received. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            // Those of a thread would stay with each of thousands of users.
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .build();

    private final List<String> words;
    private final List<MarkerSearch.Field> fields;
    private final Redaction redaction;
    private final List<String> listed = new ArrayList<>();
    private int found;

    MarkerWalk(List<String> words, List<MarkerSearch.Field> fields, Redaction redaction) {
        this.words = words;
        this.fields = fields;
        this.redaction = redaction;
    }

    List<String> in(String document) {
        boolean whole = walk(document);
        // A text in quotes and something behind it is no JSON, but perhaps a sentence.
        if (found == 0 || (!whole && document.startsWith("\""))) {
            return List.of();
        }
        if (found > listed.size()) {
            listed.add("and " + (found - listed.size()) + " more");
        }
        return List.copyOf(listed);
    }

    /** False where it is not JSON to its end. */
    private boolean walk(String document) {
        try (JsonParser parser = JSON.createParser(document)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                    look(parser, token == JsonToken.VALUE_STRING);
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void look(JsonParser parser, boolean isText) throws IOException {
        String value = parser.getText();
        if ((isText && words.stream().anyMatch(value::equalsIgnoreCase)) || matchesField(parser, value)) {
            found++;
            if (listed.size() < MOST_LISTED) {
                listed.add(inWords(parser.getParsingContext().pathAsPointer(), value, isText));
            }
        }
    }

    private boolean matchesField(JsonParser parser, String value) {
        if (fields.isEmpty()) {
            return false;
        }
        @Nullable String name = parser.getParsingContext().getCurrentName();
        @Nullable JsonPointer pointer = null;
        for (MarkerSearch.Field field : fields) {
            boolean isHere = field.name().equals(name);
            if (field.isPointer() && (isHere || name == null)) {
                pointer = pointer == null ? parser.getParsingContext().pathAsPointer() : pointer;
                isHere = pointer.toString().equals(field.place());
            }
            if (isHere && field.pattern().matcher(cut(value, LONGEST_MATCHED)).find()) {
                return true;
            }
        }
        return false;
    }

    private String inWords(JsonPointer pointer, String value, boolean isText) {
        String shown = isSecret(pointer) ? Redaction.MASK : shortened(redacted(value), LONGEST_VALUE);
        String place = pointer.toString();
        return (place.isEmpty() ? "the whole text" : shortened(redaction.text(place), LONGEST_PLACE)) + " is "
                + (isText ? '"' + shown + '"' : shown);
    }

    /** Whether a field around it, or its own, has a name that masks all that is in it. */
    private boolean isSecret(JsonPointer pointer) {
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            if (redaction.isSecretField(rest.getMatchingProperty())) {
                return true;
            }
        }
        return false;
    }

    private String redacted(String value) {
        return value.length() <= LONGEST_MATCHED
                ? redaction.text(value)
                : redaction.text(cut(value, LONGEST_MATCHED), LONGEST_VALUE) + "…";
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }
}
