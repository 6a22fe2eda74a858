package dev.goldenpath.http;

import java.net.HttpCookie;
import java.util.List;
import java.util.Optional;

/** What can be wrong with the cookies that a response sets. No message shows a value: it may be what logs a user in. */
final class CookieChecks {
    private CookieChecks() {}

    static Optional<Mismatch> present(ServiceResponse response, String name) {
        return response.cookie(name).isPresent() ? Optional.empty() : Optional.of(missing(response, name));
    }

    static Optional<Mismatch> absent(ServiceResponse response, String name) {
        return response.cookie(name).isEmpty()
                ? Optional.empty()
                : Optional.of(Mismatch.of("Expected no cookie " + name + ", but the response sets it."));
    }

    static Optional<Mismatch> value(ServiceResponse response, String name, String expected) {
        Optional<HttpCookie> cookie = response.cookie(name);
        if (cookie.isEmpty()) {
            return Optional.of(missing(response, name));
        }
        return cookie.get().getValue().equals(expected)
                ? Optional.empty()
                : Optional.of(Mismatch.of(
                        "Expected cookie " + name + " with a certain value, but the response sets it to another."));
    }

    private static Mismatch missing(ServiceResponse response, String name) {
        List<String> names =
                response.cookies().stream().map(HttpCookie::getName).distinct().toList();
        return Mismatch.of("Expected cookie " + name + ", but the response sets "
                + (names.isEmpty() ? "none" : "only " + String.join(", ", names)) + ".");
    }
}
