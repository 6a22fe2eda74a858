package dev.goldenpath.client;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One place in many JSON documents. Of a short and plain document it reads a text there without building the document,
 * and leaves every other to {@link JsonText}, so that both always tell the same. Immutable.
 *
 * @since 0.1.0
 */
public final class JsonPlace {
    private final String pointer;
    private final List<String> path;

    /**
     * The place at {@code pointer}.
     *
     * @throws IllegalArgumentException when it is no JSON Pointer
     */
    public JsonPlace(String pointer) {
        this.pointer = pointer;
        List<String> names = new ArrayList<>();
        for (JsonPointer rest = JsonPointer.compile(pointer); !rest.matches(); rest = rest.tail()) {
            names.add(rest.getMatchingProperty());
        }
        this.path = List.copyOf(names);
    }

    /** What stands there, as a text; empty where {@code document} is no JSON, or nothing or {@code null} stands there. */
    public Optional<String> in(String document) {
        PlainJson plain = new PlainJson(document, path);
        if (plain.read()) {
            return Optional.ofNullable(plain.found());
        }
        try {
            return JsonText.parse(document).at(pointer).map(Object::toString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The JSON Pointer. */
    @Override
    public String toString() {
        return pointer;
    }
}
