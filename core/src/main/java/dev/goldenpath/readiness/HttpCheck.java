package dev.goldenpath.readiness;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.StateWords;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Asks one path of a service, and understands the answer. Thread-safe. */
final class HttpCheck {
    private static final int SERVER_ERROR = 500;
    private static final int LONGEST_EXCERPT = 160;

    private final ServiceClient client;
    private final String path;
    private final boolean strict;
    private final @Nullable String pointer;
    private final StateWords words;
    private final UnaryOperator<String> redacted;
    private final Consumer<Instant> expiry;

    /**
     * A check that has asked nothing yet.
     *
     * @param strict whether only success is good, as on a path for health; else any answer but a server error is
     * @param pointer to the service's own state in a JSON answer; {@code null} where the status tells
     * @param expiry is told until when the service's certificate is valid
     */
    HttpCheck(
            ServiceClient client,
            String path,
            boolean strict,
            @Nullable String pointer,
            StateWords words,
            UnaryOperator<String> redacted,
            Consumer<Instant> expiry) {
        this.client = client;
        this.path = path;
        this.strict = strict;
        this.pointer = pointer;
        this.words = words;
        this.redacted = redacted;
        this.expiry = expiry;
    }

    /**
     * The answer of one look.
     *
     * @param document what it says in JSON; absent where it says none
     * @param call what was asked and how it was answered
     */
    record Heard(Sight sight, @Nullable JsonText document, String call) {}

    Heard look() {
        try {
            // Over a connection of its own: an open one tells nothing of names, listeners and certificates.
            ServiceResponse response = client.get(path).onNewConnection().send();
            Optional.ofNullable(response.exchange().connection())
                    .map(Connection::tls)
                    .map(Connection.Tls::certificateExpires)
                    .ifPresent(expiry);
            return understood(response);
        } catch (ServiceCallException e) {
            String seen = e.headline().replaceFirst("\\.$", "");
            return new Heard(Sight.of(ServiceState.UNREACHABLE, seen), null, seen);
        }
    }

    private Heard understood(ServiceResponse response) {
        String call = response.toString();
        JsonText document = document(response);
        boolean succeeded = response.status() / 100 == 2;
        if (!(strict ? succeeded : response.status() < SERVER_ERROR)) {
            String excerpt = document == null ? "" : excerpt(response.text());
            return new Heard(new Sight(ServiceState.FAILED, call + excerpt, retryAfter(response)), document, call);
        }
        if (strict && document == null && isPage(response)) {
            return new Heard(
                    Sight.of(
                            ServiceState.FAILED, call + ", but with an HTML page: something else answers in its place"),
                    null,
                    call);
        }
        return new Heard(
                pointer == null ? Sight.of(ServiceState.HEALTHY, call) : told(document, pointer, call), document, call);
    }

    /** What a document says at a pointer. */
    Sight told(@Nullable JsonText document, String at, String call) {
        Optional<String> word =
                document == null ? Optional.empty() : document.at(at).map(Object::toString);
        if (word.isEmpty()) {
            return Sight.of(
                    ServiceState.FAILED,
                    call + ", " + (document == null ? "and the answer is no JSON" : at + " is absent"));
        }
        String shown = redacted.apply(word.get());
        return words.of(word.get())
                .map(state -> Sight.of(state, call + ", " + at + " is '" + shown + "'"))
                .orElseGet(() -> Sight.of(
                        ServiceState.FAILED,
                        call + ", " + at + " is '" + shown + "', a word that is not among its 'health.words'"));
    }

    private static @Nullable JsonText document(ServiceResponse response) {
        try {
            return JsonText.parse(response.text());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** On a path where nobody would have a page. */
    private boolean isPage(ServiceResponse response) {
        boolean html = response.header("Content-Type")
                        .map(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                        .orElse(false)
                || response.text().stripLeading().toLowerCase(Locale.ROOT).startsWith("<!doctype html");
        return html && !path.endsWith("/") && !path.endsWith(".html");
    }

    private String excerpt(String body) {
        String line = redacted.apply(body).strip().replaceAll("\\s+", " ");
        return line.isEmpty()
                ? ""
                : ", " + (line.length() <= LONGEST_EXCERPT ? line : line.substring(0, LONGEST_EXCERPT) + "…");
    }

    private static @Nullable Duration retryAfter(ServiceResponse response) {
        return response.header("Retry-After")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(null);
    }
}
