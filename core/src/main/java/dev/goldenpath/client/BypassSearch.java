package dev.goldenpath.client;

import dev.goldenpath.environment.BypassNames;
import dev.goldenpath.evidence.Bypass;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Looks through what a call is about to send for what tells a service to skip its checks: records that as a finding, and
 * masks it from then on by its name, and by its value where that is long enough. Thread-safe.
 *
 * @since 0.1.0
 */
public final class BypassSearch {
    private final BypassNames names;
    private final String service;
    private final Redaction redaction;

    BypassSearch(BypassNames names, String service, Redaction redaction) {
        this.names = names;
        this.service = service;
        this.redaction = redaction;
    }

    /** Looks at a header. */
    public void header(Recording recording, String name, @Nullable String value) {
        if (names.includeHeader(name)) {
            redaction.addHeader(name);
            found(recording, name, value);
        }
    }

    /**
     * Looks at the parameters of a query or a form.
     *
     * @param encoded {@code a=1&b=2}; {@code null} for none
     */
    public void parameters(Recording recording, @Nullable String encoded) {
        if (encoded == null || names.parameters().isEmpty()) {
            return;
        }
        for (int from = 0; from < encoded.length(); ) {
            int next = encoded.indexOf('&', from);
            int end = next < 0 ? encoded.length() : next;
            int equals = encoded.indexOf('=', from);
            int nameEnd = equals < 0 || equals > end ? end : equals;
            String name = decoded(encoded.substring(from, nameEnd));
            if (names.includeParameter(name)) {
                parameter(recording, name, nameEnd == end ? "" : decoded(encoded.substring(nameEnd + 1, end)));
            }
            from = end + 1;
        }
    }

    /** Looks at a parameter. */
    public void parameter(Recording recording, String name, String value) {
        if (names.includeParameter(name)) {
            redaction.addField(name);
            found(recording, "parameter '" + redaction.text(name) + "'", value);
        }
    }

    private void found(Recording recording, String name, @Nullable String value) {
        if (value != null && value.length() >= ClientContext.SHORTEST_SECRET) {
            redaction.addValue(value);
        }
        recording.find(new Bypass(name, service).finding());
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // No encoding, so as it stands.
            return text;
        }
    }
}
