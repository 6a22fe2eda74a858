package dev.goldenpath.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as a {@code curl} command for a POSIX shell, to be run again by hand. Each secret is a variable: a masked
 * header {@code $ALICE_AUTHORIZATION} by user and header, a masked field or parameter {@code $PASSWORD} by its name,
 * anything else {@code $SECRET}. A variable takes the whole of what was masked, so that of an {@code Authorization}
 * begins with its scheme.
 *
 * <p>What belongs to one connection or to one exchange is left out: lengths, hop-by-hop headers, trace and request ids.
 * A body that the record does not hold whole is read from a file {@code body}, and a comment says so. Stateless.
 *
 * @since 0.1.0
 */
public final class CurlLine {
    private static final Set<String> LEFT_OUT = Set.of(
            "accept-encoding",
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "traceparent",
            "tracestate",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "x-request-id");

    private CurlLine() {}

    /** The command, without a line end; of several lines where the body is. */
    public static String of(HttpExchange exchange) {
        List<String> words = new ArrayList<>(List.of("curl"));
        addMethod(words, exchange);
        words.add(ShellWord.of(exchange.url()));
        if (isGlob(exchange.url())) {
            words.add("--globoff");
        }
        if (exchange.url().contains("/.")) {
            words.add("--path-as-is");
        }
        for (Map.Entry<String, List<String>> header : exchange.requestHeaders().entrySet()) {
            if (!LEFT_OUT.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                for (String value : header.getValue()) {
                    words.add("-H " + header(exchange.user(), header.getKey(), value));
                }
            }
        }
        if (has(exchange.requestHeaders(), "Accept-Encoding")) {
            words.add("--compressed");
        }
        if (exchange.connection() != null && exchange.connection().proxy() != null) {
            words.add(
                    "--proxy " + ShellWord.of("http://" + exchange.connection().proxy()));
        }
        if (exchange.requestBody() != null) {
            addBody(words, exchange.requestBody(), exchange.requestHeaders());
        }
        return String.join(" ", words);
    }

    /** Whether curl would take it for several addresses in one. */
    private static boolean isGlob(String url) {
        for (int i = 0; i < url.length(); i++) {
            if ("[]{}".indexOf(url.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static void addMethod(List<String> words, HttpExchange exchange) {
        if (exchange.method().equals("HEAD")) {
            words.add("--head");
        } else if (!exchange.method().equals("GET") || exchange.requestBody() != null) {
            words.add("-X " + ShellWord.of(exchange.method()));
        }
    }

    private static String header(@Nullable String user, String name, String value) {
        if (value.isEmpty()) {
            // So curl sends a header without a value; with a colon it would send none.
            return ShellWord.of(name + ";");
        }
        if (!value.equals(Redaction.MASK) && !value.endsWith(" " + Redaction.MASK)) {
            return ShellWord.of(name + ": " + value);
        }
        // The name alone would name the mask by a field or parameter within the value.
        String variable = ShellWord.variable(user == null ? name : user + "_" + name);
        return ShellWord.of(name + ": " + value, before -> variable);
    }

    private static void addBody(List<String> words, Body body, Map<String, List<String>> headers) {
        if (!has(headers, "Content-Type")) {
            // Else curl would say that it is a form.
            words.add("-H Content-Type:");
        }
        if (body.bytes() == 0) {
            words.add("--data-raw ''");
        } else if (body.text() != null && !body.truncated()) {
            words.add("--data-raw " + ShellWord.of(body.text()));
        } else {
            words.add("--data-binary @body # body: " + body.bytes() + " bytes"
                    + (body.text() == null ? ", not recorded" : ", recorded in part"));
        }
    }

    private static boolean has(Map<String, List<String>> headers, String name) {
        for (String header : headers.keySet()) {
            if (header.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}
