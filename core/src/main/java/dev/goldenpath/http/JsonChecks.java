package dev.goldenpath.http;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Redaction;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowingConsumer;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a value in the JSON body of a response. */
final class JsonChecks {
    private final ServiceResponse response;
    private final String pointer;

    JsonChecks(ServiceResponse response, String pointer) {
        ServiceResponse.requirePointer(pointer);
        this.response = response;
        this.pointer = pointer;
    }

    Optional<Mismatch> present() {
        return find("a value", Object.class).mismatch();
    }

    Optional<Mismatch> absent() {
        Optional<Object> value;
        try {
            value = response.find(pointer, Object.class);
        } catch (IllegalArgumentException e) {
            return Optional.of(Mismatch.of("Expected nothing" + place() + ", but that is " + e.getMessage() + "."));
        }
        return value.map(there ->
                Mismatch.of("Expected nothing" + place() + ", but there was " + BodyExcerpt.cut(shown(there)) + "."));
    }

    Optional<Mismatch> equal(Object expected) {
        // Read back from JSON, an object of the author has the same form as the body's.
        Object wanted = JsonText.parse(JsonText.write(expected))
                .at("")
                .orElseThrow(() ->
                        new IllegalArgumentException("Nothing is expected. Use doesNotHaveJson(\"" + pointer + "\")."));
        String wantedShown = shown(wanted);
        Found<Object> found = find(BodyExcerpt.cut(wantedShown), Object.class);
        if (found.value() == null || found.value().equals(wanted)) {
            return found.mismatch();
        }
        String shown = shown(found.value());
        return Optional.of(Mismatch.between(
                shown,
                wantedShown,
                "Expected " + BodyExcerpt.cut(wantedShown) + place() + ", but it was "
                        + (shown.equals(wantedShown) ? "another" : BodyExcerpt.cut(shown)) + "."));
    }

    <T> Optional<Mismatch> satisfying(Class<T> type, ThrowingConsumer<? super T> requirements) {
        Found<T> found = find("a " + type.getSimpleName(), type);
        if (found.value() == null) {
            return found.mismatch();
        }
        try {
            requirements.accept(found.value());
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(Mismatch.of(
                    "Expected the " + type.getSimpleName() + place() + " to satisfy the requirements.",
                    List.of(Fact.of("mismatch", String.valueOf(e.getMessage()).strip())),
                    e));
        }
    }

    /** Either a value or what is wrong instead. */
    private record Found<T>(@Nullable T value, Optional<Mismatch> mismatch) {}

    private <T> Found<T> find(String what, Class<T> type) {
        String expected = "Expected " + what + place() + ", but ";
        try {
            return response.find(pointer, type)
                    .map(value -> new Found<>(value, Optional.empty()))
                    .orElseGet(() -> new Found<>(null, Optional.of(Mismatch.of(expected + "nothing stands there."))));
        } catch (IllegalArgumentException e) {
            return new Found<>(null, Optional.of(Mismatch.of(expected + "that is " + e.getMessage() + ".")));
        }
    }

    private String place() {
        return pointer.isEmpty() ? " as the body" : " at '" + pointer + "' of the body";
    }

    /** As the record shows it: what the name of a field masks in a body is masked in a message about it, too. */
    private String shown(Object value) {
        StringBuilder opening = new StringBuilder();
        StringBuilder closing = new StringBuilder();
        for (String name :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            opening.append('{')
                    .append(JsonText.write(name.replace("~1", "/").replace("~0", "~")))
                    .append(':');
            closing.append('}');
        }
        String masked = response.redaction().text(opening + JsonText.write(value) + closing);
        return masked.startsWith(opening.toString()) && masked.endsWith(closing.toString())
                ? masked.substring(opening.length(), masked.length() - closing.length())
                : Redaction.MASK;
    }
}
