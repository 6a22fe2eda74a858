package dev.goldenpath.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the texts that are an address or a token from those that only look a little like one. */
final class AddressText {
    /** At the start, or as a quoted value: a URL inside a sentence is there for its readers. */
    private static final Pattern URL = Pattern.compile(
            "(?:^|[\"'=(<\\[,])\\s*((?:https?|wss?|grpc|redis|amqps?|mongodb|postgres(?:ql)?|jdbc:\\w+)://)"
                    + "(?:[^/@\\s]*@)?([\\w.-]+|\\[[0-9a-f:]+])(:\\d+)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HOST_AND_PORT =
            Pattern.compile("((?:localhost|(?:[\\w-]+\\.)+(?!java|kt|kts|xml|json|ya?ml|md|txt|html|js|ts|py)[a-z]{2,})"
                    + ":\\d{2,5}|[a-z][a-z0-9-]*:\\d{4,5}|(?:\\d{1,3}\\.){3}\\d{1,3}:\\d{2,5})(?:/.*)?");
    private static final Pattern HOST = Pattern.compile("localhost|(?:[a-z0-9-]+\\.){2,}"
            + "(?:com|org|net|io|dev|app|cloud|ai|local|internal)|\\[?(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)?::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)?]?"
            + "|(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern TOKEN =
            Pattern.compile("(?i:\"?bearer)\\s+[\\w.~+/=-]{6,}.*|.*\\beyJ[\\w-]{8,}\\.eyJ[\\w-]{4,}\\.[\\w-]*.*");

    /** Names of formats, which no test connects to. */
    private static final List<String> FORMATS = List.of(
            "www.w3.org",
            "xmlns.",
            "java.sun.com",
            "schemas.",
            "json-schema.org",
            "jakarta.ee",
            "maven.apache.org",
            "purl.org");

    private AddressText() {}

    /** What is held, in words that keep a token and a password to themselves; empty where it is neither. */
    static Optional<String> told(String text) {
        if (text.length() < 3) {
            return Optional.empty();
        }
        if (TOKEN.matcher(text).matches()) {
            return Optional.of("a token");
        }
        Matcher url = URL.matcher(text);
        if (url.find()) {
            String host = url.group(2);
            return FORMATS.stream().anyMatch(host::startsWith)
                    ? Optional.empty()
                    : Optional.of("the address " + url.group(1) + host + (url.group(3) == null ? "" : url.group(3)));
        }
        Matcher pair = HOST_AND_PORT.matcher(text);
        if (pair.matches()) {
            return Optional.of("the address " + pair.group(1));
        }
        return HOST.matcher(text).matches() ? Optional.of("the host " + text) : Optional.empty();
    }
}
