package dev.goldenpath.http;

import dev.goldenpath.evidence.Body;
import java.util.Optional;

/** What can be wrong with the body of a response. */
final class BodyChecks {
    private BodyChecks() {}

    static Optional<Mismatch> equal(ServiceResponse response, String expected) {
        String text = response.text();
        if (text.equals(expected)) {
            return Optional.empty();
        }
        String wanted = response.redaction().text(expected);
        return Optional.of(Mismatch.between(
                response.redaction().text(text),
                wanted,
                "Expected the body '" + BodyExcerpt.cut(wanted) + "', but it is another from character "
                        + (sameCharacters(text, expected) + 1) + " on."));
    }

    static Optional<Mismatch> containing(ServiceResponse response, String expected) {
        return response.text().contains(expected)
                ? Optional.empty()
                : Optional.of(Mismatch.of("Expected a body that contains '" + expected + "'."));
    }

    static Optional<Mismatch> empty(ServiceResponse response) {
        Body body = response.exchange().responseBody();
        return body == null || body.bytes() == 0
                ? Optional.empty()
                : Optional.of(Mismatch.of("Expected no body, but there was one of " + body.bytes() + " bytes."));
    }

    private static int sameCharacters(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }
}
