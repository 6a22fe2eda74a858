package dev.goldenpath.http;

import dev.goldenpath.evidence.Redaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be wrong with the headers of a response. */
final class HeaderChecks {
    private HeaderChecks() {}

    static Optional<Mismatch> present(ServiceResponse response, String name) {
        return response.headers(name).isEmpty()
                ? Optional.of(Mismatch.of("Expected a header " + name + ", but there was none."))
                : Optional.empty();
    }

    static Optional<Mismatch> absent(ServiceResponse response, String name) {
        List<String> values = response.headers(name);
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(Mismatch.of(
                        "Expected no header " + name + ", but there was one: " + shown(response, name, values) + "."));
    }

    static Optional<Mismatch> value(ServiceResponse response, String name, String expected) {
        List<String> values = response.headers(name);
        if (values.contains(expected)) {
            return Optional.empty();
        }
        String wanted = "Expected header " + name + ": " + shown(response, name, List.of(expected)) + ", but ";
        return Optional.of(Mismatch.of(
                wanted + (values.isEmpty() ? "there was none." : "it was " + shown(response, name, values) + ".")));
    }

    static Optional<Mismatch> contentType(ServiceResponse response, String expected) {
        Optional<String> value = response.header("Content-Type");
        if (value.map(HeaderChecks::withoutParameters)
                .filter(expected::equalsIgnoreCase)
                .isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Mismatch.of("Expected content type " + expected + ", but "
                + value.map(type -> "it was " + type + ".").orElse("there was none.")));
    }

    private static String withoutParameters(String mediaType) {
        int parameters = mediaType.indexOf(';');
        return (parameters < 0 ? mediaType : mediaType.substring(0, parameters)).strip();
    }

    private static String shown(ServiceResponse response, String name, List<String> values) {
        List<String> masked = response.redaction().headers(Map.of(name, values)).get(name);
        return masked == null ? Redaction.MASK : String.join(" and ", masked);
    }
}
